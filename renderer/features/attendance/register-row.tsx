import { memo } from 'react';
import type { CellObstacle } from '../../../shared/commands/mark-cells';
import { isAttended } from '../../../shared/records/mark';
import { MARK_KINDS, type AwayKind } from '../../../shared/records/mark-kinds';
import { markText } from '../../../shared/records/mark-text';
import { ATTENDANCE_TEXT as TEXT } from '../../text/attendance';
import { shortDay } from '../../text/format';
import type { RegisterColumn, RegisterModel, RegisterRowData } from './register-model';
import type { RowSum } from './row-sums';
import styles from './register.module.css';

/** Everything that one cell shows. */
export interface CellView {
  readonly text: string;
  readonly kind: 'none' | 'present' | 'partial' | AwayKind;
  readonly late: boolean;
  readonly blocked: CellObstacle | null;
}

/** The cells of one row; with the same key a row looks the same. */
export interface RowView {
  readonly cells: readonly CellView[];
  readonly key: string;
}

/** What a row shows of its marks. The sign on screen is the one on paper, except ✓ for √, which no screen font draws well. */
export function rowView(model: RegisterModel, row: number): RowView {
  let key = '';
  const cells = model.columns.map((_, column): CellView => {
    const mark = model.mark(row, column);
    const blocked = model.blocked(row, column);
    const late = model.isLateEntry(row, column);
    const text = markText(mark);
    key += `${text},${late ? 1 : 0}${blocked ?? ''};`;
    if (!mark) return { text, kind: 'none', late, blocked };
    if (text === MARK_KINDS.present.sign) return { text: '✓', kind: 'present', late, blocked };
    return { text, kind: isAttended(mark) ? 'partial' : mark.kind, late, blocked };
  });
  return { cells, key };
}

interface RegisterRowProps {
  readonly row: number;
  readonly rowHeight: number;
  readonly data: RegisterRowData;
  readonly columns: readonly RegisterColumn[];
  readonly today: string;
  readonly view: RowView;
  readonly sum: RowSum;
  /** −1 when the focus is in another row. */
  readonly focusColumn: number;
  /** The selected columns of this row, both included; −1 and −2 when it has none. */
  readonly selectedFrom: number;
  readonly selectedTo: number;
  /** The minutes being typed into the focused cell; null when none are. */
  readonly typed: string | null;
}

export const cellId = (row: number, column: number): string => `register-${row}-${column}`;

/** Why somebody's name is struck through. */
function leftText({ status }: RegisterRowData['enrolment']): string | null {
  return status.kind === 'active' ? null : TEXT.left[status.kind](shortDay(status.on));
}

/** One person's line. Painted anew only when something in it is different. */
export const RegisterRow = memo(
  function RegisterRow({
    row,
    rowHeight,
    data,
    columns,
    today,
    view,
    sum,
    focusColumn,
    selectedFrom,
    selectedTo,
    typed,
  }: RegisterRowProps) {
    const { name, enrolment } = data;
    const left = leftText(enrolment);
    const { hours, verdict } = sum;
    return (
      <div
        className={styles['row']}
        role="row"
        aria-rowindex={row + 2}
        data-left={left !== null}
        style={{ transform: `translateY(${row * rowHeight}px)` }}
      >
        <div
          className={styles['name']}
          role="rowheader"
          aria-colindex={1}
          data-row-head={row}
          title={left === null ? name : `${name} · ${left}`}
        >
          <span className={styles['order']}>{row + 1}</span>
          <span className={styles['who']}>{name}</span>
          {left !== null && (
            <span className={styles['gone']}>
              {TEXT.leftShort[enrolment.status.kind === 'transferred' ? 'transferred' : 'left']}
            </span>
          )}
        </div>
        <div className={styles['columns']}>
          {view.cells.map(({ text, kind, late, blocked }, column) => {
            const { session, firstOfDay } = columns[column]!;
            const focused = column === focusColumn;
            const shown = focused && typed !== null ? typed : text;
            const selected = column >= selectedFrom && column <= selectedTo;
            return (
              <div
                key={session.id}
                id={cellId(row, column)}
                role="gridcell"
                aria-colindex={column + 2}
                aria-selected={selected}
                aria-disabled={blocked !== null}
                aria-label={TEXT.cellLabel(name, session.number, text, late, blocked)}
                title={blocked ? TEXT.blocked[blocked] : late ? TEXT.lateEntry : undefined}
                className={styles['cell']}
                data-kind={kind}
                data-long={shown.length > 5 || undefined}
                data-first={firstOfDay || undefined}
                data-today={session.date === today || undefined}
                data-blocked={blocked !== null || undefined}
                data-late={late || undefined}
                data-focused={focused || undefined}
              >
                {shown}
              </div>
            );
          })}
        </div>
        <div className={styles['totals']} data-verdict={verdict} title={TEXT.verdict[verdict]}>
          {([hours.public, hours.professional, hours.total] as const).map((periods, i) => (
            <span
              key={TEXT.sumTitles[i]}
              role="gridcell"
              aria-colindex={columns.length + 2 + i}
              aria-label={TEXT.sumLabel(name, TEXT.sumTitles[i]!, periods, i === 2 ? TEXT.verdict[verdict] : '')}
            >
              {periods}
              {i === 2 && <i aria-hidden>{TEXT.verdictSign[verdict]}</i>}
            </span>
          ))}
        </div>
      </div>
    );
  },
  (before, after) =>
    before.view.key === after.view.key &&
    before.sum === after.sum &&
    before.row === after.row &&
    before.data === after.data &&
    before.columns === after.columns &&
    before.today === after.today &&
    before.focusColumn === after.focusColumn &&
    before.selectedFrom === after.selectedFrom &&
    before.selectedTo === after.selectedTo &&
    before.typed === after.typed,
);
