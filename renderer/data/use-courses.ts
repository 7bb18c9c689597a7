import type { Day } from '../../shared/basics/day';
import type { Course } from '../../shared/records/course';
import type { CourseId } from '../../shared/records/ids';
import { DOCUMENT_KINDS } from '../../shared/state/documents';
import { COURSES } from '../../shared/state/find-record';
import { leafValue, leafValues } from '../../shared/state/leaves';
import type { CourseSummary } from '../../shared/state/totals';
import { today } from '../platform/clock';
import { useAnswer } from './use-rows';

/** A course as the list shows it. Figures are those of the last time they were added up, a second behind at most. */
export interface CourseListItem {
  readonly course: Course;
  /** null for a moment after the course was made. */
  readonly figures: CourseFigures | null;
}

export interface CourseFigures extends Omit<CourseSummary, 'id' | 'unrecorded'> {
  /** Marks that are missing in sessions up to today. */
  readonly unrecordedMarks: number;
}

/** The figures on a day: what is missing in sessions to come is not missing yet. */
const figuresOn = ({ id: _id, unrecorded, ...rest }: CourseSummary, day: Day): CourseFigures => ({
  ...rest,
  unrecordedMarks: unrecorded.reduce((sum, { date, marks }) => (date <= day ? sum + marks : sum), 0),
});

/** All courses, the latest first; undefined while they load. */
export const useCourses = (): readonly CourseListItem[] | undefined =>
  useAnswer(
    (source) => {
      const day = today();
      return leafValues(source, COURSES)
        .flatMap(({ course }) => course ?? [])
        .sort((a, b) => (a.startsOn < b.startsOn ? 1 : a.startsOn > b.startsOn ? -1 : a.id < b.id ? 1 : -1))
        .map((course): CourseListItem => {
          const summary = leafValue(source, { kind: 'summaries' }, course.id);
          return { course, figures: summary ? figuresOn(summary, day) : null };
        });
    },
    [],
    DOCUMENT_KINDS,
  );

/** One course; null when there is none, undefined while it loads. */
export const useCourse = (courseId: CourseId): Course | null | undefined =>
  useAnswer((source) => leafValue(source, COURSES, courseId)?.course ?? null, [courseId]);
