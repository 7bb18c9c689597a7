import type { Day } from '../basics/day';
import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import type { Course } from './course';
import type { TestAttempt } from './test-attempt';

const MOST_ATTEMPTS = 20;

/** What is wrong with one attempt: points in halves from 0 to 100, a number, a day from the course's start to today. */
export function checkAttempt(
  attempt: Pick<TestAttempt, 'score' | 'number' | 'on'>,
  course: Pick<Course, 'startsOn'>,
  name: string,
  today: Day,
): readonly Problem[] {
  const { score, number, on } = attempt;
  const problems: Problem[] = [];
  if (score !== 'absent' && !(score >= 0 && score <= 100 && Number.isInteger(score * 2))) {
    problems.push(problem('attempt-score', { name, score: Number.isFinite(score) ? score : '不是数字' }, 'score'));
  }
  if (!Number.isInteger(number) || number < 1 || number > MOST_ATTEMPTS)
    problems.push(problem('attempt-number', { name, number }, 'number'));
  if (on > today) problems.push(problem('day-in-future', { what: `${name}的测试`, on, today }, 'on'));
  if (on < course.startsOn)
    problems.push(problem('attempt-before-course', { name, on, startsOn: course.startsOn }, 'on'));
  return problems;
}

/** Attempts whose number stands twice, and (a warning) those dated before the attempt with the number before. */
export function checkAttemptSeries(attempts: readonly TestAttempt[], name: string): readonly Problem[] {
  const sorted = [...attempts].sort((a, b) => a.number - b.number);
  return sorted.slice(1).flatMap((attempt, i) => {
    const previous = sorted[i]!;
    if (attempt.number === previous.number)
      return [problem('attempt-number-taken', { name, number: attempt.number }, 'number')];
    return attempt.on < previous.on
      ? [problem('attempt-order', { name, number: attempt.number, on: attempt.on }, 'on')]
      : [];
  });
}
