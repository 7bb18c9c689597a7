import type { Day } from '../../shared/basics/day';
import type { CourseId } from '../../shared/records/ids';
import type { Session } from '../../shared/records/session';
import { useRows } from './use-rows';

/** Sessions of other courses from one day to another, both included, for clashes of teacher and room; undefined while they load. */
export const useSessionsBetween = (from: Day, to: Day, except: CourseId): readonly Session[] | undefined =>
  useRows(
    async (db) =>
      (await db.sessions.where('date').between(from, to, true, true).toArray())
        .filter((row) => row.courseId !== except)
        .map(({ record }) => record),
    [from, to, except],
  );
