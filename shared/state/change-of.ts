import type { Json } from '../basics/json';
import { isTableName } from '../records/registry';
import type { RecordChange } from './documents';

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
  if (!isTableName(table)) throw new UnknownTable(table);
  return { table, key, after: value } as unknown as RecordChange;
}
