import type { Day } from '../basics/day';
import type { AttendanceColumn } from '../records/attendance-column';
import type { Certificate } from '../records/certificate';
import type { BarredPerson, CeYearChoice, ProfessionalChoice } from '../records/choices';
import type { Course } from '../records/course';
import type { Enrolment } from '../records/enrolment';
import type { HourCertificate } from '../records/hour-certificate';
import type { CourseId, PersonId } from '../records/ids';
import type { OutsideHours } from '../records/outside-hours';
import type { PackageRecord } from '../records/package-record';
import type { IdKind, Person } from '../records/person';
import type { Session } from '../records/session';
import type { TableName, Tables } from '../records/tables';
import type { TestAttempt } from '../records/test-attempt';
import type { CertificateTotals, CourseSummary } from './totals';

/**
 * A group of records that is kept, sealed and replaced as a whole. Never changed in place: what is different is a new
 * document. Its id says nothing personal.
 */
export interface Group<V> {
  readonly id: string;
  readonly entries: ReadonlyMap<string, V>;
}

/** A course in the list of courses, with the first and last day of its sessions. */
export interface CourseLine {
  /** null: sessions stand here whose course is not there (any more). */
  readonly course: Course | null;
  readonly from: Day | null;
  readonly until: Day | null;
}

/** One enrolment with what is recorded under it. */
export interface Seat {
  readonly enrolment: Enrolment;
  readonly attempts: readonly TestAttempt[];
  readonly choices: readonly ProfessionalChoice[];
}

/** One certificate with what is recorded under it. */
export interface CertificateHeld {
  readonly certificate: Certificate;
  readonly outsideHours: readonly OutsideHours[];
  readonly ceYearChoices: readonly CeYearChoice[];
}

/** What stands under a person's id, whether the person's own record is there or not. */
export interface Holder {
  readonly person: Person | null;
  readonly certificates: readonly CertificateHeld[];
  /** Enrolments under this id, with their courses, by enrolment id. */
  readonly enrolled: readonly (readonly [enrolment: string, course: CourseId])[];
}

/** A person as lists and searches need them; the only place where names stand beside what they are searched by. */
export interface DirectoryLine {
  readonly name: string;
  /** First letters of the name's pinyin, lower case: 'ygp'. */
  readonly initials: string;
  readonly idKind: IdKind;
  readonly idNumber: string;
  readonly employer?: string;
  readonly mergedInto?: PersonId;
}

/** What a data set consists of: each kind of document, with what is in one. */
export interface Documents {
  /** Where the groups of a kind begin: the smallest key that may stand in each, sorted; by the scope's name. */
  readonly leaves: { readonly id: string; readonly starts: readonly string[] };
  /** Courses by id, some hundred in one. */
  readonly courses: Group<CourseLine>;
  /** The sessions of one course. highest: the highest enrolment index ever given in it, −1 for none. */
  readonly timetables: Group<Session> & { readonly highest: number };
  /** The enrolments of one course, some hundred in one. */
  readonly rosters: Group<Seat>;
  /** All marks of one session. */
  readonly attendance: AttendanceColumn & { readonly id: string; readonly courseId: CourseId };
  /** People by id, some hundred in one. */
  readonly people: Group<Holder>;
  readonly directory: Group<DirectoryLine>;
  /** For each record that is kept with another one, the id of that one. */
  readonly owners: Group<string>;
  /** The hour certificates of one course, some hundred in one. */
  readonly papers: Group<HourCertificate>;
  /** The packages of one course. */
  readonly sealed: Group<PackageRecord>;
  readonly barred: Group<BarredPerson>;
  /** Institution, parameter settings and column mappings, by `table/key`: one document. */
  readonly settings: Group<Tables['institution'] | Tables['parameterSettings'] | Tables['columnMappings']>;
  /** Who was merged into whom, over the whole data set: one document. */
  readonly merges: Group<PersonId>;
  /** What was added up of each person, some hundred in one. Worked out from all the others, not from changes. */
  readonly totals: Group<readonly CertificateTotals[]>;
  /** The figures of each course, some hundred in one. Worked out, too. */
  readonly summaries: Group<CourseSummary>;
  /** Records that point at one not (or no longer) there, by `table/key`: one document. */
  readonly waiting: Group<object>;
}

export type DocumentKind = keyof Documents;

export const DOCUMENT_KINDS = [
  'leaves',
  'courses',
  'timetables',
  'rosters',
  'attendance',
  'people',
  'directory',
  'owners',
  'papers',
  'sealed',
  'barred',
  'settings',
  'merges',
  'waiting',
  'totals',
  'summaries',
] as const satisfies readonly DocumentKind[];

/** Kinds that are worked out from the others and may be a second behind them. */
export const DERIVED_KINDS = ['totals', 'summaries'] as const satisfies readonly DocumentKind[];

/** Where documents are read. What is not there is undefined; a document that was given once is the same object next time. */
export interface Source {
  read<K extends DocumentKind>(kind: K, id: string): Documents[K] | undefined;
}

/** What a record is from now on; null = it does not exist. */
export type RecordChange = {
  [T in TableName]: { readonly table: T; readonly key: string; readonly after: Tables[T] | null };
}[TableName];
