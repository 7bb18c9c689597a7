import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useSyncExternalStore } from 'react';
import type { DocumentKind, Source } from '../../shared/state/documents';
import { ask } from './ask';
import type { Projection } from './schema';
import { isDamage } from './storage-faults';
import { useStore } from './use-store';

/** There is no answer now: the last one stays until the rows are made anew, which raises the generation and asks again. */
const later = <T>(): Promise<T> => new Promise(() => undefined);

/**
 * The answer of a query over the rows, asked again whenever one of the rows that it read changes; undefined until the
 * first answer, and again when `deps` are others. A query that finds damage starts a rebuild and is asked anew after it.
 */
export function useRows<T>(query: (db: Projection) => Promise<T>, deps: readonly unknown[]): T | undefined {
  const store = useStore();
  const generation = useSyncExternalStore(
    useCallback((listener) => store.onNotices(listener), [store]),
    () => store.generation,
  );
  return useLiveQuery<T>(async () => {
    if (store.repair) return later();
    try {
      const answer = await query(store.db);
      // What was read while a repair began is not whole.
      return store.repair || store.generation !== generation ? later() : answer;
    } catch (error) {
      if (!isDamage(error)) throw error;
      // Outside this query, where writing is allowed; the rebuild raises the generation, which asks again.
      setTimeout(() => void store.mend(error));
      return later();
    }
  }, [store, generation, ...deps]);
}

/** The answer to a pure question over the stored documents of these kinds, as useRows gives it. */
export const useAnswer = <T>(
  question: (source: Source) => T,
  deps: readonly unknown[],
  kinds?: readonly DocumentKind[],
): T | undefined => useRows((db) => ask(db, question, kinds), deps);
