import { afterEach, beforeEach } from 'vitest';
import type { DataStore } from '../../renderer/data/data-store';
import { MemoryBridge } from './memory-bridge';
import { deleteRows, openTestStore } from './open-test-store';
import { watchHook, type Watched } from './watch-hook';

/** The data set of the test that runs, and hooks that are followed until the test ends. */
export interface LiveStore {
  readonly store: DataStore;
  readonly watch: <T>(use: () => T) => Watched<T>;
}

/** Gives each test of the file an empty data set of its own, closed and gone afterwards. */
export function liveStore(): LiveStore {
  const hooks: Watched<unknown>[] = [];
  let store: DataStore;
  beforeEach(async () => {
    await deleteRows();
    store = await openTestStore(new MemoryBridge());
  });
  afterEach(async () => {
    for (const hook of hooks.splice(0)) hook.stop();
    await store.close();
    await deleteRows();
  });
  return {
    get store() {
      return store;
    },
    watch(use) {
      const hook = watchHook(store, use);
      hooks.push(hook);
      return hook;
    },
  };
}
