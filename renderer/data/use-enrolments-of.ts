import type { Course } from '../../shared/records/course';
import type { Enrolment } from '../../shared/records/enrolment';
import type { CourseId, PersonId } from '../../shared/records/ids';
import { useRows } from './use-rows';

/** All enrolments of some people with their courses; undefined while they load. */
export const useEnrolmentsOf = (
  personIds: readonly PersonId[],
): { readonly enrolments: readonly Enrolment[]; readonly courses: ReadonlyMap<CourseId, Course> } | undefined =>
  useRows(
    async (db) => {
      const enrolments = (
        await db.enrolments
          .where('personId')
          .anyOf([...personIds])
          .toArray()
      ).map((row) => row.record);
      const courses = await db.courses.bulkGet([...new Set(enrolments.map((enrolment) => enrolment.courseId))]);
      return { enrolments, courses: new Map(courses.flatMap((row) => (row ? [[row.record.id, row.record]] : []))) };
    },
    [personIds.join()],
  );
