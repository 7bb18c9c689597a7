import type { Brand } from '../basics/brand';

/** All ids are opaque, global and made once (ULID); nothing is ever read out of one. */
export type PersonId = Brand<string, 'PersonId'>;
export type CertificateId = Brand<string, 'CertificateId'>;
export type CourseId = Brand<string, 'CourseId'>;
export type SessionId = Brand<string, 'SessionId'>;
export type EnrolmentId = Brand<string, 'EnrolmentId'>;
export type AttemptId = Brand<string, 'AttemptId'>;
export type OutsideHoursId = Brand<string, 'OutsideHoursId'>;
export type HourCertificateId = Brand<string, 'HourCertificateId'>;
export type PackageId = Brand<string, 'PackageId'>;

/** The mark of one person in one session: session and enrolment make its id, so two devices' marks meet. */
export type MarkId = Brand<string, 'MarkId'>;
export const markId = (session: SessionId, enrolment: EnrolmentId): MarkId => `${session}:${enrolment}` as MarkId;

/** The ids of the tables that records may point at. */
export interface Ids {
  readonly persons: PersonId;
  readonly certificates: CertificateId;
  readonly courses: CourseId;
  readonly sessions: SessionId;
  readonly enrolments: EnrolmentId;
  readonly marks: MarkId;
  readonly attempts: AttemptId;
  readonly outsideHours: OutsideHoursId;
  readonly hourCertificates: HourCertificateId;
  readonly packages: PackageId;
}
