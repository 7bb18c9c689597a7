import { act, Suspense, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lazyPage, loadPagesWhenIdle } from '../../../renderer/app/lazy-page';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

function Counter({ from }: { readonly from: number }) {
  const [count, setCount] = useState(from);
  return <button onClick={() => setCount(count + 1)}>{count}</button>;
}

describe('用到时才加载的页面', () => {
  let host: HTMLElement;
  let root: Root;
  beforeEach(() => {
    host = document.createElement('div');
    document.body.append(host);
    root = createRoot(host);
  });
  afterEach(async () => {
    await act(async () => root.unmount());
    host.remove();
    vi.unstubAllGlobals();
  });

  const show = (Page: ReturnType<typeof lazyPage<{ readonly from: number }>>, key: number) =>
    root.render(
      <Suspense fallback="正在读取">
        <Page key={key} from={7} />
      </Suspense>,
    );

  it('第一次先显示“正在读取”，加载后显示页面，再次渲染不丢页面里的状态', async () => {
    let arrive = (_page: typeof Counter): void => undefined;
    const Page = lazyPage(() => new Promise<typeof Counter>((resolve) => (arrive = resolve)));
    await act(async () => show(Page, 1));
    expect(host.textContent).toBe('正在读取');
    await act(async () => arrive(Counter));
    await vi.waitFor(() => expect(host.textContent).toBe('7'));
    await act(async () => host.querySelector('button')?.click());
    await act(async () => show(Page, 1));
    expect(host.textContent).toBe('8');
  });

  it('空闲时加载过的页面马上显示，不经过“正在读取”', async () => {
    const load = vi.fn(async () => Counter);
    const Page = lazyPage(load);
    vi.stubGlobal('requestIdleCallback', (work: () => void) => setTimeout(work));
    loadPagesWhenIdle();
    await vi.waitFor(() => expect(load).toHaveBeenCalled());
    await Promise.resolve();
    act(() => show(Page, 2));
    expect(host.textContent).toBe('7');
    expect(load).toHaveBeenCalledTimes(1);
  });
});
