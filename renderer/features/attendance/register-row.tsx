import { memo, type MouseEvent } from 'react';
import { markText } from '../../../shared/records/mark-text';
import type { Mark } from '../../../shared/records/mark';
import type { HoursSummary } from '../../../shared/regulation/finding';
import { ATTENDANCE_TEXT as TEXT } from '../../text/attendance';
import { entryText, type MinutesEntry } from './mark-entry';
import type { RegisterModel } from './register-model';

interface RegisterRowProps {
  readonly model: RegisterModel;
  readonly row: number;
  readonly top: number;
  /** −1 when the focus is in another row. */
  readonly focusColumn: number;
  readonly selectedFrom: number;
  readonly selectedTo: number;
  readonly entry: MinutesEntry | null;
  readonly hours: HoursSummary;
  readonly verdict: 'met' | 'open' | 'lost';
  readonly onPick: (column: number, extend: boolean) => void;
  readonly onDrag: (column: number) => void;
}

const VERDICT_SIGN = { met: '', open: '', lost: ' ✕' } as const;

/** What a mark looks like: the sign on screen is the one on paper, except ✓ for √, which no screen font draws well. */
function sign(mark: Mark | null): { readonly text: string; readonly kind: string } {
  if (!mark) return { text: '', kind: 'none' };
  const text = markText(mark);
  if (text === '√') return { text: '✓', kind: 'present' };
  return { text, kind: mark.kind === 'attended' ? 'partial' : mark.kind };
}

/** One person's line. The focused and selected cells, the typed minutes and the totals are all that change in it. */
export const RegisterRow = memo(
  function RegisterRow(props: RegisterRowProps) {
    const { model, row, hours, verdict } = props;
    const { enrolment, name } = model.rows[row]!;
    const left = enrolment.status.kind !== 'active';
    return (
      <div
        className={`register-row${row % 2 ? ' odd' : ''}${left ? ' left' : ''}`}
        role="row"
        aria-rowindex={row + 2}
        style={{ transform: `translateY(${props.top}px)` }}
      >
        <div className="register-name" role="rowheader" title={name}>
          <span className="register-order">{row + 1}</span>
          {name}
        </div>
        <div className="register-columns">
          {model.columns.map(({ session, isToday, firstOfDay }, column) => {
            const { text, kind } = sign(model.mark(row, column));
            const blocked = model.blocked(row, column);
            const late = model.isLateEntry(row, column);
            const focused = column === props.focusColumn;
            const shown = focused && props.entry ? entryText(props.entry) : text;
            const classes = [
              'register-cell',
              kind,
              firstOfDay && 'first-of-day',
              isToday && 'today',
              blocked && 'blocked',
              late && 'late-entry',
              column >= props.selectedFrom && column <= props.selectedTo && 'selected',
              focused && 'focused',
            ];
            return (
              <div
                key={session.id}
                id={`register-${row}-${column}`}
                role="gridcell"
                aria-colindex={column + 2}
                aria-selected={column >= props.selectedFrom && column <= props.selectedTo}
                aria-disabled={blocked !== null}
                aria-label={TEXT.statusLabel(name, session.number, text)}
                title={blocked ? TEXT.blocked[blocked] : late ? TEXT.lateEntry : undefined}
                className={classes.filter(Boolean).join(' ')}
                onMouseDown={(event: MouseEvent) => event.button === 0 && props.onPick(column, event.shiftKey)}
                onMouseEnter={(event: MouseEvent) => event.buttons === 1 && props.onDrag(column)}
              >
                {shown}
              </div>
            );
          })}
        </div>
        <div className={`register-totals ${verdict}`}>
          <span>{hours.public}</span>
          <span>{hours.professional}</span>
          <span>{`${hours.total}${VERDICT_SIGN[verdict]}`}</span>
        </div>
      </div>
    );
  },
  (before, after) =>
    before.model === after.model &&
    before.row === after.row &&
    before.top === after.top &&
    before.focusColumn === after.focusColumn &&
    before.selectedFrom === after.selectedFrom &&
    before.selectedTo === after.selectedTo &&
    before.entry === after.entry &&
    before.verdict === after.verdict,
);
