import type { EnrolmentId } from '../records/ids';
import type { PackageRecord } from '../records/package-record';
import type { CourseFacts } from '../regulation/facts';
import type { Judgement, RuleId } from '../regulation/finding';
import { hasError } from './issue-hour-certificates';

/** Who goes into a package, who stays out and why, and which warnings must be confirmed by name. In roster order. */
export interface PackageSelection {
  readonly people: readonly EnrolmentId[];
  /** Rules with an error finding; none for somebody who left or changed to another course. */
  readonly leftOut: PackageRecord['leftOut'];
  /** Warnings of the people who go in. */
  readonly warnings: readonly { readonly enrolmentId: EnrolmentId; readonly rule: RuleId }[];
}

/** Divides a course's roster by its judgements. Somebody without a judgement stays out: nothing is known of him. */
export function packageSelection(
  facts: Pick<CourseFacts, 'enrolments'>,
  judgements: readonly Judgement[],
): PackageSelection {
  const judged = new Map(judgements.map((judgement) => [judgement.enrolmentId, judgement]));
  const roster = [...facts.enrolments].sort((a, b) => a.order - b.order);
  const people: EnrolmentId[] = [];
  const leftOut: { enrolmentId: EnrolmentId; rules: readonly RuleId[] }[] = [];
  const warnings: { enrolmentId: EnrolmentId; rule: RuleId }[] = [];
  for (const { id: enrolmentId, status } of roster) {
    const judgement = judged.get(enrolmentId);
    const findings = judgement?.findings ?? [];
    const rules = (severity: 'error' | 'warning') => [
      ...new Set(findings.filter((finding) => finding.severity === severity).map(({ rule }) => rule)),
    ];
    if (!judgement || hasError(judgement) || status.kind !== 'active')
      leftOut.push({ enrolmentId, rules: rules('error') });
    else {
      people.push(enrolmentId);
      warnings.push(...rules('warning').map((rule) => ({ enrolmentId, rule })));
    }
  }
  return { people, leftOut, warnings };
}
