import { useCallback, useState } from 'react';

const MIN_WIDTH = 48;
const MAX_WIDTH = 800;
type Widths = { readonly [column: string]: number };

function remembered(storageKey: string): Widths {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    return Object.fromEntries(Object.entries(stored).filter((e): e is [string, number] => typeof e[1] === 'number'));
  } catch {
    return {};
  }
}

/** Widths of a table's columns in px, kept on this machine under the table's name. */
export function useColumnWidths(table: string): {
  readonly widthOf: (column: { readonly key: string; readonly width: number }) => number;
  readonly setWidth: (key: string, width: number) => void;
} {
  const storageKey = `column-widths/${table}`;
  const [widths, setWidths] = useState(() => remembered(storageKey));
  const setWidth = useCallback(
    (key: string, width: number) =>
      setWidths((now) => {
        const next = { ...now, [key]: Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width))) };
        localStorage.setItem(storageKey, JSON.stringify(next));
        return next;
      }),
    [storageKey],
  );
  return { widthOf: (column) => widths[column.key] ?? column.width, setWidth };
}
