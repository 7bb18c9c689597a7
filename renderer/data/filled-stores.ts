import type { ChangedDocuments } from '../../shared/state/draft';
import type { Projection } from './schema';

/** Stores that are empty much of the time, or are made again from the others. */
const PASSING: ReadonlySet<string> = new Set(['meta', 'stale', 'waiting', 'totals', 'summaries']);

/** Whether none of these stores is empty; names that the schema does not have any more do not count. */
export async function areFilled(db: Projection, stores: readonly string[]): Promise<boolean> {
  const wanted = new Set(stores);
  return (
    (await filledAmong(db, (name) => wanted.has(name))).length === stores.filter((name) => hasStore(db, name)).length
  );
}

const hasStore = (db: Projection, name: string): boolean => db.tables.some((table) => table.name === name);

async function filledAmong(db: Projection, wanted: (name: string) => boolean): Promise<readonly string[]> {
  const tables = db.tables.filter(({ name }) => wanted(name));
  if (tables.length === 0) return [];
  return db.transaction('r', tables, async () => {
    const first = await Promise.all(tables.map((table) => table.limit(1).primaryKeys()));
    return tables.flatMap(({ name }, i) => (first[i]!.length > 0 ? [name] : [])).sort();
  });
}

/**
 * Writes down which stores hold something, so that one that was emptied behind the program's back is noticed although head
 * and index still look whole. Kept behind the rows, not with them: a crash between costs a rebuild, never a record.
 */
export async function rememberFilled(db: Projection): Promise<void> {
  const filled = await filledAmong(db, (name) => !PASSING.has(name));
  const known = (await db.meta.get('projection'))?.filled;
  if (known?.join() !== filled.join()) await db.meta.update('projection', { filled });
}

/** Says when what was written may have filled or emptied a store: with the first document of its kind, and where one goes. */
export class FillWatch {
  readonly #put = new Set<string>();
  #first = true;

  mayDiffer(documents: ChangedDocuments): boolean {
    let differs = this.#first;
    this.#first = false;
    for (const [kind, some] of documents) {
      // A store that lost a document may be empty: the next one that it gets may be its first again.
      const lost = [...some.values()].includes(null);
      if (lost || !this.#put.has(kind)) differs = true;
      if (lost) this.#put.delete(kind);
      else this.#put.add(kind);
    }
    return differs;
  }
}
