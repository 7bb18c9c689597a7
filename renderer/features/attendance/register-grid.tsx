import { useEffect, useLayoutEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import type { HoursSummary } from '../../../shared/regulation/finding';
import type { Mark } from '../../../shared/records/mark';
import { ATTENDANCE_TEXT as TEXT } from '../../text/attendance';
import { blockOf, moveSelection, selectCell, type Cell, type Direction, type Selection } from './grid-selection';
import { entryStep, markOf, type MinutesEntry } from './mark-entry';
import { RegisterHead } from './register-head';
import { RegisterRow } from './register-row';
import type { RegisterModel } from './register-model';
import './register.css';

const ROW_HEIGHT = 28;
const OVERSCAN = 4;

const ARROWS: Readonly<Record<string, readonly [plain: Direction, control: Direction]>> = {
  ArrowUp: ['up', 'top'],
  ArrowDown: ['down', 'bottom'],
  ArrowLeft: ['left', 'row-start'],
  ArrowRight: ['right', 'row-end'],
  Home: ['row-start', 'top'],
  End: ['row-end', 'bottom'],
  PageUp: ['page-up', 'page-up'],
  PageDown: ['page-down', 'page-down'],
};

export interface RegisterGridProps {
  readonly model: RegisterModel;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  /** The mark (null clears) for every cell of the selection. */
  readonly onMark: (selection: Selection, mark: Mark | null) => void;
  readonly onFillDown: (selection: Selection) => void;
  readonly onAllPresent: (column: number) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onPaste: (at: Cell, text: string) => void;
  readonly copyText: (selection: Selection) => string;
  readonly hoursOf: (row: number) => HoursSummary;
  /** What may still become of the row: red when 32/22 is out of reach, amber while open. */
  readonly verdictOf: (row: number) => 'met' | 'open' | 'lost';
}

/** The attendance register: one tab stop, number keys, Shift+arrows, fill, copy and paste; only visible rows exist. */
export function RegisterGrid(props: RegisterGridProps) {
  const { model, selection, onSelect } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  const [entry, setEntry] = useState<MinutesEntry | null>(null);
  const size = { rows: model.rows.length, columns: model.columns.length };
  const pageRows = Math.max(1, Math.floor(view.height / ROW_HEIGHT) - 3);
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
    scrollIntoView(scroller.current, selection.focus);
  }, [selection.focus]);

  const finish = (open: MinutesEntry): void => {
    setEntry(null);
    props.onMark(selection, markOf(open));
  };
  const select = (next: Selection): void => {
    if (entry) finish(entry);
    onSelect(next);
  };
  const single = block.top === block.bottom && block.left === block.right;
  const down = (): void => {
    if (single) onSelect(moveSelection(selection, 'down', size, 'move'));
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.altKey || size.rows === 0 || size.columns === 0) return;
    if (event.ctrlKey || event.metaKey) {
      if (!controlKey(event.key.toLowerCase())) return;
      event.preventDefault();
      return;
    }
    const step = entryStep(event.key, entry);
    if (step.kind !== 'none') {
      event.preventDefault();
      setEntry(step.kind === 'minutes' ? step.entry : null);
      if (step.kind === 'mark') {
        props.onMark(selection, step.mark);
        if (step.mark) down();
      }
      if (step.kind === 'minutes-done') {
        props.onMark(selection, step.mark);
        if (step.then === 'down') down();
        else moveWith(event.key, event.shiftKey);
      }
      return;
    }
    if (moveWith(event.key, event.shiftKey)) event.preventDefault();
    else if (event.key === 'a' || event.key === 'A') props.onAllPresent(selection.focus.column);
  };

  const moveWith = (key: string, shift: boolean, control = false): boolean => {
    const direction = key === 'Enter' ? 'down' : ARROWS[key]?.[control ? 1 : 0];
    if (!direction) return false;
    onSelect(moveSelection(selection, direction, size, shift && key !== 'Enter' ? 'extend' : 'move', pageRows));
    return true;
  };

  const controlKey = (key: string): boolean => {
    if (key === 'd') props.onFillDown(selection);
    else if (key === 'z') props.onUndo();
    else if (key === 'y') props.onRedo();
    else if (key === 'a') {
      onSelect({ anchor: { row: 0, column: 0 }, focus: { row: size.rows - 1, column: size.columns - 1 } });
    } else {
      const name = Object.keys(ARROWS).find((arrow) => arrow.toLowerCase() === key);
      return name ? moveWith(name, false, true) : false;
    }
    return true;
  };

  const onCopy = (event: ClipboardEvent): void => {
    event.clipboardData.setData('text/plain', props.copyText(selection));
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent): void => {
    event.preventDefault();
    props.onPaste({ row: block.top, column: block.left }, event.clipboardData.getData('text/plain'));
  };

  const first = Math.max(0, Math.floor(view.top / ROW_HEIGHT) - OVERSCAN);
  const last = Math.min(size.rows, Math.ceil((view.top + view.height) / ROW_HEIGHT) + OVERSCAN);
  const visible = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);
  return (
    <div
      ref={scroller}
      className="register"
      role="grid"
      tabIndex={0}
      aria-label={TEXT.gridLabel}
      aria-rowcount={size.rows + 1}
      aria-colcount={size.columns + 5}
      aria-multiselectable="true"
      aria-activedescendant={cellId(selection.focus)}
      onScroll={(event) => setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })}
      onKeyDown={onKeyDown}
      onCopy={onCopy}
      onPaste={onPaste}
      onBlur={() => entry && finish(entry)}
    >
      <div className="register-sheet">
        <RegisterHead columns={model.columns} active={selection.focus.column} onAllPresent={props.onAllPresent} />
        <div className="register-body" role="rowgroup" style={{ height: size.rows * ROW_HEIGHT }}>
          {visible.map((row) => (
            <RegisterRow
              key={model.rows[row]!.enrolment.id}
              model={model}
              row={row}
              top={row * ROW_HEIGHT}
              focusColumn={selection.focus.row === row ? selection.focus.column : -1}
              selectedFrom={row >= block.top && row <= block.bottom ? block.left : -1}
              selectedTo={row >= block.top && row <= block.bottom ? block.right : -1}
              entry={selection.focus.row === row ? entry : null}
              hours={props.hoursOf(row)}
              verdict={props.verdictOf(row)}
              onPick={(column, extend) =>
                select(extend ? { anchor: selection.anchor, focus: { row, column } } : selectCell({ row, column }))
              }
              onDrag={(column) => onSelect({ anchor: selection.anchor, focus: { row, column } })}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

export const cellId = ({ row, column }: Cell): string => `register-${row}-${column}`;

/** Keeps the focused cell clear of the sticky head and the sticky columns. */
function scrollIntoView(element: HTMLDivElement | null, focus: Cell): void {
  if (!element) return;
  const head = element.querySelector<HTMLElement>('.register-head')?.offsetHeight ?? 0;
  const top = focus.row * ROW_HEIGHT;
  const visibleHeight = element.clientHeight - head;
  if (top < element.scrollTop) element.scrollTop = top;
  else if (top + ROW_HEIGHT > element.scrollTop + visibleHeight) element.scrollTop = top + ROW_HEIGHT - visibleHeight;
  const columns = element.querySelectorAll<HTMLElement>('.register-head [data-column]');
  const column = columns[focus.column];
  if (!column) return;
  const left = element.querySelector<HTMLElement>('.register-head .register-name')?.getBoundingClientRect().right ?? 0;
  const right = element.querySelector<HTMLElement>('.register-head .register-totals')?.getBoundingClientRect().left ?? 0;
  const box = column.getBoundingClientRect();
  if (box.left < left) element.scrollLeft -= left - box.left;
  else if (box.right > right) element.scrollLeft += box.right - right;
}
