import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { ATTENDANCE_TEXT as TEXT } from '../../text/attendance';
import { blockOf, cellCount, isSingle, type Cell, type Selection } from './grid-selection';
import { MarkBar } from './mark-bar';
import { entryText } from './mark-entry';
import { CellMenu } from './cell-menu';
import type { MarkAction } from './mark-menu';
import { RegisterHead } from './register-head';
import type { RegisterModel } from './register-model';
import { cellId, RegisterRow, rowView } from './register-row';
import type { RowSum } from './row-sums';
import { useGridKeys, type GridActions } from './use-grid-keys';
import { ROW_HEIGHT, useGridMouse } from './use-grid-mouse';
import styles from './register.module.css';

const OVERSCAN = 4;
const SUM_COLUMNS = 3;

export interface RegisterGridProps extends GridActions {
  /** The same object as long as the row's sums are the same. */
  readonly sumOf: (row: number) => RowSum;
  /** What the last action did; null when there is nothing to say. */
  readonly notice: string | null;
  /** Where the page finds the grid when it gives the keyboard back. */
  readonly onGrid: (element: HTMLElement | null) => void;
}

/** The attendance register: one tab stop, number keys, Shift+arrows, drag, menu, copy and paste; only visible rows exist. */
export function RegisterGrid(props: RegisterGridProps) {
  const { model, selection } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const size = { rows: model.rows.length, columns: model.columns.length };
  const keys = useGridKeys(props, Math.max(1, Math.floor(view.height / ROW_HEIGHT) - 3));
  const mouse = useGridMouse({ body, scroller, size, selection, select: keys.select, openMenu: setMenuAt });
  const block = blockOf(selection);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const measure = (): void => setView({ top: element.scrollTop, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    revealCell(scroller.current, selection.focus);
  }, [selection.focus]);

  const run = (action: MarkAction): void => {
    setMenuAt(null);
    scroller.current?.focus();
    if (action.kind === 'mark') props.onMark(selection, action.mark);
    else if (action.kind === 'type') keys.beginMinutes(action.which);
    else if (action.kind === 'fill') props.onFillDown(selection);
    else props.onAllPresent(selection.focus.column);
  };

  const first = Math.max(0, Math.floor(view.top / ROW_HEIGHT) - OVERSCAN);
  const last = Math.min(size.rows, Math.ceil((view.top + view.height) / ROW_HEIGHT) + OVERSCAN);
  // Most keys draw the grid more often than its marks are different.
  const visible = useMemo(
    () => Array.from({ length: Math.max(0, last - first) }, (_, i) => rowView(model, first + i)),
    [model, first, last],
  );
  return (
    <>
      <div
        ref={(element) => {
          scroller.current = element;
          props.onGrid(element);
        }}
        className={styles['register']}
        role="grid"
        tabIndex={0}
        aria-label={TEXT.gridLabel}
        aria-rowcount={size.rows + 1}
        aria-colcount={size.columns + 1 + SUM_COLUMNS}
        aria-multiselectable="true"
        aria-activedescendant={cellId(selection.focus.row, selection.focus.column)}
        onScroll={(event) =>
          setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })
        }
        onKeyDown={keys.onKeyDown}
        onCopy={keys.onCopy}
        onPaste={keys.onPaste}
        onBlur={keys.finish}
        {...mouse}
      >
        <div className={styles['sheet']}>
          <RegisterHead model={model} left={block.left} right={block.right} onAllPresent={props.onAllPresent} />
          <div ref={body} className={styles['body']} role="rowgroup" style={{ height: size.rows * ROW_HEIGHT }}>
            {visible.map((view, i) => {
              const row = first + i;
              const inBlock = row >= block.top && row <= block.bottom;
              const focused = selection.focus.row === row;
              return (
                <RegisterRow
                  key={model.rows[row]!.enrolment.id}
                  row={row}
                  rowHeight={ROW_HEIGHT}
                  data={model.rows[row]!}
                  columns={model.columns}
                  today={model.moment.today}
                  view={view}
                  sum={props.sumOf(row)}
                  focusColumn={focused ? selection.focus.column : -1}
                  selectedFrom={inBlock ? block.left : -1}
                  selectedTo={inBlock ? block.right : -2}
                  typed={focused && keys.entry ? entryText(keys.entry) : null}
                />
              );
            })}
          </div>
        </div>
      </div>
      <MarkBar what={whatIsSelected(model, selection)} typing={keys.entry !== null} notice={props.notice} run={run} />
      {menuAt && (
        <CellMenu
          at={menuAt}
          run={run}
          onClose={() => {
            setMenuAt(null);
            scroller.current?.focus();
          }}
        />
      )}
    </>
  );
}

function whatIsSelected(model: RegisterModel, selection: Selection): string {
  const { focus } = selection;
  const { top, bottom, left, right } = blockOf(selection);
  if (isSingle(selection))
    return TEXT.oneCell(model.rows[focus.row]?.name ?? '', model.columns[focus.column]?.session.number ?? 0);
  return TEXT.manyCells(cellCount(selection), bottom - top + 1, right - left + 1);
}

/** Scrolls as little as shows the cell clear of the sticky head and the sticky columns. */
function revealCell(element: HTMLElement | null, { row, column }: Cell): void {
  if (!element) return;
  const head = element.querySelector<HTMLElement>(`.${styles['head']}`);
  const height = element.clientHeight - (head?.offsetHeight ?? 0);
  const top = row * ROW_HEIGHT;
  if (top < element.scrollTop) element.scrollTop = top;
  else if (top + ROW_HEIGHT > element.scrollTop + height) element.scrollTop = top + ROW_HEIGHT - height;
  const cell = head?.querySelector<HTMLElement>(`[data-head="${column}"]`)?.getBoundingClientRect();
  const left = head?.querySelector<HTMLElement>(`.${styles['name']}`)?.getBoundingClientRect().right ?? 0;
  const right = head?.querySelector<HTMLElement>(`.${styles['totals']}`)?.getBoundingClientRect().left ?? 0;
  if (!cell) return;
  if (cell.left < left) element.scrollLeft -= left - cell.left;
  else if (cell.right > right) element.scrollLeft += cell.right - right;
}
