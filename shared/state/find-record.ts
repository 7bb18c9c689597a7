import { assertNever } from '../basics/assert-never';
import { markAt, recordedOnAt, type AttendanceColumn } from '../records/attendance-column';
import type { Enrolment } from '../records/enrolment';
import { markId, type EnrolmentId, type SessionId } from '../records/ids';
import type { MarkRecord } from '../records/mark';
import type { TableName, Tables } from '../records/tables';
import type { CertificateHeld, Holder, Seat, Source } from './documents';
import { leafValue, type LeafScope } from './leaves';

export const COURSES: LeafScope<'courses'> = { kind: 'courses' };
export const PEOPLE: LeafScope<'people'> = { kind: 'people' };
export const DIRECTORY: LeafScope<'directory'> = { kind: 'directory' };
export const BARRED: LeafScope<'barred'> = { kind: 'barred' };
export const rosterOf = (courseId: string): LeafScope<'rosters'> => ({ kind: 'rosters', of: courseId });
export const papersOf = (courseId: string): LeafScope<'papers'> => ({ kind: 'papers', of: courseId });
export const ownersOf = (table: OwnedTable): LeafScope<'owners'> => ({ kind: 'owners', of: table });

/** Tables whose records are kept with another record, or course by course: their place is found through the owner's id. */
export type OwnedTable =
  | 'certificates'
  | 'sessions'
  | 'enrolments'
  | 'attempts'
  | 'professionalChoices'
  | 'outsideHours'
  | 'ceYearChoices'
  | 'hourCertificates'
  | 'packages';

/** Records of the one settings document. */
export type SettingsTable = 'institution' | 'parameterSettings' | 'columnMappings';

export const SETTINGS = 'settings';
export const MERGES = 'merges';
export const WAITING = 'waiting';

/** The id of the record that this one is kept with; undefined when there is no such record. */
export const ownerOf = (source: Source, table: OwnedTable, key: string): string | undefined =>
  leafValue(source, ownersOf(table), key);

export const holderOf = (source: Source, personId: string): Holder | undefined => leafValue(source, PEOPLE, personId);

/** An enrolment with what stands under it; undefined when there is no such enrolment. */
export function seatOf(source: Source, enrolmentId: string): Seat | undefined {
  const courseId = ownerOf(source, 'enrolments', enrolmentId);
  return courseId === undefined ? undefined : leafValue(source, rosterOf(courseId), enrolmentId);
}

/** A certificate with what stands under it; undefined when there is no such certificate. */
export function heldOf(source: Source, certificateId: string): CertificateHeld | undefined {
  const personId = ownerOf(source, 'certificates', certificateId);
  return personId === undefined
    ? undefined
    : holderOf(source, personId)?.certificates.find(({ certificate }) => certificate.id === certificateId);
}

/** A mark's key is made of these two. */
export function placeOfMark(key: string): { readonly sessionId: SessionId; readonly enrolmentId: EnrolmentId } {
  const colon = key.indexOf(':');
  return { sessionId: key.slice(0, colon) as SessionId, enrolmentId: key.slice(colon + 1) as EnrolmentId };
}

/** The record of one mark of a column, or null where none is recorded. */
export function markIn(
  column: AttendanceColumn | undefined,
  enrolment: Pick<Enrolment, 'id' | 'index'>,
): MarkRecord | null {
  const mark = markAt(column, enrolment.index);
  const recordedOn = recordedOnAt(column, enrolment.index);
  if (!column || !mark || !recordedOn) return null;
  const { sessionId } = column;
  return { id: markId(sessionId, enrolment.id), sessionId, enrolmentId: enrolment.id, mark, recordedOn };
}

/** A record as it is now, wherever it stands; null when there is none. */
export function recordOf<T extends TableName>(source: Source, table: T, key: string): Tables[T] | null {
  const waiting = source.read('waiting', WAITING)?.entries.get(`${table}/${key}`);
  return (waiting ?? placedRecord(source, table, key) ?? null) as Tables[T] | null;
}

function placedRecord(source: Source, table: TableName, key: string): object | null | undefined {
  const byId = <R extends { readonly id: string }>(list: readonly R[] | undefined): R | undefined =>
    list?.find(({ id }) => id === key);
  switch (table) {
    case 'institution':
    case 'parameterSettings':
    case 'columnMappings':
      return source.read('settings', SETTINGS)?.entries.get(`${table}/${key}`);
    case 'persons':
      return holderOf(source, key)?.person;
    case 'certificates':
      return heldOf(source, key)?.certificate;
    case 'courses':
      return leafValue(source, COURSES, key)?.course;
    case 'sessions':
      return source.read('timetables', ownerOf(source, table, key) ?? '')?.entries.get(key);
    case 'enrolments':
      return seatOf(source, key)?.enrolment;
    case 'marks': {
      const { sessionId, enrolmentId } = placeOfMark(key);
      const enrolment = seatOf(source, enrolmentId)?.enrolment;
      const column = source.read('attendance', sessionId);
      return enrolment && column?.courseId === enrolment.courseId ? markIn(column, enrolment) : null;
    }
    case 'attempts':
      return byId(seatOf(source, ownerOf(source, table, key) ?? '')?.attempts);
    case 'professionalChoices':
      return byId(seatOf(source, ownerOf(source, table, key) ?? '')?.choices);
    case 'outsideHours':
      return byId(heldOf(source, ownerOf(source, table, key) ?? '')?.outsideHours);
    case 'ceYearChoices':
      return byId(heldOf(source, ownerOf(source, table, key) ?? '')?.ceYearChoices);
    case 'barred':
      return leafValue(source, BARRED, key);
    case 'hourCertificates':
      return leafValue(source, papersOf(ownerOf(source, table, key) ?? ''), key);
    case 'packages':
      return source.read('sealed', ownerOf(source, table, key) ?? '')?.entries.get(key);
    default:
      return assertNever(table);
  }
}
