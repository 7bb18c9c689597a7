import type { Page } from '@playwright/test';

/** Milliseconds from a key to the frame that shows its mark, and to 已保存 on the screen. */
export interface KeyTimes {
  readonly painted: number;
  readonly saved: number;
}

/** Clicks on one element and gives the milliseconds until another one is painted, measured in the page. */
export const openAndPaint = (page: Page, click: string, until: string): Promise<number> =>
  page.evaluate(
    async ({ click: from, until: to }) => {
      const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);
      await nextFrame();
      const began = performance.now();
      document.querySelector<HTMLElement>(from)?.click();
      // The callbacks of the frame that paints it are the first ones that find it.
      do await nextFrame();
      while (!document.querySelector(to));
      // A task behind the frame's callbacks: the frame has been painted.
      await new Promise((resolve) => setTimeout(resolve));
      return performance.now() - began;
    },
    { click, until },
  );

/** Follows every press of a key in the register; the returned function gives the times so far. */
export async function followKeys(
  page: Page,
  what: { readonly key: string; readonly saved: string },
): Promise<() => Promise<readonly KeyTimes[]>> {
  await page.evaluate(({ key, saved }) => {
    const times: { painted: number; saved: number }[] = [];
    let open: { began: number; painted: number; saved: number } | null = null;
    const settle = (): void => {
      if (!open || open.painted === 0 || open.saved === 0) return;
      times.push({ painted: open.painted - open.began, saved: open.saved - open.began });
      open = null;
    };
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key === key) open = { began: event.timeStamp, painted: 0, saved: 0 };
      },
      true,
    );
    const grid = document.querySelector('[role=grid]');
    const state = [...document.querySelectorAll('output')].find(({ textContent }) => textContent?.includes(saved));
    if (!grid || !state) throw new Error('no register on the screen');
    const watch = { childList: true, characterData: true, subtree: true };
    new MutationObserver(() => {
      const mine = open;
      if (!mine || mine.painted > 0) return;
      requestAnimationFrame(() =>
        setTimeout(() => {
          if (mine.painted === 0) mine.painted = performance.now();
          settle();
        }),
      );
    }).observe(grid, watch);
    let last = '';
    new MutationObserver(() => {
      const text = state.textContent ?? '';
      if (open && text !== last && text.includes(saved)) open.saved = performance.now();
      last = text;
      settle();
    }).observe(state, watch);
    Object.assign(window, { keyTimes: times });
  }, what);
  return () => page.evaluate(() => (window as unknown as { keyTimes: KeyTimes[] }).keyTimes);
}
