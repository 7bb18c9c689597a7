import { epochDays } from '../basics/day';
import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import type { Course } from './course';
import { isBlank } from './patch';

const LONG_COURSE_DAYS = 366;

/** What is wrong with a course's own members; whether its ruleset fits is the commands' question. */
export function checkCourse(course: Course): readonly Problem[] {
  const problems: Problem[] = [];
  const { startsOn, endsOn } = course;
  if (isBlank(course.title)) problems.push(problem('field-missing', { field: '班名' }, 'title'));
  if (isBlank(startsOn)) problems.push(problem('field-missing', { field: '开班日期' }, 'startsOn'));
  if (isBlank(endsOn)) problems.push(problem('field-missing', { field: '结班日期' }, 'endsOn'));
  if (!isBlank(startsOn) && !isBlank(endsOn)) {
    const days = epochDays(endsOn) - epochDays(startsOn) + 1;
    if (days < 1) problems.push(problem('course-dates-order', { startsOn, endsOn }, 'endsOn'));
    if (days > LONG_COURSE_DAYS) problems.push(problem('course-long', { startsOn, endsOn, days }, 'endsOn'));
  }
  return problems;
}
