import { DOCUMENT_KINDS, type DocumentKind, type Documents, type Source } from '../../shared/state/documents';
import type { ChangedDocuments } from '../../shared/state/draft';
import type { Projection } from './schema';

type Known = Documents[DocumentKind] | undefined;

/** Documents that were fetched; what is asked for and was not fetched yet is noted. */
export class LoadedDocuments implements Source {
  readonly #documents = new Map<DocumentKind, Map<string, Known>>();
  readonly #missing = new Map<DocumentKind, Set<string>>();

  read<K extends DocumentKind>(kind: K, id: string): Documents[K] | undefined {
    const known = this.#documents.get(kind);
    if (known?.has(id)) return known.get(id) as Documents[K] | undefined;
    const missing = this.#missing.get(kind);
    if (missing) missing.add(id);
    else this.#missing.set(kind, new Set([id]));
    return undefined;
  }

  /** How many documents were asked for. */
  get size(): number {
    return [...this.#documents.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** Whether something was asked for that is not here. */
  get isIncomplete(): boolean {
    return this.#missing.size > 0;
  }

  /** Fetches what was asked for and is not here. */
  async fetch(db: Projection): Promise<void> {
    const wanted = [...this.#missing].map(([kind, ids]) => ({ kind, ids: [...ids] }));
    this.#missing.clear();
    await Promise.all(
      wanted.map(async ({ kind, ids }) => {
        const found: readonly Known[] = await db.table<Documents[DocumentKind], string>(kind).bulkGet(ids);
        const known = this.#of(kind);
        ids.forEach((id, i) => known.set(id, found[i]));
      }),
    );
  }

  /** Takes changed documents in. */
  take(changes: ChangedDocuments): void {
    for (const [kind, documents] of changes) {
      const known = this.#of(kind);
      for (const [id, document] of documents) known.set(id, document ?? undefined);
    }
  }

  /** Takes those of the changed documents in that were asked for before; gives their kinds. */
  takeKnown(changes: ChangedDocuments): ReadonlySet<DocumentKind> {
    const kinds = new Set<DocumentKind>();
    for (const [kind, documents] of changes) {
      const known = this.#documents.get(kind);
      for (const [id, document] of documents)
        if (known?.has(id)) {
          known.set(id, document ?? undefined);
          kinds.add(kind);
        }
    }
    return kinds;
  }

  #of(kind: DocumentKind): Map<string, Known> {
    let known = this.#documents.get(kind);
    if (!known) this.#documents.set(kind, (known = new Map()));
    return known;
  }
}

/** The answer to a pure question: it is asked again until all documents that it reads have been fetched. Call inside a transaction. */
export async function answer<T>(
  db: Projection,
  loaded: LoadedDocuments,
  question: (source: Source) => T,
): Promise<T> {
  for (;;) {
    let said: { readonly value: T } | undefined;
    try {
      said = { value: question(loaded) };
    } catch (error) {
      // What is not there yet may look like anything; with everything there an error is one.
      if (!loaded.isIncomplete) throw error;
    }
    if (said && !loaded.isIncomplete) return said.value;
    await loaded.fetch(db);
  }
}

/** The answer to a pure question over the stored documents, from one consistent read of these kinds. */
export function ask<T>(
  db: Projection,
  question: (source: Source) => T,
  kinds: readonly DocumentKind[] = RECORD_KINDS,
  loaded = new LoadedDocuments(),
): Promise<T> {
  return db.transaction(
    'r',
    kinds.map((kind) => db.table(kind)),
    () => answer(db, loaded, question),
  );
}

/** The kinds that hold records: a question about them does not wait for totals that are being written. */
export const RECORD_KINDS: readonly DocumentKind[] = DOCUMENT_KINDS.filter(
  (kind) => kind !== 'totals' && kind !== 'summaries',
);

/** All documents of some kinds, as they are stored. */
export const storedDocuments = async <K extends DocumentKind>(
  db: Projection,
  kind: K,
): Promise<readonly Documents[K][]> => db.table<Documents[K], string>(kind).toArray();
