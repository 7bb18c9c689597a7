import type { HourCertificate } from '../../shared/records/hour-certificate';
import type { CourseId } from '../../shared/records/ids';
import type { PackageRecord } from '../../shared/records/package-record';
import { papersOf } from '../../shared/state/find-record';
import { leafValues } from '../../shared/state/leaves';
import { useAnswer } from './use-rows';

/** The hour certificates issued in a course, by number, revoked ones included; undefined while they load. */
export const useHourCertificates = (courseId: CourseId): readonly HourCertificate[] | undefined =>
  useAnswer(
    (source) => leafValues(source, papersOf(courseId)).toSorted((a, b) => (a.number < b.number ? -1 : 1)),
    [courseId],
  );

/** The sealed packages of a course, the oldest version first; undefined while they load. */
export const usePackages = (courseId: CourseId): readonly PackageRecord[] | undefined =>
  useAnswer(
    (source) => [...(source.read('sealed', courseId)?.entries.values() ?? [])].sort((a, b) => a.version - b.version),
    [courseId],
  );
