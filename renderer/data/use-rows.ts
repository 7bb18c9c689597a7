import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useSyncExternalStore } from 'react';
import type { Projection } from './schema';
import { useStore } from './use-store';

/** The last answer, so that a page does not go blank while it is asked again after a rebuild. */
const NOTHING = Symbol('nothing');

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
  const answer = useLiveQuery<T | typeof NOTHING>(async () => {
    try {
      return await query(store.db);
    } catch (error) {
      // The rebuild raises the generation, which asks again; anything else belongs to the error boundary.
      if (await store.mend(error)) return NOTHING;
      throw error;
    }
  }, [store, generation, ...deps]);
  return answer === NOTHING ? undefined : answer;
}
