import { useEffect, useRef, type MouseEvent, type RefObject } from 'react';
import { blockOf, selectCell, type Cell, type GridSize, type Selection } from './grid-selection';

/** Sizes of the register in px: the sticky name, one session, one person. */
const NAME_WIDTH = 156;
const CELL_WIDTH = 48;
export const ROW_HEIGHT = 28;

/** While the mouse is held outside, the selection goes on in this rhythm. */
const DRAG_STEP_MS = 50;

interface GridMouseOptions {
  readonly body: RefObject<HTMLElement | null>;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly size: GridSize;
  readonly selection: Selection;
  readonly select: (selection: Selection) => void;
  /** The menu at a point of the window, for the selection as it then is. */
  readonly openMenu: (at: { readonly x: number; readonly y: number }) => void;
}

const clamp = (value: number, length: number): number => Math.max(0, Math.min(length - 1, value));

/** The cell, the column or the row that an element of the grid stands for. */
function target(element: EventTarget): { readonly kind: 'cell' | 'column' | 'row'; readonly index: number } | null {
  if (!(element instanceof Element)) return null;
  const found = element.closest<HTMLElement>('[role="gridcell"][id], [data-head], [data-row-head]');
  if (!found) return null;
  if (found.dataset['head'] !== undefined) return { kind: 'column', index: Number(found.dataset['head']) };
  if (found.dataset['rowHead'] !== undefined) return { kind: 'row', index: Number(found.dataset['rowHead']) };
  return { kind: 'cell', index: 0 };
}

/**
 * The mouse on the register: click, Shift+click, drag (beyond the edge it scrolls), a head or a name for its whole column
 * or row, double click or right click for the menu.
 */
export function useGridMouse({ body, scroller, size, selection, select, openMenu }: GridMouseOptions): {
  readonly onMouseDown: (event: MouseEvent) => void;
  readonly onDoubleClick: (event: MouseEvent) => void;
  readonly onContextMenu: (event: MouseEvent) => void;
} {
  const stopDrag = useRef<(() => void) | null>(null);
  useEffect(() => () => stopDrag.current?.(), []);

  const cellAt = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Cell => {
    const box = body.current!.getBoundingClientRect();
    return {
      row: clamp(Math.floor((clientY - box.top) / ROW_HEIGHT), size.rows),
      column: clamp(Math.floor((clientX - box.left - NAME_WIDTH) / CELL_WIDTH), size.columns),
    };
  };
  const drag = (anchor: Cell, first: { readonly clientX: number; readonly clientY: number }): void => {
    let pointer = first;
    let at = cellAt(first);
    const follow = (): void => {
      const view = scroller.current;
      if (!view || !body.current) return;
      const next = cellAt(pointer);
      if (next.row === at.row && next.column === at.column) return;
      at = next;
      select({ anchor, focus: next });
    };
    const onMove = (event: globalThis.MouseEvent): void => {
      pointer = event;
      follow();
    };
    const timer = setInterval(follow, DRAG_STEP_MS);
    const stop = (): void => {
      clearInterval(timer);
      window.removeEventListener('mousemove', onMove);
      window.removeEventListener('mouseup', stop);
      stopDrag.current = null;
    };
    stopDrag.current?.();
    stopDrag.current = stop;
    window.addEventListener('mousemove', onMove);
    window.addEventListener('mouseup', stop);
  };

  const inSelection = ({ row, column }: Cell): boolean => {
    const { top, bottom, left, right } = blockOf(selection);
    return row >= top && row <= bottom && column >= left && column <= right;
  };

  return {
    onMouseDown: (event) => {
      const hit = event.button === 0 ? target(event.target) : null;
      if (!hit) return;
      if (hit.kind === 'column')
        select({ anchor: { row: size.rows - 1, column: hit.index }, focus: { row: 0, column: hit.index } });
      else if (hit.kind === 'row')
        select({ anchor: { row: hit.index, column: size.columns - 1 }, focus: { row: hit.index, column: 0 } });
      else {
        const cell = cellAt(event);
        const anchor = event.shiftKey ? selection.anchor : cell;
        select({ anchor, focus: cell });
        drag(anchor, { clientX: event.clientX, clientY: event.clientY });
      }
    },
    onDoubleClick: (event) => {
      if (target(event.target)?.kind === 'cell') openMenu({ x: event.clientX, y: event.clientY });
    },
    onContextMenu: (event) => {
      event.preventDefault();
      const hit = target(event.target);
      if (hit?.kind === 'cell') {
        const cell = cellAt(event);
        if (!inSelection(cell)) select(selectCell(cell));
        openMenu({ x: event.clientX, y: event.clientY });
        return;
      }
      // The menu key, or a right click on a name or a head: the menu stands at the focused cell.
      const box = body.current!.getBoundingClientRect();
      openMenu({
        x: box.left + NAME_WIDTH + (selection.focus.column + 1) * CELL_WIDTH,
        y: box.top + (selection.focus.row + 1) * ROW_HEIGHT,
      });
    },
  };
}
