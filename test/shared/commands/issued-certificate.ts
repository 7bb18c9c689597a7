import { day } from '../../../shared/basics/day';
import type { HourCertificate } from '../../../shared/records/hour-certificate';
import type { HourCertificateId } from '../../../shared/records/ids';
import { certificateId, course, enrolmentId, personId } from '../facts-builder';

/** Digest of a stored page. */
export const PDF = 'ab'.repeat(32);

/** A certificate of the n-th person of a course, issued on 21 March 2026. */
export const issuedCertificate = (n: number, more: Partial<HourCertificate> = {}): HourCertificate => ({
  id: `Z${n}` as HourCertificateId,
  number: `JC-2026-${String(n).padStart(4, '0')}`,
  courseId: course().facts().course.id,
  enrolmentId: enrolmentId(n),
  personId: personId(n),
  certificateId: certificateId(n),
  ceYear: 2025,
  issuedOn: day('2026-03-21'),
  frozen: {},
  pdf: PDF,
  reprints: [],
  ...more,
});
