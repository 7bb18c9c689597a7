import type { Day } from '../basics/day';
import type { Certificate } from '../records/certificate';
import type { CertificateId, EnrolmentId, PersonId, SessionId } from '../records/ids';
import type { Mark } from '../records/mark';
import type { IdKind, Sex } from '../records/person';
import type { Category, Session } from '../records/session';

/** One accepted row of a roster, values normalised. Missing members were blank or not in the file: blank never erases. */
export interface RosterEntry {
  readonly name: string;
  readonly idKind: IdKind;
  readonly idNumber: string;
  readonly sex?: Sex;
  readonly birthDate?: Day;
  readonly phone?: string;
  readonly employer?: string;
  readonly employerCreditCode?: string;
  readonly post: string;
  readonly postSpelling: string;
  readonly certificateNumber?: string;
  readonly issuedOn?: Day;
  readonly origin?: Certificate['origin'];
  readonly validUntil?: Day;
  readonly appliedOn?: Day;
  readonly foundInSystem?: 'yes' | 'no';
  readonly healthy?: 'yes' | 'no';
  readonly employed?: 'yes' | 'no';
  readonly stillInPost?: 'yes' | 'no';
  readonly note?: string;
}

/** A roster row on its way in: which existing person and certificate it is, and which changed fields to take over. */
export interface RosterRowToImport {
  readonly entry: RosterEntry;
  readonly person: PersonId | null;
  readonly certificate: CertificateId | null;
  readonly enrolment: EnrolmentId | null;
  /** Fields of existing records to overwrite with the row's value; the others keep the stored value. */
  readonly take: readonly (keyof RosterEntry)[];
}

/** One accepted row of a timetable. `existing` is the session of this course that it is about, if any. */
export interface SessionEntry extends Pick<Session, 'number' | 'date' | 'start' | 'end' | 'periods'> {
  readonly category: Category;
  readonly title?: string;
  readonly teacher?: string;
  readonly room?: string;
  readonly posts: readonly string[];
  readonly existing: SessionId | null;
}

/** One readable cell of an attendance sheet. */
export interface AttendanceEntry {
  readonly enrolmentId: EnrolmentId;
  readonly sessionId: SessionId;
  readonly mark: Mark;
}

/** One accepted row of a score sheet. */
export interface ScoreEntry {
  readonly enrolmentId: EnrolmentId;
  readonly on: Day;
  readonly number: number;
  readonly score: number | 'absent';
}
