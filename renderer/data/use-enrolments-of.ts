import type { Course } from '../../shared/records/course';
import type { Enrolment } from '../../shared/records/enrolment';
import type { CourseId, PersonId } from '../../shared/records/ids';
import { COURSES, holderOf, seatOf } from '../../shared/state/find-record';
import { leafValue } from '../../shared/state/leaves';
import { useAnswer } from './use-rows';

/** All enrolments of some people with their courses; undefined while they load. */
export const useEnrolmentsOf = (
  personIds: readonly PersonId[],
): { readonly enrolments: readonly Enrolment[]; readonly courses: ReadonlyMap<CourseId, Course> } | undefined =>
  useAnswer(
    (source) => {
      const enrolled = personIds.flatMap((id) => holderOf(source, id)?.enrolled ?? []);
      return {
        enrolments: enrolled.flatMap(([id]) => seatOf(source, id)?.enrolment ?? []),
        courses: new Map(
          enrolled.flatMap(([, id]): [CourseId, Course][] => {
            const course = leafValue(source, COURSES, id)?.course;
            return course ? [[id, course]] : [];
          }),
        ),
      };
    },
    [personIds.join()],
  );
