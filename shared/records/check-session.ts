import { groupBy } from '../basics/group-by';
import { clockTime } from '../basics/minutes';
import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import type { Course } from './course';
import type { Session } from './session';

const MINUTES_OF_DAY = 24 * 60;
const MOST_PERIODS = 24;
const HIGHEST_NUMBER = 999;

/** What is wrong with one session within its course. */
export function checkSession(
  session: Pick<Session, 'number' | 'date' | 'start' | 'end' | 'periods' | 'category' | 'posts'>,
  course: Pick<Course, 'startsOn' | 'endsOn'>,
): readonly Problem[] {
  const { number, date, start, end, periods, category, posts } = session;
  const { startsOn, endsOn } = course;
  const problems: Problem[] = [];
  if (!isWhole(number, 1, HIGHEST_NUMBER)) problems.push(problem('session-number', { number }, 'number'));
  if (!isWhole(start, 0, MINUTES_OF_DAY - 1) || !isWhole(end, 1, MINUTES_OF_DAY) || start >= end) {
    problems.push(problem('session-time', { number, start: shownTime(start), end: shownTime(end) }, 'end'));
  }
  if (!isWhole(periods, 1, MOST_PERIODS)) problems.push(problem('session-periods', { number, periods }, 'periods'));
  if (date < startsOn || date > endsOn)
    problems.push(problem('session-outside-course', { number, date, startsOn, endsOn }, 'date'));
  if (category === 'public' && posts.length > 0) problems.push(problem('session-posts-public', { number }, 'posts'));
  return problems;
}

/** Session numbers that stand more than once, each reported once. */
export function checkSessionNumbers(sessions: readonly Session[]): readonly Problem[] {
  return [...groupBy(sessions, (session) => session.number)]
    .filter(([, same]) => same.length > 1)
    .map(([number]) => problem('session-number-taken', { number }, 'number'));
}

const isWhole = (value: number, min: number, max: number): boolean =>
  Number.isInteger(value) && value >= min && value <= max;
const shownTime = (minutes: number): string => (isWhole(minutes, 0, MINUTES_OF_DAY) ? clockTime(minutes) : '不明');
