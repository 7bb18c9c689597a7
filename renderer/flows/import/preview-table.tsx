import { Button } from 'antd';
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { PreviewColumn } from '../../../shared/import/preview';
import { importText } from '../../text/import';
import { EmptyState } from '../../ui/empty-state';
import { useShortcuts } from '../../ui/shortcuts';
import { useTallRowWindow } from '../../ui/use-tall-row-window';
import type { CellEdit, RowView } from '../../workers/import-view';
import { columnWidth } from './column-look';
import { rowLayout, type Decided } from './preview-model';
import { PreviewRowLine } from './preview-row';
import styles from './preview-table.module.css';

const HEAD = 48;
const NUMBER = 44;
const STATE = 128;
const PAGE = 10;
const text = importText.preview;

interface PreviewTableProps {
  readonly rows: readonly RowView[];
  /** There are no rows besides these either. */
  readonly fileIsEmpty: boolean;
  readonly columns: readonly PreviewColumn[];
  /** Fields with something to be said of them in some row, and how long the longest title of it is. */
  readonly noted: ReadonlyMap<string, number>;
  /** The field to bring into view; the column of the problem that is filtered. */
  readonly lookAt: string | null;
  /** What our fields are called, for the second line of the heads. */
  readonly fieldLabel: (field: string) => string;
  readonly decided: Decided;
  /** Told which Excel row is looked at. */
  readonly onCurrent: (row: number) => void;
  readonly onEdit: (edit: CellEdit) => void;
  readonly onTake: (row: number) => void;
  readonly onInclude: (row: number) => void;
  readonly onShowAll: () => void;
}

interface Cell {
  readonly row: number;
  /** Column of the file, −1 for the state. */
  readonly column: number;
}

