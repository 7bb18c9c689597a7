import type { Day } from '../../shared/basics/day';
import type { Digest } from '../../shared/basics/sha256';
import type { Instant } from '../../shared/basics/instant';
import type { AttendanceColumn } from '../../shared/records/attendance-column';
import type { CeYearChoice, ProfessionalChoice } from '../../shared/records/choices';
import type { CertificateId, CourseId, PersonId, SessionId } from '../../shared/records/ids';
import type { MarkRecord } from '../../shared/records/mark';
import type { OutsideHours } from '../../shared/records/outside-hours';
import type { TableName, Tables } from '../../shared/records/tables';
import type { TestAttempt } from '../../shared/records/test-attempt';

/** Tables whose records are stored one row each; marks live in the attendance columns. */
export type RowTable = Exclude<TableName, 'marks'>;
export const ROW_TABLES = [
  'institution',
  'persons',
  'certificates',
  'courses',
  'sessions',
  'enrolments',
  'attempts',
  'outsideHours',
  'ceYearChoices',
  'professionalChoices',
  'barred',
  'parameterSettings',
  'columnMappings',
  'hourCertificates',
  'packages',
] as const satisfies readonly RowTable[];

/** What points at a row, kept with it so that a class opens with one read per table. */
export interface Linked {
  /** Course of each enrolment of the person or certificate. */
  readonly enrolments?: { readonly [id: string]: CourseId };
  /** On the certificate. */
  readonly outsideHours?: { readonly [id: string]: OutsideHours };
  readonly ceYearChoices?: { readonly [id: string]: CeYearChoice };
  /** On the enrolment. */
  readonly attempts?: { readonly [id: string]: TestAttempt };
  readonly professionalChoices?: { readonly [id: string]: ProfessionalChoice };
}
export type LinkedTable = keyof Linked;

/** A record with what the indexes and the hot reads need beside it. `linked` is absent while nothing points at it. */
interface RowBase<T extends RowTable> {
  readonly id: string;
  readonly record: Tables[T];
  readonly linked?: Linked;
}

export interface PersonRow extends RowBase<'persons'> {
  readonly idNumber: string;
  /** First letters of the name's pinyin, lower case: 'ygp'. */
  readonly initials: string;
  readonly mergedInto?: PersonId;
  /** Courses in which the person is enrolled, from linked.enrolments. */
  readonly courses: readonly CourseId[];
}

export interface CertificateRow extends RowBase<'certificates'> {
  readonly personId: PersonId;
  readonly number?: string;
  readonly courses: readonly CourseId[];
}

export interface CourseRow extends RowBase<'courses'> {
  readonly startsOn: string;
}

export interface SessionRow extends RowBase<'sessions'> {
  readonly courseId: CourseId;
  readonly date: string;
}

export interface EnrolmentRow extends RowBase<'enrolments'> {
  readonly courseId: CourseId;
  readonly personId: PersonId;
  readonly certificateId: CertificateId;
}

export interface OutsideHoursRow extends RowBase<'outsideHours'> {
  readonly certificateId: CertificateId;
}

export interface BarredRow extends RowBase<'barred'> {
  readonly idNumber: string;
}

export interface HourCertificateRow extends RowBase<'hourCertificates'> {
  readonly courseId: CourseId;
  readonly personId: PersonId;
  readonly certificateId: CertificateId;
  readonly number: string;
}

export interface PackageRow extends RowBase<'packages'> {
  readonly courseId: CourseId;
}

/** The row type of each table. */
export interface Rows {
  readonly institution: RowBase<'institution'>;
  readonly persons: PersonRow;
  readonly certificates: CertificateRow;
  readonly courses: CourseRow;
  readonly sessions: SessionRow;
  readonly enrolments: EnrolmentRow;
  readonly attempts: RowBase<'attempts'>;
  readonly outsideHours: OutsideHoursRow;
  readonly ceYearChoices: RowBase<'ceYearChoices'>;
  readonly professionalChoices: RowBase<'professionalChoices'>;
  readonly barred: BarredRow;
  readonly parameterSettings: RowBase<'parameterSettings'>;
  readonly columnMappings: RowBase<'columnMappings'>;
  readonly hourCertificates: HourCertificateRow;
  readonly packages: PackageRow;
}

