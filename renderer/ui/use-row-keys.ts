import { useCallback, useState } from 'react';

export interface RowSelection {
  readonly keys: ReadonlySet<string>;
  readonly onChange: (keys: ReadonlySet<string>) => void;
}

interface RowKeysOptions {
  /** Keys of the shown rows, in order. */
  readonly order: readonly string[];
  readonly selection: RowSelection | undefined;
  /** The current row at first. */
  readonly startAt?: string | undefined;
  readonly pageSize: number;
  readonly onOpen: (key: string) => void;
  readonly onMove: (index: number) => void;
}

const range = (order: readonly string[], a: number, b: number): ReadonlySet<string> =>
  new Set(order.slice(Math.min(a, b), Math.max(a, b) + 1));

/**
 * Moving over rows by keyboard: arrows, PageUp/PageDown, Home/End; Shift extends the selection, space toggles,
 * Ctrl+A takes all, Escape none, Enter opens. `active` is the key of the current row.
 */
export function useRowKeys({ order, selection, startAt, pageSize, onOpen, onMove }: RowKeysOptions): {
  readonly active: string | null;
  readonly setActive: (key: string) => void;
  readonly onKeyDown: (event: React.KeyboardEvent) => void;
} {
  const [active, setActiveKey] = useState<string | null>(startAt ?? null);
  const [anchor, setAnchor] = useState<string | null>(startAt ?? null);
  const setActive = useCallback((key: string) => {
    setActiveKey(key);
    setAnchor(key);
  }, []);

  const moveTo = (index: number, extend: boolean): void => {
    const key = order[Math.max(0, Math.min(order.length - 1, index))];
    if (key === undefined) return;
    onMove(order.indexOf(key));
    setActiveKey(key);
    if (!extend) return setAnchor(key);
    const from = anchor === null ? -1 : order.indexOf(anchor);
    if (from >= 0) selection?.onChange(range(order, from, order.indexOf(key)));
  };
  const toggle = (): void => {
    if (active === null || !selection) return;
    const next = new Set(selection.keys);
    if (!next.delete(active)) next.add(active);
    selection.onChange(next);
  };

  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const at = active === null ? -1 : order.indexOf(active);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? 0 : at - 1,
      PageDown: at + pageSize,
      PageUp: at - pageSize,
      Home: 0,
      End: order.length - 1,
    };
    const target = moves[event.key];
    const ctrl = event.ctrlKey || event.metaKey;
    if (target !== undefined && !event.altKey) moveTo(target, event.shiftKey);
    else if (event.key === 'Enter' && active !== null) onOpen(active);
    else if (event.key === ' ') toggle();
    else if (event.key === 'Escape') selection?.onChange(new Set());
    else if (ctrl && event.key.toLowerCase() === 'a') selection?.onChange(new Set(order));
    else return;
    event.preventDefault();
  };
  return { active, setActive, onKeyDown };
}
