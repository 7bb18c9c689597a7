import type { HourCertificate } from '../../shared/records/hour-certificate';
import type { CourseId } from '../../shared/records/ids';
import type { PackageRecord } from '../../shared/records/package-record';
import { useRows } from './use-rows';

/** The hour certificates issued in a course, by number, revoked ones included; undefined while they load. */
export const useHourCertificates = (courseId: CourseId): readonly HourCertificate[] | undefined =>
  useRows(
    async (db) =>
      (await db.hourCertificates.where('courseId').equals(courseId).sortBy('number')).map((row) => row.record),
    [courseId],
  );

/** The sealed packages of a course, the oldest version first; undefined while they load. */
export const usePackages = (courseId: CourseId): readonly PackageRecord[] | undefined =>
  useRows(
    async (db) =>
      (await db.packages.where('courseId').equals(courseId).toArray())
        .map((row) => row.record)
        .sort((a, b) => a.version - b.version),
    [courseId],
  );
