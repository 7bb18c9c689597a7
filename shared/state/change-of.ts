import type { Json } from '../basics/json';
import type { TableName } from '../records/tables';
import type { RecordChange } from './documents';

const TABLES: { readonly [T in TableName]: true } = {
  institution: true,
  persons: true,
  certificates: true,
  courses: true,
  sessions: true,
  enrolments: true,
  marks: true,
  attempts: true,
  outsideHours: true,
  ceYearChoices: true,
  professionalChoices: true,
  barred: true,
  parameterSettings: true,
  columnMappings: true,
  hourCertificates: true,
  packages: true,
};

/** Thrown for an entry that a later version of the program wrote: to leave out what one does not know would be to lose it. */
export class UnknownTable extends Error {
  override readonly name = 'UnknownTable';
  constructor(readonly table: string) {
    super(`the journal has records of an unknown table: ${table}`);
  }
}

/** What a journal item says of a record from now on. Throws UnknownTable. */
export function changeOf({
  table,
  key,
  value,
}: {
  readonly table: string;
  readonly key: string;
  readonly value: Json;
}): RecordChange {
  if (!Object.hasOwn(TABLES, table)) throw new UnknownTable(table);
  return { table, key, after: value } as unknown as RecordChange;
}
