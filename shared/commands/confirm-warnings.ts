import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import type { ConfirmedFinding, Enrolment } from '../records/enrolment';
import type { EnrolmentId } from '../records/ids';
import { isBlank } from '../records/patch';
import { explain } from '../regulation/explain';
import type { CourseFacts } from '../regulation/facts';
import type { Judgement, RuleId } from '../regulation/finding';
import { change, conclude, refuse } from './conclude';
import type { Change, CommandContext, CommandResult } from './intent';
import { enrolmentsById } from '../records/enrolments-by-id';

/** A warning of one person. */
export interface WarningRef {
  readonly enrolmentId: EnrolmentId;
  readonly rule: RuleId;
}

export interface ConfirmWarningsInput {
  readonly warnings: readonly WarningRef[];
  /** What the person confirming has in front of them. */
  readonly judgements: readonly Judgement[];
  /** Who answers for it; null takes a confirmation back. */
  readonly by: string | null;
}

/**
 * Somebody has looked at warnings and answers for them by name (提醒确认). Kept with the sentence that was confirmed, so that it ends by
 * itself when the rule says something else. Whoever is no longer warned needs nothing confirmed: such lines are dropped.
 */
export function confirmWarnings(
  facts: CourseFacts,
  { warnings, judgements, by }: ConfirmWarningsInput,
  ctx: CommandContext,
): CommandResult {
  if (by !== null && isBlank(by)) return refuse('seal-confirmed-by', {}, 'by');
  const enrolments = enrolmentsById(facts);
  const judged = new Map(judgements.map((judgement) => [judgement.enrolmentId, judgement]));
  const chosen = new Map<EnrolmentId, Set<string>>();
  for (const { enrolmentId, rule } of warnings)
    chosen.set(enrolmentId, (chosen.get(enrolmentId) ?? new Set()).add(rule));

  const problems: Problem[] = [];
  const changes: Change[] = [];
  for (const [enrolmentId, rules] of chosen) {
    const before = enrolments.get(enrolmentId);
    if (!before) {
      problems.push(problem('enrolment-unknown'));
      continue;
    }
    const verdicts = verdictsOf(judged.get(enrolmentId));
    const standing = (before.confirmed ?? []).filter(
      ({ rule, verdict }) => !rules.has(rule) && verdicts.get(rule) === verdict,
    );
    const added = [...rules].flatMap((rule): readonly ConfirmedFinding[] => {
      const verdict = verdicts.get(rule);
      return by === null || verdict === undefined ? [] : [{ rule, verdict, by: by.trim(), on: ctx.today }];
    });
    changes.push(change('enrolments', before, withConfirmed(before, [...standing, ...added])));
  }
  return conclude({ kind: 'warnings.confirm', changes, problems });
}

/** Who confirmed a warning with exactly this verdict; null when nobody did. */
export const confirmedBy = ({ confirmed }: Enrolment, rule: string, verdict: string): string | null =>
  confirmed?.find((one) => one.rule === rule && one.verdict === verdict)?.by ?? null;

const verdictsOf = (judgement: Judgement | undefined): ReadonlyMap<string, string> =>
  new Map(
    (judgement?.findings ?? [])
      .filter(({ severity }) => severity === 'warning')
      .map((finding) => [finding.rule, explain(finding).verdict]),
  );

function withConfirmed(enrolment: Enrolment, confirmed: readonly ConfirmedFinding[]): Enrolment {
  const { confirmed: _, ...rest } = enrolment;
  return confirmed.length === 0 ? rest : { ...rest, confirmed };
}
