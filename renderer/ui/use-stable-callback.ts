import { useCallback, useLayoutEffect, useRef } from 'react';

/** One function for the whole life of a part that always does what the latest one does: parts that get it need not be drawn anew. */
export function useStableCallback<A extends readonly unknown[], R>(call: (...args: A) => R): (...args: A) => R {
  const latest = useRef(call);
  useLayoutEffect(() => {
    latest.current = call;
  });
  return useCallback((...args: A) => latest.current(...args), []);
}
