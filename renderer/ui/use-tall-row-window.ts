import { useCallback, useMemo, type RefObject } from 'react';
import { useScrollView } from './use-scroll-view';

const OVERSCAN_PX = 400;

/** Index of the last offset that is not beyond `at`. */
function indexAt(offsets: readonly number[], at: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsets[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

export interface TallRowWindow {
  readonly first: number;
  /** Behind the last one that is drawn. */
  readonly last: number;
  /** px above the first and below the last drawn row. */
  readonly before: number;
  readonly after: number;
  readonly reveal: (index: number) => void;
}

/** Which of many rows of different heights stand in a scrolling box, so that only these are drawn. */
export function useTallRowWindow(
  box: RefObject<HTMLElement | null>,
  heights: readonly number[],
  head: number,
): TallRowWindow {
  const view = useScrollView(box);
  const offsets = useMemo(() => {
    const sums = [0];
    for (const height of heights) sums.push(sums.at(-1)! + height);
    return sums;
  }, [heights]);

  const reveal = useCallback(
    (index: number) => {
      const element = box.current;
      if (!element) return;
      const top = offsets[index] ?? 0;
      const bottom = (offsets[index + 1] ?? top) + head;
      if (top < element.scrollTop) element.scrollTo({ top });
      else if (bottom > element.scrollTop + element.clientHeight)
        element.scrollTo({ top: bottom - element.clientHeight });
    },
    [box, offsets, head],
  );
  const total = offsets.at(-1)!;
  const last = Math.min(heights.length, indexAt(offsets, view.top + view.height + OVERSCAN_PX) + 1);
  const first = Math.min(indexAt(offsets, Math.max(0, view.top - OVERSCAN_PX)), Math.max(0, last - 1));
  return { first, last, before: offsets[first]!, after: total - offsets[last]!, reveal };
}
