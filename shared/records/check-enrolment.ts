import { addDays } from '../basics/day';
import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import type { Course } from './course';
import type { Enrolment } from './enrolment';

/**
 * What is wrong with an enrolment's days. from lies in the course; to may also be the day before it starts, for
 * somebody who left before the first lesson.
 */
export function checkEnrolment(
  enrolment: Enrolment,
  course: Pick<Course, 'startsOn' | 'endsOn'>,
  name: string,
): readonly Problem[] {
  const { from, to } = enrolment;
  const { startsOn, endsOn } = course;
  const problems: Problem[] = [];
  if (from && (from < startsOn || from > endsOn))
    problems.push(problem('enrolment-dates', { name, what: '入班日期', on: from, startsOn, endsOn }, 'from'));
  const earliest = addDays(from && from > startsOn ? from : startsOn, -1);
  if (to && (to < earliest || to > endsOn))
    problems.push(
      problem('enrolment-dates', { name, what: '最后在班日期', on: to, startsOn: from ?? startsOn, endsOn }, 'to'),
    );
  return problems;
}
