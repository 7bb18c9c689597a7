import { assertNever } from '../basics/assert-never';
import type { Purpose } from '../records/course';
import type { Citation, ComparedNumber, Outcome, RecordRef, RuleId, Severity, UsedParameter } from './finding';
import type { ParameterValues } from './parameters-on';
import type { Subject } from './subject';

/** What a situation of a rule means: an outcome with the rule's own severity, or with one of its own. */
export type Meaning = Outcome | readonly [Outcome, Severity];

/** What a rule says of one enrolment: which of its situations it is, and what that rests on. */
export interface RuleAnswer<Detail extends string = string> {
  readonly detail: Detail;
  readonly numbers?: readonly ComparedNumber[];
  readonly parameters?: readonly UsedParameter[];
  readonly records?: readonly RecordRef[];
  readonly values?: { readonly [name: string]: string | number | readonly string[] };
}

export interface Rule<Id extends RuleId = RuleId, Detail extends string = string> {
  readonly id: Id;
  readonly title: string;
  readonly purposes: readonly Purpose[];
  /** The clauses, per purpose. */
  readonly cites: { readonly [P in Purpose]: readonly Citation[] };
  /** The two columns of the table of rules. cannotTell null = the rule can always tell. */
  readonly severity: { readonly notMet: Severity; readonly cannotTell: Severity | null };
  /** Every situation that the rule knows, and what it means. */
  readonly details: { readonly [D in Detail]: Meaning };
  readonly check: (subject: Subject, parameters: ParameterValues) => RuleAnswer<Detail>;
  /** Outcome and severity of every situation, worked out from details and severity. */
  readonly meanings: { readonly [D in Detail]: Verdict };
}

/** What a finding says in two words. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly severity: Severity | null;
}

interface Declaration<Id extends RuleId, Detail extends string> extends Omit<
  Rule<Id, Detail>,
  'cites' | 'check' | 'meanings'
> {
  readonly cites: readonly Citation[] | Rule['cites'];
  check(subject: Subject, parameters: ParameterValues): RuleAnswer<NoInfer<Detail>>;
}

/** Declares a rule. The same clauses for both purposes may be written once. */
export function rule<const Id extends RuleId, const Detail extends string>(
  declaration: Declaration<Id, Detail>,
): Rule<Id, Detail> {
  const { cites, details, severity } = declaration;
  const meanings = Object.fromEntries(
    Object.entries<Meaning>(details).map(([detail, meaning]) => [detail, verdictOf(meaning, severity)]),
  );
  return {
    ...declaration,
    cites: 'exchange' in cites ? cites : { exchange: cites, annual: cites },
    meanings: meanings as { readonly [D in Detail]: Verdict },
  };
}

function verdictOf(meaning: Meaning, { notMet, cannotTell }: Rule['severity']): Verdict {
  if (typeof meaning !== 'string') return { outcome: meaning[0], severity: meaning[1] };
  switch (meaning) {
    case 'met':
    case 'notApplicable':
      return { outcome: meaning, severity: null };
    case 'notMet':
      return { outcome: meaning, severity: notMet };
    case 'cannotTell':
      return { outcome: meaning, severity: cannotTell };
    default:
      return assertNever(meaning);
  }
}

/** Whether an amount reaches what is required: enough, short even if all that is open were added, or not to be told yet. */
export const atLeast = (actual: number, required: number, open: number): 'enough' | 'short' | 'open' =>
  actual >= required ? 'enough' : actual + open < required ? 'short' : 'open';

/** A compared amount of periods. */
export const periods = (label: string, actual: number | null, required: number): ComparedNumber => ({
  label,
  actual,
  required,
  unit: '学时',
  comparison: 'at-least',
});

/** A compared day. */
export const dayCompared = (
  label: string,
  actual: string | null,
  required: string,
  comparison: ComparedNumber['comparison'],
): ComparedNumber => ({
  label,
  actual,
  required,
  unit: '日',
  comparison,
});
