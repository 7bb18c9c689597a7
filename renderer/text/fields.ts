import { RECORDS, TABLE_NAMES, type TableName } from '../../shared/records/registry';

/** What each kind of record is called. */
export const TABLE_TEXT = Object.fromEntries(TABLE_NAMES.map((table) => [table, RECORDS[table].title])) as Readonly<
  Record<TableName, string>
>;
