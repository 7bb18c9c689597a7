import { createElement, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { DataStore } from '../../renderer/data/data-store';
import { StoreProvider } from '../../renderer/data/use-store';

/** A hook that is alive in a real page: what it gives now, and waiting for what it gives next. */
export interface Watched<T> {
  readonly now: () => T;
  /** Resolves with the first value that fits, now or later. */
  readonly until: (fits: (value: T) => boolean) => Promise<T>;
  readonly stop: () => void;
}

export function watchHook<T>(store: DataStore, use: () => T): Watched<T> {
  let latest: { readonly value: T } | undefined;
  const waiting = new Set<() => void>();
  function Watcher(): ReactNode {
    const value = use();
    latest = { value };
    queueMicrotask(() => waiting.forEach((look) => look()));
    return null;
  }
  const root = createRoot(document.createElement('div'));
  root.render(createElement(StoreProvider, { value: store }, createElement(Watcher)));
  const now = (): T => {
    if (!latest) throw new Error('not rendered yet');
    return latest.value;
  };
  return {
    now,
    stop: () => root.unmount(),
    until: (fits) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(new Error('the hook never gave what was waited for'));
        }, 8000);
        const look = (): void => {
          if (!latest || !fits(latest.value)) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(latest.value);
        };
        waiting.add(look);
        look();
      }),
  };
}
