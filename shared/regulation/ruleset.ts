import type { Day } from '../basics/day';
import type { Post } from '../records/certificate';
import type { Purpose, RulesetId } from '../records/course';
import type { ParameterName } from './parameters';
import type { Rule } from './rule';

/** What judges a course: data with an interval. Another province or a later notice is another ruleset. */
export interface Ruleset {
  readonly id: RulesetId;
  readonly version: string;
  readonly title: string;
  readonly province: string;
  readonly purpose: Purpose;
  /** Courses that begin from this day … */
  readonly from: Day;
  /** … through this day may name it; null = until further notice. */
  readonly to: Day | null;
  readonly posts: readonly Post[];
  readonly parameters: readonly ParameterName[];
  /** In the order of the screen's columns. */
  readonly rules: readonly Rule[];
}
