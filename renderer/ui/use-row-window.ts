import { type RefObject } from 'react';
import { useScrollView } from './use-scroll-view';

const OVERSCAN = 12;

/** Which of many rows of one height stand in a scrolling box, so that only these are drawn. */
export function useRowWindow(
  box: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): { readonly first: number; readonly last: number; readonly reveal: (index: number) => void } {
  const view = useScrollView(box);

  const reveal = (index: number): void => {
    const element = box.current;
    if (!element) return;
    const top = index * rowHeight;
    const head = element.querySelector('thead')?.offsetHeight ?? rowHeight;
    const room = element.clientHeight - head - rowHeight;
    if (top < element.scrollTop) element.scrollTo({ top });
    else if (top > element.scrollTop + room) element.scrollTo({ top: top - room });
  };
  const first = Math.max(0, Math.floor(view.top / rowHeight) - OVERSCAN);
  const last = Math.min(count, Math.ceil((view.top + view.height) / rowHeight) + OVERSCAN);
  return { first: Math.min(first, Math.max(0, last - 1)), last, reveal };
}
