import type { Day } from '../basics/day';
import type { Digest } from '../basics/sha256';
import type { Json } from '../basics/json';
import type { CertificateId, CourseId, EnrolmentId, HourCertificateId, PersonId } from './ids';

/** 学时证明: one per person × certificate × CE year. What was printed is frozen; reprint returns the stored bytes. */
export interface HourCertificate {
  readonly id: HourCertificateId;
  readonly number: string;
  readonly courseId: CourseId;
  readonly enrolmentId: EnrolmentId;
  readonly personId: PersonId;
  readonly certificateId: CertificateId;
  /** null in an exchange course. */
  readonly ceYear: number | null;
  readonly issuedOn: Day;
  /** Exactly the data that the page shows. */
  readonly frozen: Json;
  /** The stored PDF of this one page. */
  readonly pdf: Digest;
  readonly reprints: readonly { readonly on: Day; readonly reason: string }[];
  readonly revoked?: { readonly on: Day; readonly reason: string };
}
