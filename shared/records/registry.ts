import { CE_YEAR_CHOICE, BARRED_PERSON, PROFESSIONAL_CHOICE } from './choices';
import { CERTIFICATE } from './certificate';
import { COURSE } from './course';
import { misfitOf, referencesIn, type Misfit, type Reference } from './describe';
import type { Member, RecordDescription, RecordOf } from './described-record';
import { ENROLMENT } from './enrolment';
import { HOUR_CERTIFICATE } from './hour-certificate';
import { INSTITUTION } from './institution';
import { MARK_RECORD } from './mark-description';
import { OUTSIDE_HOURS } from './outside-hours';
import { PACKAGE_RECORD } from './package-record';
import { PERSON } from './person';
import { SESSION } from './session';
import { COLUMN_MAPPING, PARAMETER_SETTING } from './settings';
import { TEST_ATTEMPT } from './test-attempt';
import type { Json } from '../basics/json';

/** Every kind of record, by the name of its table in journal items and in the projection. */
export const RECORDS = {
  institution: INSTITUTION,
  persons: PERSON,
  certificates: CERTIFICATE,
  courses: COURSE,
  sessions: SESSION,
  enrolments: ENROLMENT,
  marks: MARK_RECORD,
  attempts: TEST_ATTEMPT,
  outsideHours: OUTSIDE_HOURS,
  ceYearChoices: CE_YEAR_CHOICE,
  professionalChoices: PROFESSIONAL_CHOICE,
  barred: BARRED_PERSON,
  parameterSettings: PARAMETER_SETTING,
  columnMappings: COLUMN_MAPPING,
  hourCertificates: HOUR_CERTIFICATE,
  packages: PACKAGE_RECORD,
} as const;

export type TableName = keyof typeof RECORDS;
type Described = { readonly [T in TableName]: RecordOf<(typeof RECORDS)[T]> };
/** Every kind of record by its table. The key is always `id`. */
export interface Tables extends Described {}

/** Descriptions of all tables: RECORDS, or in a test RECORDS with something else in it. */
export type Registry = { readonly [T in TableName]: RecordDescription };

export const TABLE_NAMES = Object.keys(RECORDS) as readonly TableName[];
export const isTableName = (name: string): name is TableName => Object.hasOwn(RECORDS, name);

/** What is wrong with one record: where ('' = the whole of it), and in Chinese what it should have been. */
export interface RecordFault extends Misfit {
  readonly table: string;
  /** null when the record has no id that could be read. */
  readonly key: string | null;
}

/** What is wrong with a value as a record of a table, or null: its members, and what must hold between them. */
export function checkRecord(table: TableName, value: unknown, records: Registry = RECORDS): RecordFault | null {
  const { type, invariants } = records[table];
  const misfit = misfitOf(type, value);
  if (misfit) return { table, key: keyIn(value), ...misfit };
  const broken = invariants.find(({ holds }) => !holds(value));
  return broken ? { table, key: keyIn(value), at: broken.member, says: broken.says } : null;
}

const keyIn = (value: unknown): string | null => {
  const key = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof key === 'string' ? key : null;
};

/** A record before and after, as a journal item or a command's change has it; null = it was not there, or is gone. */
export interface ItemContent {
  readonly table: string;
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What is wrong with a journal item's content, or null: the table, both values, and that the key is their id. */
export function checkItem(
  { table, key, before, after }: ItemContent,
  records: Registry = RECORDS,
): RecordFault | null {
  if (!isTableName(table)) return { table, key, at: '', says: '没有这种记录' };
  for (const value of [before, after]) {
    if (value === null) continue;
    const fault = checkRecord(table, value, records);
    if (fault) return { ...fault, key };
    if (keyIn(value) !== key) return { table, key, at: 'id', says: '应与留痕中的编号相同' };
  }
  return null;
}

/** The members of a table's records, with title, type and where each may go. */
export const membersOf = <T extends TableName>(table: T): (typeof RECORDS)[T]['members'] => RECORDS[table].members;

/** One member by its name, or undefined. */
export function memberOf(table: TableName, name: string): Member | undefined {
  const { members }: RecordDescription = RECORDS[table];
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

/** A fault in words: 课次“S3”的“日期”应为日历上有的日期. */
export function faultText({ table, key, at, says }: RecordFault, records: Registry = RECORDS): string {
  const known: RecordDescription | null = isTableName(table) ? records[table] : null;
  const record = `${known?.title ?? table}${key === null ? '' : `“${key}”`}`;
  const name = at.split('.')[0]!;
  const title = known && Object.hasOwn(known.members, name) ? known.members[name]!.title : name;
  return at === '' ? `${record}${says}` : `${record}的“${title}”${says}`;
}

/** Every id of another record in a record, with the member that it stands in; what does not fit its kind has none. */
export const referencesOf = <T extends TableName>(
  table: T,
  record: Tables[T],
  records: Registry = RECORDS,
): readonly Reference[] => referencesIn(records[table].type, record, '');

/** The unique keys of one record; none for tables without any. No two records of a data set share one. */
export function uniqueKeysOf<T extends TableName>(
  table: T,
  record: Tables[T],
  records: Registry = RECORDS,
): readonly string[] {
  return records[table].unique.flatMap(({ key }) => {
    const text = key(record);
    return text === null ? [] : [`${table}|${text}`];
  });
}

/** A record as an older version wrote it, in the form of this version. Throws for a version that is not there yet. */
export function upcast(table: TableName, version: number, value: Json, records: Registry = RECORDS): Json {
  const { upcasts, version: newest } = records[table];
  if (!Number.isInteger(version) || version < 1 || version > newest)
    throw new RangeError(`${table} has no version ${version}`);
  return upcasts.slice(version - 1).reduce((record, next) => next(record), value);
}
