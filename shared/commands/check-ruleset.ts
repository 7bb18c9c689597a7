import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import type { Course } from '../records/course';
import { rulesetById, rulesetRefusals } from '../regulation/rulesets';

/** What speaks against the ruleset of a course, in words: never a silent default. */
export function checkRuleset(course: Pick<Course, 'ruleset' | 'purpose' | 'startsOn'>): readonly Problem[] {
  const ruleset = rulesetById(course.ruleset);
  if (!ruleset) return [problem('ruleset-unknown', { ruleset: course.ruleset ?? '' }, 'ruleset')];
  const { title, from, to } = ruleset;
  const { startsOn, purpose } = course;
  return rulesetRefusals(course).flatMap((refusal) => {
    if (refusal === 'ruleset-purpose')
      return [
        problem(refusal, { ruleset: title, purpose: purpose === 'annual' ? '年度继续教育' : '换证' }, 'ruleset'),
      ];
    // A course without its first day is told so once, by checkCourse.
    return startsOn ? [problem('ruleset-dates', { ruleset: title, from, to: to ?? null, startsOn }, 'startsOn')] : [];
  });
}