/** All marks of one session. */
export interface AttendanceRow extends AttendanceColumn {
  readonly id: SessionId;
  readonly courseId: CourseId;
}

/** A record that points at one not (or no longer) there; put in its place as soon as that one comes. */
export interface WaitingRow {
  /** `table/key` of the record that waits. */
  readonly id: string;
  /** `table/key` of what it waits for. */
  readonly waitsFor: readonly string[];
  /** A mark has no row of its own while it waits. */
  readonly mark?: MarkRecord;
}

/** One journal entry as the 留痕 page lists it. */
export interface EntryRow {
  /** Place in the order of replay, from 1. */
  readonly place: number;
  readonly hash: Digest;
  readonly chain: string;
  readonly seq: number;
  readonly kind: string;
  readonly time: Instant;
  readonly operator: string;
  readonly reason?: string;
  readonly parents: readonly Digest[];
  /** How many records of each table it changed. */
  readonly tables: { readonly [table: string]: number };
  readonly courses: readonly CourseId[];
  /** `table/key` of every record it changed. */
  readonly touches: readonly string[];
  readonly importId?: string;
  /** 'part' of a closed import (listed under its closing entry) or of one never closed, which has no effect. */
  readonly standing: 'in-force' | 'part' | 'unclosed';
}

/** One CE year of a certificate over all courses and hours from outside; open = what unrecorded sessions could still add. */
export interface YearTotals {
  readonly year: number;
  readonly from: Day;
  readonly to: Day;
  readonly total: number;
  readonly professional: number;
  readonly openTotal: number;
  readonly openProfessional: number;
}

/** The ledger line of one certificate: recomputed after each commit that touches its holder. */
export interface TotalsRow {
  readonly id: CertificateId;
  /** The holder that counts, where person records were merged. */
  readonly personId: PersonId;
  /** Why the years are not known; then there are none. */
  readonly gap: 'no-issue-date' | 'no-origin' | null;
  readonly years: readonly YearTotals[];
}

/** Figures of a course for the list of courses. */
export interface SummaryRow {
  readonly id: CourseId;
  readonly people: number;
  readonly sessions: number;
  readonly plannedTotal: number;
  readonly plannedProfessional: number;
  readonly plannedPublic: number;
  /** Marks that are still missing, by the day of their session; the reader leaves out the days to come. */
  readonly unrecorded: readonly { readonly date: Day; readonly marks: number }[];
  readonly missingTests: number;
  readonly hourCertificates: number;
  readonly packages: number;
}

/** Totals that are no longer true: of a person, of a course's figures, or of everybody in a course. */
export interface StaleRow {
  readonly id: string;
  /** Place of the entry that made it stale: a later one means that what was added up meanwhile is old again. */
  readonly place: number;
  readonly what:
    | { readonly kind: 'person'; readonly id: PersonId }
    | { readonly kind: 'course'; readonly id: CourseId }
    | { readonly kind: 'people-of'; readonly id: CourseId };
}

/** The highest enrolment index ever given in a course, also to enrolments taken back since. */
export interface SeatsRow {
  readonly id: CourseId;
  readonly highest: number;
}

/** The head of one chain up to which the rows follow the journal. */
export interface AppliedHead {
  readonly chain: string;
  readonly seq: number;
  readonly hash: Digest;
}

/** The one row of meta. */
export interface MetaRow {
  readonly id: 'projection';
  readonly projectionVersion: number;
  readonly heads: readonly AppliedHead[];
  /** Place of the last entry in the order of replay. */
  readonly place: number;
  /** Digest of the set of all records, see record-digest.ts. */
  readonly digest: string;
  /** The stores that hold something, see filled-stores.ts. */
  readonly filled?: readonly string[];
  /** The data folder as it was shown when the rows were built. */
  readonly folder: string;
}
