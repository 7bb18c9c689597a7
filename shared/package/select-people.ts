import type { EnrolmentId } from '../records/ids';
import type { CourseFacts } from '../regulation/facts';
import type { Judgement, RuleId } from '../regulation/finding';
import { formLines } from '../documents/form';
import { isQualified } from '../documents/qualified-people-workbook';

/** Who goes into a package, who stays out and why, and which warnings must be confirmed by name before it is sealed. */
export interface PackageSelection {
  readonly people: readonly EnrolmentId[];
  /** rules = the findings of severity error; empty for people who left the course. */
  readonly leftOut: readonly { readonly enrolmentId: EnrolmentId; readonly rules: readonly RuleId[] }[];
  readonly warnings: readonly { readonly enrolmentId: EnrolmentId; readonly rule: RuleId }[];
}

/** Only people without a finding of severity error who are still enrolled, in the roster's order. */
export function selectPeople(facts: CourseFacts, judgements: readonly Judgement[]): PackageSelection {
  const lines = formLines({ facts, judgements });
  const going = lines.filter(isQualified);
  const rulesOf = ({ findings }: Judgement, wanted: 'error' | 'warning'): readonly RuleId[] =>
    findings.filter(({ severity }) => severity === wanted).map(({ rule }) => rule);
  return {
    people: going.map(({ enrolment }) => enrolment.id),
    leftOut: lines
      .filter((line) => !isQualified(line))
      .map(({ enrolment, judgement }) => ({ enrolmentId: enrolment.id, rules: rulesOf(judgement, 'error') })),
    warnings: going.flatMap(({ enrolment, judgement }) => rulesOf(judgement, 'warning').map((rule) => ({ enrolmentId: enrolment.id, rule }))),
  };
}
