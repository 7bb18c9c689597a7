import type { TableName, Tables } from '../../shared/records/tables';
import { DOCUMENT_KINDS, type DocumentKind, type Documents } from '../../shared/state/documents';
import { recordOf } from '../../shared/state/find-record';
import { State } from '../../shared/state/state';
import { ask } from '../../renderer/data/ask';
import type { JournalLine } from '../../renderer/data/row-types';
import type { Projection } from '../../renderer/data/schema';

/** The store, or its database. */
type Stored = { readonly db: Projection };

/** Everything that is stored, as one state. */
export async function storedState({ db }: Stored): Promise<State> {
  const all = new Map<DocumentKind, Map<string, Documents[DocumentKind]>>();
  for (const kind of DOCUMENT_KINDS) {
    const documents = await db.table<Documents[DocumentKind], string>(kind).toArray();
    all.set(kind, new Map(documents.map((document) => [document.id, document])));
  }
  return new State().with(all);
}

/** A record as it is stored; null when there is none. */
export const storedRecord = <T extends TableName>(store: Stored, table: T, key: string): Promise<Tables[T] | null> =>
  ask(store.db, (source) => recordOf(source, table, key));

/** How many records of a table are stored. */
export const countOf = async (store: Stored, table: TableName): Promise<number> =>
  [...(await storedState(store)).records()].filter((one) => one.table === table).length;

/** The lines of the journal's index, in order. */
export const storedLines = async ({ db }: Stored): Promise<readonly JournalLine[]> =>
  (await db.lines.orderBy('id').toArray()).flatMap(({ lines }) => lines);

/** All records of a table, by id. */
export const storedRecords = async <T extends TableName>(store: Stored, table: T): Promise<readonly Tables[T][]> =>
  [...(await storedState(store)).records()]
    .flatMap((one) => (one.table === table ? [one.record as Tables[T]] : []))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

/** What waits for a record that is not there. */
export const waitingRecords = async ({ db }: Stored): Promise<readonly object[]> =>
  (await db.waiting.toArray()).flatMap(({ entries }) => [...entries.values()]);
