import type { Day } from '../../shared/basics/day';
import { markAt } from '../../shared/records/attendance-column';
import { whyNotAttending } from '../../shared/records/attends';
import type { Course } from '../../shared/records/course';
import type { Session } from '../../shared/records/session';
import { coursesBetween } from '../../shared/state/courses-between';
import { seatsOf, sessionsOf } from '../../shared/state/facts-of';
import { COURSES } from '../../shared/state/find-record';
import { leafValue } from '../../shared/state/leaves';
import { useAnswer } from './use-rows';

/** A session of a day, with how far its register is. */
export interface SessionToday {
  readonly session: Session;
  readonly course: Course;
  /** Active enrolments that take part in it, and how many of them have a mark. */
  readonly people: number;
  readonly recorded: number;
}

/** The sessions of a day over all courses, in the order of their times, live; undefined while they load. */
export const useTodaysSessions = (day: Day): readonly SessionToday[] | undefined =>
  useAnswer(
    (source) =>
      coursesBetween(source, day, day)
        .flatMap((courseId): readonly SessionToday[] => {
          const course = leafValue(source, COURSES, courseId)?.course;
          const sessions = sessionsOf(source, courseId).filter(({ date }) => date === day);
          if (sessions.length === 0) return [];
          const active = seatsOf(source, courseId).filter(({ enrolment }) => enrolment.status.kind === 'active');
          return sessions.flatMap((session): readonly SessionToday[] => {
            const column = source.read('attendance', session.id);
            const taking = active.filter(({ enrolment }) => whyNotAttending(session, enrolment) === null);
            const recorded = taking.filter(({ enrolment }) => markAt(column, enrolment.index) !== null).length;
            return course ? [{ session, course, people: taking.length, recorded }] : [];
          });
        })
        .sort((a, b) => a.session.start - b.session.start || (a.session.id < b.session.id ? -1 : 1)),
    [day],
  );
