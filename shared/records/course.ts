import type { Day } from '../basics/day';
import type { CourseId } from './ids';

/** 业务类型: 换证 or 年度继续教育. */
export type Purpose = 'exchange' | 'annual';
export type RulesetId = string;

/** 培训班 / 期次. Judged by the ruleset it names, for ever. */
export interface Course {
  readonly id: CourseId;
  readonly title: string;
  readonly purpose: Purpose;
  readonly ruleset: RulesetId;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly place?: string;
  readonly teacherInCharge?: string;
  readonly note?: string;
}
