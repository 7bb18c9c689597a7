import { memo, useCallback, useEffect, useId, useMemo, useRef, type KeyboardEvent } from 'react';
import type { Finding, RuleId } from '../../../shared/regulation/finding';
import { CONCLUSION } from '../../../shared/regulation/conclusion';
import { postTitle } from '../../../shared/regulation/posts';
import { ruleTitle } from '../../../shared/regulation/rules';
import { findingsText as text } from '../../text/findings';
import { nextSort, type Sort } from '../../ui/table-model';
import { STATE_SHAPES } from '../../ui/state-mark';
import { useRowWindow } from '../../ui/use-row-window';
import { findingOf, type FindingRow } from './finding-rows';
import { wordsOf } from './matrix-columns';
import { MatrixHead } from './matrix-head';
import styles from './findings-grid.module.css';

const ROW_HEIGHT = 32;
const PAGE_ROWS = 15;
/** 序 and 姓名, which stay when the table is scrolled sideways; as in the style sheet. */
const STICKY_WIDTH = 120;

/** A cell of the matrix: a line and a rule, or the conclusion behind the last rule. */
export interface MatrixCell {
  readonly row: number;
  /** Index of the rule; rules.length = 结论. */
  readonly column: number;
}

interface FindingsGridProps {
  readonly rows: readonly FindingRow[];
  readonly rules: readonly RuleId[];
  readonly active: MatrixCell;
  /** Whether the panel shows the active cell. */
  readonly open: boolean;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
  /** Puts the table on the clipboard. */
  readonly onCopy: () => void;
  readonly onMove: (cell: MatrixCell) => void;
  readonly onOpen: (cell: MatrixCell) => void;
  readonly onClose: () => void;
}

