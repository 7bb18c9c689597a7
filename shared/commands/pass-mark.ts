import type { Day } from '../basics/day';
import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import { fail, ok, type Result } from '../basics/result';
import type { CourseFacts } from '../regulation/facts';
import { parametersOn } from '../regulation/parameters-on';
import { rulesetById } from '../regulation/rulesets';

/** The pass mark in force on the day of a test, which is kept with the attempt; a problem where the ruleset has none. */
export function passMarkOn(
  { course, parameterSettings }: Pick<CourseFacts, 'course' | 'parameterSettings'>,
  on: Day,
): Result<number, Problem> {
  const ruleset = rulesetById(course.ruleset);
  if (!ruleset || on < ruleset.from) return fail(problem('pass-mark-unknown', { ruleset: course.ruleset, on }, 'on'));
  return ok(parametersOn(ruleset, parameterSettings, on).passMark.value);
}
