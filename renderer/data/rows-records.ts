import { assertNever } from '../../shared/basics/assert-never';
import type { CourseId } from '../../shared/records/ids';
import { markAt, recordedOnAt, type AttendanceColumn } from '../../shared/records/attendance-column';
import type { Enrolment } from '../../shared/records/enrolment';
import { markId } from '../../shared/records/ids';
import type { MarkRecord } from '../../shared/records/mark';
import type { Tables } from '../../shared/records/tables';
import type { Initials } from './pinyin-initials';
import type { Linked, Rows, RowTable } from './row-types';

/** A record of a table that is stored one row each. */
export type RowRecord = { [T in RowTable]: { readonly table: T; readonly record: Tables[T] } }[RowTable];

const coursesOf = (linked: Linked | undefined): readonly CourseId[] =>
  [...new Set(Object.values(linked?.enrolments ?? {}))].sort();

/** The row of a record, with what points at it. The only place that knows which members are indexed. */
export function toRow({ table, record }: RowRecord, linked: Linked | undefined, initials: Initials): Rows[RowTable] {
  const base = { id: record.id, ...(linked && Object.keys(linked).length > 0 && { linked }) };
  switch (table) {
    case 'persons': {
      const { idNumber, mergedInto, name } = record;
      const merged = mergedInto === undefined ? {} : { mergedInto };
      return { ...base, record, idNumber, initials: initials(name), courses: coursesOf(linked), ...merged };
    }
    case 'certificates': {
      const number = record.number === undefined ? {} : { number: record.number };
      return { ...base, record, personId: record.personId, courses: coursesOf(linked), ...number };
    }
    case 'courses':
      return { ...base, record, startsOn: record.startsOn };
    case 'sessions':
      return { ...base, record, courseId: record.courseId, date: record.date };
    case 'enrolments': {
      const { courseId, personId, certificateId } = record;
      return { ...base, record, courseId, personId, certificateId };
    }
    case 'outsideHours':
      return { ...base, record, certificateId: record.certificateId };
    case 'barred':
      return { ...base, record, idNumber: record.idNumber };
    case 'hourCertificates': {
      const { courseId, personId, certificateId, number } = record;
      return { ...base, record, courseId, personId, certificateId, number };
    }
    case 'packages':
      return { ...base, record, courseId: record.courseId };
    case 'institution':
      return { ...base, record };
    case 'attempts':
      return { ...base, record };
    case 'ceYearChoices':
      return { ...base, record };
    case 'professionalChoices':
      return { ...base, record };
    case 'parameterSettings':
      return { ...base, record };
    case 'columnMappings':
      return { ...base, record };
    default:
      return assertNever(table);
  }
}

/** The record in a row. */
export const fromRow = <T extends RowTable>(row: Rows[T]): Tables[T] => row.record as Tables[T];

/** The record of one mark of a column, or null where none is recorded. */
export function markRecordAt(
  column: AttendanceColumn | undefined,
  enrolment: Pick<Enrolment, 'id' | 'index'>,
): MarkRecord | null {
  const mark = markAt(column, enrolment.index);
  const recordedOn = recordedOnAt(column, enrolment.index);
  if (!column || !mark || !recordedOn) return null;
  return {
    id: markId(column.sessionId, enrolment.id),
    sessionId: column.sessionId,
    enrolmentId: enrolment.id,
    mark,
    recordedOn,
  };
}
