import type { Day } from '../basics/day';
import type { CertificateId, EnrolmentId, OutsideHoursId, PersonId, SessionId } from './ids';

/** ce-year-choice: the registrar lets a session's or an item's hours count for another CE year of the certificate. */
export interface CeYearChoice {
  readonly id: string;
  readonly certificateId: CertificateId;
  readonly target: { readonly session: SessionId } | { readonly outsideHours: OutsideHoursId };
  readonly ceYear: number;
  readonly reason: string;
}

/** For a person with several certificates in one course: which enrolment a professional session counts for. */
export interface ProfessionalChoice {
  readonly id: string;
  readonly sessionId: SessionId;
  readonly personId: PersonId;
  readonly enrolmentId: EnrolmentId;
}

/** One line of the list of barred people that the city gives out (黑名单). */
export interface BarredPerson {
  readonly id: string;
  readonly name?: string;
  readonly idNumber: string;
  readonly reason?: string;
  readonly source: string;
  readonly importedOn: Day;
}