/** The rows of a file before they are imported; a cell is changed where it stands. One tab stop, arrows move. */
export function PreviewTable(props: PreviewTableProps) {
  const { rows, columns, noted, lookAt, fieldLabel, decided, onCurrent, onEdit, onTake, onInclude, onShowAll } =
    props;
  const box = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const id = useId();
  const [cell, setCell] = useState<Cell | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const layOut = useMemo(() => rowLayout(new Set(columns.flatMap(({ field }) => field ?? []))), [columns]);
  const laid = useMemo(() => rows.map(layOut), [rows, layOut]);
  const heights = useMemo(() => laid.map(({ height }) => height), [laid]);
  const view = useTallRowWindow(box, heights, HEAD);
  const order = useMemo(() => [-1, ...columns.map(({ index }) => index)], [columns]);
  const at = cell === null ? -1 : rows.findIndex(({ row }) => row === cell.row);

  const moveTo = useCallback(
    (next: Cell) => {
      setCell(next);
      onCurrent(next.row);
    },
    [onCurrent],
  );
  const activate = useCallback((row: number, column: number) => moveTo({ row, column }), [moveTo]);
  const valueAt = (row: number, column: number): string => rows.find((one) => one.row === row)?.cells[column] ?? '';
  const begin = (row: number, column: number, first?: string): void => {
    if (column < 0) return;
    moveTo({ row, column });
    setEditing(first ?? valueAt(row, column));
  };
  const step = (down: number, right: number): void => {
    const index = Math.max(0, Math.min(rows.length - 1, at < 0 ? 0 : at + down));
    const row = rows[index];
    if (!row) return;
    const place = Math.max(0, order.indexOf(cell?.column ?? order[1] ?? -1));
    const column = order[Math.max(0, Math.min(order.length - 1, place + right))]!;
    view.reveal(index);
    moveTo({ row: row.row, column });
    document.getElementById(`${id}-r${row.row}-c${column}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const done = (row: number, column: number, value: string | null, then: 'stay' | 'down' | 'right'): void => {
    setEditing(null);
    if (value !== null && value !== valueAt(row, column)) onEdit({ row, column, text: value });
    grid.current?.focus({ preventScroll: true });
    if (then === 'down') step(1, 0);
    if (then === 'right') step(0, 1);
  };
  const latest = useRef({ begin, done });
  useEffect(() => {
    latest.current = { begin, done };
  });
  const onBegin = useCallback((row: number, column: number) => latest.current.begin(row, column), []);
  const onDone = useCallback((...args: Parameters<typeof done>) => latest.current.done(...args), []);

  useEffect(() => {
    // What had the focus is gone with the choice of a file; somebody who works elsewhere is left alone.
    if (document.activeElement === document.body) grid.current?.focus({ preventScroll: true });
  }, []);

  useShortcuts(text.caption, [
    { keys: 'Enter', does: text.keys.edit },
    { keys: 'F2', does: text.keys.edit },
    { keys: 'Escape', does: text.keys.cancel },
    { keys: 'Space', does: text.keys.take },
  ]);

  useEffect(() => {
    const head = lookAt === null ? null : grid.current?.querySelector(`thead [data-field="${CSS.escape(lookAt)}"]`);
    const view = box.current;
    if (!(head instanceof HTMLElement) || !view) return;
    const left = head.offsetLeft - NUMBER - STATE;
    const right = head.offsetLeft + head.offsetWidth - view.clientWidth;
    if (left < view.scrollLeft) view.scrollTo({ left });
    else if (right > view.scrollLeft) view.scrollTo({ left: right });
  }, [lookAt]);

  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageDown: [PAGE, 0],
      PageUp: [-PAGE, 0],
      Home: [-rows.length, 0],
      End: [rows.length, 0],
    };
    const move = moves[event.key];
    const plain = !event.ctrlKey && !event.metaKey;
    if (move) step(...move);
    else if (!cell) return;
    else if (event.key === 'Enter' || event.key === 'F2') begin(cell.row, cell.column);
    else if (event.key === ' ' && cell.column === -1) {
      const row = rows[at];
      if (row && row.changes.length > 0) onTake(cell.row);
      else if (row && row.brings !== 'nothing') onInclude(cell.row);
    } else if (plain && event.key.length === 1 && cell.column >= 0)
      begin(cell.row, cell.column, event.key === ' ' ? '' : event.key);
    else return;
    event.preventDefault();
  };

  const widthOf = ({ field }: PreviewColumn): number =>
    columnWidth(field, field === null ? undefined : noted.get(field));
  const total = NUMBER + STATE + columns.reduce((sum, column) => sum + widthOf(column), 0);
  return (
    <div ref={box} className={styles['table']}>
      <table
        ref={grid}
        role="grid"
        tabIndex={0}
        aria-label={text.caption}
        aria-rowcount={rows.length + 1}
        {...(cell === null ? {} : { 'aria-activedescendant': `${id}-r${cell.row}-c${cell.column}` })}
        style={{ width: `max(100%, ${total}px)` }}
        onKeyDown={onKeyDown}
      >
        <colgroup>
          <col style={{ width: NUMBER }} />
          <col style={{ width: STATE }} />
          {columns.map((column) => (
            <col key={column.key} style={{ width: widthOf(column) }} />
          ))}
          <col />
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={styles['number']}>
              {text.row}
            </th>
            <th scope="col" className={styles['state']}>
              {text.state}
            </th>
            {columns.map(({ key, field, heading, letter }) => (
              <th key={key} scope="col" data-field={field} data-unused={field === null} title={heading}>
                <span className={styles['head']}>{heading || importText.columns.column(letter)}</span>
                <span className={styles['field']}>
                  {field === null ? importText.columns.unused : fieldLabel(field)}
                </span>
              </th>
            ))}
            <td aria-hidden />
          </tr>
        </thead>
        <tbody>
          {view.before > 0 && <tr aria-hidden style={{ height: view.before }} />}
          {laid.slice(view.first, view.last).map(({ row, notes, height }, i) => (
            <PreviewRowLine
              key={row.row}
              row={row}
              id={id}
              index={view.first + i}
              height={height}
              columns={columns}
              notes={notes}
              taken={decided.take.has(row.row)}
              leftOut={decided.leaveOut.has(row.row)}
              active={cell?.row === row.row ? cell.column : null}
              editing={cell?.row === row.row ? editing : null}
              onActivate={activate}
              onEdit={onBegin}
              onDone={onDone}
              onTake={onTake}
              onInclude={onInclude}
            />
          ))}
          {view.after > 0 && <tr aria-hidden style={{ height: view.after }} />}
        </tbody>
      </table>
      {rows.length === 0 &&
        (props.fileIsEmpty ? (
          <EmptyState title={text.empty} next={text.emptyNext} />
        ) : (
          <EmptyState title={text.none}>
            <Button onClick={onShowAll}>{text.showAll}</Button>
          </EmptyState>
        ))}
    </div>
  );
}
