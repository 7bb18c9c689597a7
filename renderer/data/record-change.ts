import type { TableName, Tables } from '../../shared/records/tables';

/** What a record is from now on; null = it does not exist. */
export type RecordChange = {
  [T in TableName]: { readonly table: T; readonly key: string; readonly after: Tables[T] | null };
}[TableName];
/** The change of a table that is stored one row each. */
export type RowChange = Exclude<RecordChange, { readonly table: 'marks' }>;
export type MarkChange = Extract<RecordChange, { readonly table: 'marks' }>;