/** The matrix people × rules: one tab stop, arrows move, Enter opens, Esc closes, S sorts by the active column; only visible rows exist. */
export function FindingsGrid(props: FindingsGridProps) {
  const { rows, rules, active, open, sort, onSort, onMove, onOpen, onClose } = props;
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const view = useRowWindow(box, rows.length, ROW_HEIGHT);
  const titles = useMemo(() => rules.map((rule) => ruleTitle(rule)), [rules]);
  const last = { row: rows.length - 1, column: rules.length };

  // The panel takes room away, which may hide the very cell that it explains.
  useEffect(() => {
    if (open) revealColumn(box.current, active.column);
  }, [open, active.column]);

  // Where the table opens may lie far down.
  const started = useRef(active.row === 0);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    view.reveal(active.row);
    box.current?.querySelector('table')?.focus({ preventScroll: true });
  }, [view, active.row]);

  const move = (row: number, column: number): void => {
    const next = { row: Math.max(0, Math.min(last.row, row)), column: Math.max(0, Math.min(last.column, column)) };
    view.reveal(next.row);
    revealColumn(box.current, next.column);
    onMove(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (rows.length === 0 || event.altKey || event.nativeEvent.isComposing) return;
    const { row, column } = active;
    const control = event.ctrlKey || event.metaKey;
    const moves: Readonly<Record<string, readonly [row: number, column: number]>> = {
      ArrowUp: [control ? 0 : row - 1, column],
      ArrowDown: [control ? last.row : row + 1, column],
      ArrowLeft: [row, control ? 0 : column - 1],
      ArrowRight: [row, control ? last.column : column + 1],
      Home: control ? [0, 0] : [row, 0],
      End: control ? [last.row, last.column] : [row, last.column],
      PageUp: [row - PAGE_ROWS, column],
      PageDown: [row + PAGE_ROWS, column],
    };
    const target = moves[event.key];
    if (target) move(...target);
    else if (event.key === 'Enter' || event.key === ' ') onOpen(active);
    else if (event.key === 'Escape' && open) onClose();
    else if (control && event.key.toLowerCase() === 'c' && String(getSelection() ?? '') === '') props.onCopy();
    else if (!control && event.key.toLowerCase() === 's') onSort(nextSort(rules[column] ?? 'conclusion', sort));
    else return;
    event.preventDefault();
  };
  // The same function for every key, so that only the rows that change are drawn anew.
  const latestOpen = useRef(onOpen);
  useEffect(() => {
    latestOpen.current = onOpen;
  });
  const openCell = useCallback((cell: MatrixCell): void => {
    latestOpen.current(cell);
    box.current?.querySelector('table')?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={box} className={styles['box']}>
      <table
        role="grid"
        tabIndex={0}
        aria-label={text.gridLabel}
        aria-rowcount={rows.length + 1}
        aria-colcount={rules.length + 7}
        aria-activedescendant={cellId(id, active.row, active.column)}
        onKeyDown={onKeyDown}
      >
        <MatrixHead rules={rules} activeColumn={active.column} sort={sort} onSort={onSort} />
        <tbody>
          {view.first > 0 && <tr aria-hidden style={{ height: view.first * ROW_HEIGHT }} />}
          {rows.slice(view.first, view.last).map((row, i) => (
            <MatrixRow
              key={row.enrolment.id}
              row={row}
              index={view.first + i}
              rules={rules}
              titles={titles}
              activeColumn={active.row === view.first + i ? active.column : -1}
              gridId={id}
              onOpen={openCell}
            />
          ))}
          {view.last < rows.length && <tr aria-hidden style={{ height: (rows.length - view.last) * ROW_HEIGHT }} />}
        </tbody>
      </table>
    </div>
  );
}

interface MatrixRowProps {
  readonly row: FindingRow;
  readonly index: number;
  readonly rules: readonly RuleId[];
  readonly titles: readonly string[];
  readonly activeColumn: number;
  readonly gridId: string;
  readonly onOpen: (cell: MatrixCell) => void;
}

const cellId = (grid: string, row: number, column: number): string => `${grid}-${row}-${column}`;

/** One person's line; the active cell is the only thing of it that the keyboard changes. */
const MatrixRow = memo(function MatrixRow({
  row,
  index,
  rules,
  titles,
  activeColumn,
  gridId,
  onOpen,
}: MatrixRowProps) {
  const { enrolment, person, judgement, conclusion } = row;
  const { hours } = judgement;
  return (
    <tr aria-rowindex={index + 2} data-current={activeColumn >= 0} data-gone={conclusion === 'gone'}>
      <td className={styles['order']}>{enrolment.order}</td>
      <th scope="row" className={styles['name']} title={person.name}>
        {person.name}
      </th>
      <td className={styles['post']} title={postTitle(enrolment.post)}>
        {postTitle(enrolment.post)}
      </td>
      <td className={styles['hours']}>{hours.public}</td>
      <td className={styles['hours']}>{hours.professional}</td>
      <td className={styles['hours']}>{hours.total}</td>
      {rules.map((rule, column) => {
        const finding = findingOf(row, rule);
        return (
          <td
            key={rule}
            id={cellId(gridId, index, column)}
            className={styles['mark']}
            data-outcome={finding?.outcome}
            data-severity={finding?.severity ?? 'none'}
            data-active={activeColumn === column}
            aria-selected={activeColumn === column}
            aria-label={finding ? text.cell(person.name, titles[column]!, wordsOf(finding)) : undefined}
            title={finding ? `${titles[column]!}：${wordsOf(finding)}` : undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onOpen({ row: index, column })}
          >
            {finding && markOf(finding)}
          </td>
        );
      })}
      <td
        id={cellId(gridId, index, rules.length)}
        className={styles['conclusion']}
        data-conclusion={conclusion}
        data-active={activeColumn === rules.length}
        aria-selected={activeColumn === rules.length}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onOpen({ row: index, column: rules.length })}
      >
        {CONCLUSION[conclusion]}
      </td>
    </tr>
  );
});

/** The outcome's shape; a warning carries "!" as well, so that colour is never the only sign. */
export const markOf = ({ outcome, severity }: Finding): string =>
  `${STATE_SHAPES[outcome]}${severity === 'warning' ? '!' : ''}`;

/** Scrolls sideways until the column stands between the sticky names and the right edge. */
function revealColumn(box: HTMLElement | null, column: number): void {
  const head = box?.querySelector<HTMLElement>(`thead [data-column="${column}"]`);
  if (!box || !head) return;
  const right = head.offsetLeft + head.offsetWidth;
  if (head.offsetLeft < box.scrollLeft + STICKY_WIDTH) box.scrollLeft = head.offsetLeft - STICKY_WIDTH;
  else if (right > box.scrollLeft + box.clientWidth) box.scrollLeft = right - box.clientWidth;
}
