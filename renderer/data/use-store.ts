import { createContext, useContext, useSyncExternalStore, useCallback } from 'react';
import type { DataStore } from './data-store';
import type { HealNotice, SaveState, Store } from './store-api';

const StoreContext = createContext<DataStore | null>(null);

/** Gives the opened data set to everything inside. */
export const StoreProvider = StoreContext.Provider;

/** The opened data set. Throws outside a StoreProvider. */
export function useStore(): DataStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error('useStore outside a StoreProvider');
  return store;
}

/** The door for writing: `commit(intent)`. The same function as long as the data set is. */
export function useCommit(): Store['commit'] {
  const store = useStore();
  return useCallback((intent, watch) => store.commit(intent, watch), [store]);
}

/** 已保存 and its opposites, live. */
export function useSaveState(): SaveState {
  const store = useStore();
  return useSyncExternalStore(
    useCallback((listener) => store.onSaveState(listener), [store]),
    () => store.saveState(),
  );
}

/** What was mended or found, at start-up and since. */
export function useNotices(): readonly HealNotice[] {
  const store = useStore();
  return useSyncExternalStore(
    useCallback((listener) => store.onNotices(listener), [store]),
    () => store.notices,
  );
}
