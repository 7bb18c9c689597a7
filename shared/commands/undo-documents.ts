import type { Json } from '../basics/json';
import { assertNever } from '../basics/assert-never';
import type { Enrolment } from '../records/enrolment';
import type { HourCertificate } from '../records/hour-certificate';
import type { PersonId } from '../records/ids';
import type { PackageRecord } from '../records/package-record';
import type { Tables } from '../records/tables';
import { samePerson, type Persons } from '../records/who-counts';
import type { NetItem } from './undo-items';

/** A document with the people whose records it rests on. */
interface Issued {
  readonly number: string;
  readonly courseId: string;
  readonly enrolments: ReadonlySet<string>;
}

/** Numbers of the documents that were issued among `later` and rest on one of the undone records. */
export function documentsResting(
  undone: readonly NetItem[],
  later: Iterable<NetItem>,
  enrolments: readonly Enrolment[],
  persons: Persons,
): readonly string[] {
  const issued = [...later].flatMap(issuedOf);
  if (issued.length === 0) return [];
  return issued
    .filter((document) => undone.some((item) => restsOn(document, item, enrolments, persons)))
    .map(({ number }) => number);
}

/** The number of the document that an item of a document table is about. */
export function documentNumber({ table, before, after }: NetItem): string | null {
  if (table !== 'hourCertificates' && table !== 'packages') return null;
  return ((after ?? before) as unknown as HourCertificate | PackageRecord).number;
}

function issuedOf({ table, before, after }: NetItem): readonly Issued[] {
  if (before !== null || after === null) return [];
  if (table === 'hourCertificates') {
    const { number, courseId, enrolmentId, revoked } = after as unknown as HourCertificate;
    return revoked ? [] : [{ number, courseId, enrolments: new Set([enrolmentId]) }];
  }
  if (table === 'packages') {
    const { number, version, courseId, people } = after as unknown as PackageRecord;
    return [{ number: `${number} 第 ${version} 版`, courseId, enrolments: new Set(people) }];
  }
  return [];
}

function restsOn(document: Issued, item: NetItem, enrolments: readonly Enrolment[], persons: Persons): boolean {
  const { table } = item;
  const values = [item.before, item.after].filter((value) => value !== null);
  const some = <T extends keyof Tables>(_table: T, test: (record: Tables[T]) => boolean): boolean =>
    values.some((value: Json) => test(value as unknown as Tables[T]));
  const holds = (test: (enrolment: Enrolment) => boolean): boolean =>
    enrolments.some((enrolment) => document.enrolments.has(enrolment.id) && test(enrolment));
  switch (table) {
    case 'marks':
    case 'attempts':
    case 'professionalChoices':
      return some(table, ({ enrolmentId }) => document.enrolments.has(enrolmentId));
    case 'enrolments':
      return document.enrolments.has(item.key);
    case 'sessions':
      return some(table, ({ courseId }) => courseId === document.courseId);
    case 'courses':
      return item.key === document.courseId;
    case 'persons':
      return holds(({ personId }) => samePerson(persons, personId, item.key as PersonId));
    case 'certificates':
      return holds(({ certificateId }) => certificateId === item.key);
    case 'outsideHours':
    case 'ceYearChoices':
      return some(table, (record) => holds(({ certificateId }) => certificateId === record.certificateId));
    case 'institution':
    case 'parameterSettings':
    case 'barred':
      return true;
    case 'columnMappings':
    case 'hourCertificates':
    case 'packages':
      return false;
    default:
      return assertNever(table);
  }
}
