import { useEffect, useState } from 'react';

/**
 * A value that waits: the latest one, once it has not changed for so many milliseconds; until then the one before. The first
 * value, and every value while `quiet` is 0, comes at once.
 */
export function useQuiet<T>(value: T | undefined, quiet: number): T | undefined {
  const [shown, setShown] = useState(value);
  const waits = quiet > 0 && shown !== undefined;
  useEffect(() => {
    const timer = setTimeout(() => setShown(() => value), waits ? quiet : 0);
    return () => clearTimeout(timer);
  }, [value, waits, quiet]);
  return waits ? shown : value;
}
