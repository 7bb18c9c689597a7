import { findPeople } from '../../data/find-people';
import type { Initials } from '../../data/pinyin-initials';
import { personThatCounts } from '../../../shared/records/who-counts';
import type { Enrolment } from '../../../shared/records/enrolment';
import type { Person } from '../../../shared/records/person';
import { conclusionOf, type Conclusion } from '../../../shared/regulation/conclusion';
import type { CourseFacts } from '../../../shared/regulation/facts';
import type { Finding, Judgement, Outcome, RuleId } from '../../../shared/regulation/finding';

/** One line of the table: a person with a certificate, and what the rules say. */
export interface FindingRow {
  readonly enrolment: Enrolment;
  readonly person: Person;
  readonly judgement: Judgement;
  readonly conclusion: Conclusion;
}

/** The counters above the table; each is a filter. */
export const COUNTERS = ['all', 'submittable', 'failing', 'undecided', 'reminded'] as const;
export type Counter = (typeof COUNTERS)[number];

/** An outcome to look for; 'warning' = any finding of that rule that must be confirmed. */
export type SoughtOutcome = Outcome | 'warning';

export interface FindingFilter {
  readonly counter: Counter;
  readonly rule: RuleId | null;
  readonly outcome: SoughtOutcome | null;
  /** Part of a name, pinyin initials or last digits of the identity number. */
  readonly search: string;
}

export const NO_FILTER: FindingFilter = { counter: 'all', rule: null, outcome: null, search: '' };

/** Everybody on the roster, in its order, with the findings. Somebody without a judgement has no line. */
export function findingRows(facts: CourseFacts, judgements: readonly Judgement[]): readonly FindingRow[] {
  const judged = new Map(judgements.map((judgement) => [judgement.enrolmentId, judgement]));
  return facts.enrolments
    .flatMap((enrolment): FindingRow[] => {
      const judgement = judged.get(enrolment.id);
      const person = personThatCounts(facts.persons, enrolment.personId);
      return judgement && person
        ? [{ enrolment, person, judgement, conclusion: conclusionOf(enrolment, judgement) }]
        : [];
    })
    .sort((a, b) => a.enrolment.order - b.enrolment.order || a.enrolment.index - b.enrolment.index);
}

/** Whether a counter counts this line. 可以上报 holds those with warnings too; who left is in 全部 only. */
export function isCounted({ conclusion }: FindingRow, counter: Counter): boolean {
  if (counter === 'all') return true;
  if (counter === 'submittable') return conclusion === 'ready' || conclusion === 'reminded';
  return conclusion === counter;
}

/** How many lines each counter has. */
export const countsOf = (rows: readonly FindingRow[]): Readonly<Record<Counter, number>> =>
  Object.fromEntries(
    COUNTERS.map((counter) => [counter, rows.filter((row) => isCounted(row, counter)).length]),
  ) as Record<Counter, number>;

/** The finding of one rule; undefined when the ruleset has no such rule. */
export const findingOf = ({ judgement }: FindingRow, rule: RuleId): Finding | undefined =>
  judgement.findings.find((finding) => finding.rule === rule);

/** What one looks for who has just chosen a rule: who does not meet it, unless something else is sought already. */
export const soughtFirst = ({ outcome }: FindingFilter): SoughtOutcome => outcome ?? 'notMet';

const hasOutcome = (finding: Finding, outcome: SoughtOutcome): boolean =>
  outcome === 'warning' ? finding.severity === 'warning' : finding.outcome === outcome;

/** The lines that pass every part of the filter. An outcome without a rule is sought in all rules. */
export function filterRows(
  rows: readonly FindingRow[],
  { counter, rule, outcome, search }: FindingFilter,
  initials: Initials | null = null,
): readonly FindingRow[] {
  const people = rows.map(({ person }) => person);
  const found = search.trim() === '' ? null : new Set(findPeople(people, search, initials));
  return rows.filter((row, i) => {
    if (!isCounted(row, counter) || found?.has(i) === false) return false;
    if (outcome === null) return true;
    return row.judgement.findings.some(
      (finding) => (rule === null || finding.rule === rule) && hasOutcome(finding, outcome),
    );
  });
}
