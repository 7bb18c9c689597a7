import { confirmedBy } from '../../../shared/commands/confirm-warnings';
import { enrolmentsById } from '../../../shared/records/enrolments-by-id';
import type { PackageSelection } from '../../../shared/commands/package-selection';
import type { EnrolmentId } from '../../../shared/records/ids';
import type { PackageRecord } from '../../../shared/records/package-record';
import { explain } from '../../../shared/regulation/explain';
import type { CourseFacts } from '../../../shared/regulation/facts';
import type { Finding, Judgement, RuleId } from '../../../shared/regulation/finding';

/** A warning of somebody who goes in, in words, and who confirmed exactly this verdict. */
export interface Warning {
  readonly key: string;
  readonly enrolmentId: EnrolmentId;
  readonly rule: RuleId;
  readonly title: string;
  readonly sentence: string;
  readonly clause: string;
  /** null = nobody yet. */
  readonly by: string | null;
}

/** The warnings of a selection in words, in the order of the roster. */
export function warningsOf(
  facts: Pick<CourseFacts, 'enrolments'>,
  selection: PackageSelection,
  judgements: readonly Judgement[],
): readonly Warning[] {
  const enrolments = enrolmentsById(facts);
  const judged = new Map(judgements.map((judgement) => [judgement.enrolmentId, judgement]));
  return selection.warnings.flatMap(({ enrolmentId, rule }): Warning[] => {
    const enrolment = enrolments.get(enrolmentId);
    const finding: Finding | undefined = judged
      .get(enrolmentId)
      ?.findings.find((one) => one.rule === rule && one.severity === 'warning');
    if (!enrolment || !finding) return [];
    const { title, verdict, clause } = explain(finding);
    const by = confirmedBy(enrolment, rule, verdict);
    return [{ key: `${enrolmentId}|${rule}`, enrolmentId, rule, title, sentence: verdict, clause, by }];
  });
}

/** The confirmations as the sealed record has them. */
export const confirmedWarnings = (warnings: readonly Warning[]): PackageRecord['confirmedWarnings'] =>
  warnings.flatMap(({ enrolmentId, rule, by }) => (by === null ? [] : [{ enrolmentId, rule, by }]));
