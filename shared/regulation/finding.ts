import type { Day } from '../basics/day';
import type { EnrolmentId } from '../records/ids';
import type { TableName } from '../records/tables';

/** 符合, 不符合, 不适用, 无法判定. */
export type Outcome = 'met' | 'notMet' | 'notApplicable' | 'cannotTell';
export type Severity = 'error' | 'warning' | 'info';

export const RULE_IDS = [
  'total-hours',
  'professional-hours',
  'test-passed',
  'post-matches-certificate',
  'certificate-scope',
  'certificate-found',
  'post-in-scope',
  'age-minimum',
  'age-maximum',
  'fit-and-employed',
  'application-window',
  'exchange-deadline',
  'certificate-validity',
  'ce-year',
  'year-total-hours',
  'year-professional-hours',
  'two-year-total',
  'still-in-post',
  'no-carry-over',
  'shared-public-hours',
  'not-barred',
  'no-overlap',
  'within-course',
  'daily-cap',
  'test-after-hours',
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** A clause: '37:四(二)' = [37] 四(二); '9' = [9]; 'other' and 'default' as in the domain page. */
export type Citation = string;

/** A number that was compared. Missing numbers are null, never 0. */
export interface ComparedNumber {
  /** What it is, in Chinese: 总学时, 专业学时, 年龄 … */
  readonly label: string;
  readonly actual: number | string | null;
  readonly required: number | string | null;
  readonly unit: '学时' | '分' | '周岁' | '日' | '分钟' | '';
  readonly comparison: 'at-least' | 'at-most' | 'equal' | 'between' | 'none';
}

/** A parameter as it was used: its value on that day, since when, from where, and whether anybody confirmed it. */
export interface UsedParameter {
  readonly id: string;
  readonly title: string;
  readonly value: number | string | boolean;
  readonly unit: string;
  readonly since: Day;
  readonly source: string;
  /** false = [default] and not confirmed by the institution: shown as 未经文件确认. */
  readonly confirmed: boolean;
}

export interface RecordRef {
  readonly table: TableName;
  readonly id: string;
}

/**
 * What one rule says of one enrolment on one day. Data only; the sentences are made by explain() when somebody looks.
 * detail says which situation of the rule applies ('short', 'unrecorded', 'running', 'strict-reading' …).
 */
export interface Finding {
  readonly rule: RuleId;
  readonly outcome: Outcome;
  /** null for met and notApplicable without a warning. */
  readonly severity: Severity | null;
  readonly detail: string;
  readonly numbers: readonly ComparedNumber[];
  readonly parameters: readonly UsedParameter[];
  readonly records: readonly RecordRef[];
  readonly cites: readonly Citation[];
  readonly ruleset: { readonly id: string; readonly version: string };
  /** Names, days and counts that the sentence needs. */
  readonly values?: { readonly [name: string]: string | number | readonly string[] };
}

/** All findings of one enrolment. submittable = no finding of severity error. */
export interface Judgement {
  readonly enrolmentId: EnrolmentId;
  readonly on: Day;
  readonly findings: readonly Finding[];
  readonly submittable: boolean;
  readonly hours: HoursSummary;
  readonly bestScore: number | null;
  /** The distinct CE years of the course's sessions for this certificate; [null] when not due. */
  readonly ceYears: readonly (number | null)[];
}

/** Whole 学时 credited in this course; unrecorded = sessions that count for the enrolment but have no usable mark. */
export interface HoursSummary {
  readonly total: number;
  readonly professional: number;
  readonly public: number;
  readonly unrecordedSessions: number;
  /** What the unrecorded sessions could still add. */
  readonly openTotal: number;
  readonly openProfessional: number;
}
