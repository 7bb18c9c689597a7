import type { Day } from '../../../shared/basics/day';
import type { EnrolmentId } from '../../../shared/records/ids';
import { judgeEnrolment } from '../../../shared/regulation/evaluate';
import type { CourseFacts } from '../../../shared/regulation/facts';
import type { Finding, HoursSummary, RuleId } from '../../../shared/regulation/finding';
import { touchedEnrolments } from '../../data/judge-again';

/** What the right end of a row shows. lost = 32/22 cannot be reached any more, open = not reached yet. */
export interface RowSum {
  readonly hours: HoursSummary;
  readonly verdict: 'met' | 'open' | 'lost';
}

const HOURS_RULES: ReadonlySet<RuleId> = new Set<RuleId>(['total-hours', 'professional-hours']);

/** The sums of the rows that somebody looks at; a mark makes only its own person's anew. */
export class RowSums {
  #facts: CourseFacts | null = null;
  #on: Day | null = null;
  readonly #known = new Map<EnrolmentId, RowSum>();

  /** The same object as long as nothing about the enrolment is different. */
  of(facts: CourseFacts, on: Day, id: EnrolmentId): RowSum {
    this.#follow(facts, on);
    const known = this.#known.get(id);
    if (known) return known;
    const { hours, findings } = judgeEnrolment(facts, id, on);
    const sum = { hours, verdict: verdictOf(findings) };
    this.#known.set(id, sum);
    return sum;
  }

  #follow(facts: CourseFacts, on: Day): void {
    if (this.#facts === facts && this.#on === on) return;
    const touched = this.#facts && this.#on === on ? touchedEnrolments(this.#facts, facts) : null;
    if (touched) for (const id of touched) this.#known.delete(id);
    else this.#known.clear();
    this.#facts = facts;
    this.#on = on;
  }
}

function verdictOf(findings: readonly Finding[]): RowSum['verdict'] {
  const ofHours = findings.filter(({ rule }) => HOURS_RULES.has(rule));
  // Not judged yet where nothing is marked, but out of reach all the same.
  if (ofHours.some(({ outcome, detail }) => outcome === 'notMet' || detail === 'no-attendance-plan-short'))
    return 'lost';
  return ofHours.some(({ outcome }) => outcome === 'cannotTell') ? 'open' : 'met';
}
