import type { Day } from '../../shared/basics/day';
import type { Course } from '../../shared/records/course';
import type { CourseId } from '../../shared/records/ids';
import { today } from '../platform/clock';
import type { SummaryRow } from './row-types';
import { useRows } from './use-rows';

/** A course as the list shows it. Figures are those of the last time they were added up, a second behind at most. */
export interface CourseListItem {
  readonly course: Course;
  /** null for a moment after the course was made. */
  readonly figures: CourseFigures | null;
}

export interface CourseFigures extends Omit<SummaryRow, 'id' | 'unrecorded'> {
  /** Marks that are missing in sessions up to today. */
  readonly unrecordedMarks: number;
}

/** The figures on a day: what is missing in sessions to come is not missing yet. */
const figuresOn = ({ id: _id, unrecorded, ...rest }: SummaryRow, day: Day): CourseFigures => ({
  ...rest,
  unrecordedMarks: unrecorded.reduce((sum, { date, marks }) => (date <= day ? sum + marks : sum), 0),
});

/** All courses, the latest first; undefined while they load. */
export const useCourses = (): readonly CourseListItem[] | undefined =>
  useRows(async (db) => {
    const [courses, summaries] = await Promise.all([
      db.courses.orderBy('startsOn').reverse().toArray(),
      db.summaries.toArray(),
    ]);
    const byId = new Map(summaries.map((row) => [row.id, row]));
    const day = today();
    return courses.map(({ record }) => {
      const summary = byId.get(record.id);
      return { course: record, figures: summary ? figuresOn(summary, day) : null };
    });
  }, []);

/** One course; null when there is none, undefined while it loads. */
export const useCourse = (courseId: CourseId): Course | null | undefined =>
  useRows(async (db) => (await db.courses.get(courseId))?.record ?? null, [courseId]);
