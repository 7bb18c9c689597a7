import { addDays, type Day } from '../../../shared/basics/day';
import type { CourseListItem } from '../../data/use-courses';

/** A course that ended within so many days still wants something, handed in or not. */
const RECENT_DAYS = 60;
/** Without a package it still does, until its hours can no longer count for the CE year that it was held for. */
const OPEN_DAYS = 400;
const SHOWN = 6;

/**
 * The courses of the start page: running, to come, ended of late, or ended and never handed in. The order is kept; without
 * any, the latest ones.
 */
export function currentCourses(courses: readonly CourseListItem[], today: Day): readonly CourseListItem[] {
  const current = courses.filter(({ course: { endsOn }, figures }) => {
    const days = figures !== null && figures.packages === 0 && figures.people > 0 ? OPEN_DAYS : RECENT_DAYS;
    return endsOn >= addDays(today, -days);
  });
  return (current.length > 0 ? current : courses).slice(0, SHOWN);
}
