import type { Day } from '../../shared/basics/day';
import type { CourseId } from '../../shared/records/ids';
import type { Session } from '../../shared/records/session';
import { coursesBetween } from '../../shared/state/courses-between';
import { sessionsOf } from '../../shared/state/facts-of';
import { useAnswer } from './use-rows';

/** Sessions of other courses from one day to another, both included, for clashes of teacher and room; undefined while they load. */
export const useSessionsBetween = (from: Day, to: Day, except: CourseId): readonly Session[] | undefined =>
  useAnswer(
    (source) =>
      coursesBetween(source, from, to)
        .filter((id) => id !== except)
        .flatMap((id) => sessionsOf(source, id))
        .filter(({ date }) => from <= date && date <= to),
    [from, to, except],
  );
