import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import type { Course } from '../records/course';
import { rulesetById } from '../regulation/rulesets';

/** Whether a course's ruleset exists, is for its purpose and was in force when it starts: never a silent default. */
export function checkRuleset(course: Pick<Course, 'ruleset' | 'purpose' | 'startsOn'>): readonly Problem[] {
  const ruleset = rulesetById(course.ruleset);
  if (!ruleset) return [problem('ruleset-unknown', { ruleset: course.ruleset ?? '' }, 'ruleset')];
  const problems: Problem[] = [];
  const { startsOn } = course;
  if (ruleset.purpose !== course.purpose) {
    problems.push(
      problem(
        'ruleset-purpose',
        { ruleset: ruleset.title, purpose: course.purpose === 'annual' ? '年度继续教育' : '换证' },
        'ruleset',
      ),
    );
  }
  if (startsOn && (startsOn < ruleset.from || (ruleset.to && startsOn > ruleset.to))) {
    problems.push(
      problem(
        'ruleset-dates',
        { ruleset: ruleset.title, from: ruleset.from, to: ruleset.to ?? null, startsOn },
        'startsOn',
      ),
    );
  }
  return problems;
}
