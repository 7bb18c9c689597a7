import { lazy, memo, useState, type ComponentType } from 'react';

const waiting: (() => Promise<unknown>)[] = [];

/** A page in a file of its own: loaded when it is first shown, or before that, when the program has nothing to do. */
export function lazyPage<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let page: ComponentType<P> | undefined;
  const loaded = async (): Promise<ComponentType<P>> => (page ??= await load());
  const Lazy = lazy(async () => ({ default: await loaded() }));
  waiting.push(loaded);
  function LazyPage(props: P) {
    // A page that is here does not go through lazy(): React would keep the fallback on the screen for 300 ms.
    const [Page] = useState<ComponentType<P>>(() => page ?? Lazy);
    return <Page {...props} />;
  }
  // The frame around a page changes with every mark, the page only with its own data.
  return memo(LazyPage) as ComponentType<P>;
}

/** Loads the pages that nobody has asked for yet, one after the other, whenever the program is idle. */
export function loadPagesWhenIdle(): void {
  const next = waiting.shift();
  if (next) requestIdleCallback(() => void next().then(loadPagesWhenIdle, loadPagesWhenIdle));
}
