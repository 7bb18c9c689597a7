import type { Day } from '../../shared/basics/day';
import { markAt } from '../../shared/records/attendance-column';
import { whyNotAttending } from '../../shared/records/attends';
import type { Course } from '../../shared/records/course';
import type { Session } from '../../shared/records/session';
import { useRows } from './use-rows';

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
  useRows(
    async (db) => {
      const sessions = (await db.sessions.where('date').equals(day).toArray())
        .map((row) => row.record)
        .sort((a, b) => a.start - b.start);
      const courseIds = [...new Set(sessions.map((session) => session.courseId))];
      const [courses, columns, enrolments] = await Promise.all([
        db.courses.bulkGet(courseIds),
        db.attendance.bulkGet(sessions.map((session) => session.id)),
        db.enrolments.where('courseId').anyOf(courseIds).toArray(),
      ]);
      const courseOf = new Map(courses.flatMap((row) => (row ? [[row.record.id, row.record] as const] : [])));
      return sessions.flatMap((session, i): SessionToday[] => {
        const course = courseOf.get(session.courseId);
        const taking = enrolments.filter(
          (row) =>
            row.courseId === session.courseId &&
            row.record.status.kind === 'active' &&
            whyNotAttending(session, row.record) === null,
        );
        const recorded = taking.filter((row) => markAt(columns[i], row.record.index) !== null).length;
        return course ? [{ session, course, people: taking.length, recorded }] : [];
      });
    },
    [day],
  );
