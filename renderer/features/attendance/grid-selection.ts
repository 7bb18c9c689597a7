/** A cell by its place on the screen: row = enrolment, column = session. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** The focused cell and the other corner of the selected block (the same cell when one is selected). */
export interface Selection {
  readonly focus: Cell;
  readonly anchor: Cell;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

export type Direction =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'row-start'
  | 'row-end'
  | 'top'
  | 'bottom'
  | 'first'
  | 'last'
  | 'page-up'
  | 'page-down';

export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const clamp = (value: number, length: number): number => Math.max(0, Math.min(length - 1, value));

/** The cell itself, selected alone. */
export const selectCell = (cell: Cell): Selection => ({ focus: cell, anchor: cell });

/** Whether just one cell is selected. */
export const isSingle = ({ focus, anchor }: Selection): boolean =>
  focus.row === anchor.row && focus.column === anchor.column;

/** The block between the two corners, edges included. */
export const blockOf = ({ focus, anchor }: Selection): Block => ({
  top: Math.min(focus.row, anchor.row),
  bottom: Math.max(focus.row, anchor.row),
  left: Math.min(focus.column, anchor.column),
  right: Math.max(focus.column, anchor.column),
});

/** How many cells are selected. */
export function cellCount(selection: Selection): number {
  const { top, bottom, left, right } = blockOf(selection);
  return (bottom - top + 1) * (right - left + 1);
}

/** All cells of the selection, column by column, each from top to bottom. */
export function cellsOf(selection: Selection): Cell[] {
  const { top, bottom, left, right } = blockOf(selection);
  const cells: Cell[] = [];
  for (let column = left; column <= right; column += 1) {
    for (let row = top; row <= bottom; row += 1) cells.push({ row, column });
  }
  return cells;
}

/**
 * The selection after an arrow key. 'extend' (Shift) moves the focus and keeps the anchor; 'move' selects the new cell
 * alone. The focus never leaves the grid. pageRows = rows that one screen shows.
 */
export function moveSelection(
  selection: Selection,
  direction: Direction,
  size: GridSize,
  how: 'move' | 'extend',
  pageRows = 20,
): Selection {
  const step: Readonly<Record<Direction, readonly [rows: number, columns: number]>> = {
    up: [-1, 0],
    down: [1, 0],
    left: [0, -1],
    right: [0, 1],
    'row-start': [0, -size.columns],
    'row-end': [0, size.columns],
    top: [-size.rows, 0],
    bottom: [size.rows, 0],
    first: [-size.rows, -size.columns],
    last: [size.rows, size.columns],
    'page-up': [-pageRows, 0],
    'page-down': [pageRows, 0],
  };
  const [rows, columns] = step[direction];
  const focus = {
    row: clamp(selection.focus.row + rows, size.rows),
    column: clamp(selection.focus.column + columns, size.columns),
  };
  return { focus, anchor: how === 'extend' ? selection.anchor : focus };
}
