import { dateOf, monthOf } from '../../../shared/basics/day';
import type { Session } from '../../../shared/records/session';
import { ATTENDANCE_TEXT as TEXT } from '../../text/attendance';
import { weekdayText } from '../../text/format';
import type { RegisterModel } from './register-model';
import styles from './register.module.css';

interface RegisterHeadProps {
  readonly model: RegisterModel;
  /** Columns of the selection, both included. */
  readonly left: number;
  readonly right: number;
  readonly onAllPresent: (column: number) => void;
}

/** Whether a lesson is going on just now. */
const isOn = ({ date, start, end }: Session, { today, minuteOfDay }: RegisterModel['moment']): boolean =>
  date === today && start <= minuteOfDay && minuteOfDay < end;

/** Two lines: dates with weekdays over numbers with categories. A double click on a number is 全部出勤. */
export function RegisterHead({ model, left, right, onAllPresent }: RegisterHeadProps) {
  const { columns, days, moment } = model;
  return (
    <div className={styles['head']} role="row" aria-rowindex={1}>
      <div className={styles['name']} role="columnheader" aria-colindex={1}>
        {TEXT.person}
      </div>
      <div className={styles['columns']}>
        {days.map(({ date, firstColumn, columns: count }) => (
          <div key={date} className={styles['day']} data-today={date === moment.today}>
            <div className={styles['date']} data-short={count === 1} aria-hidden>
              {`${monthOf(date)}-${dateOf(date)}`} {weekdayText(date).slice(1)}
            </div>
            <div className={styles['numbers']}>
              {columns.slice(firstColumn, firstColumn + count).map(({ session, time }, i) => {
                const column = firstColumn + i;
                const isRunning = isOn(session, moment);
                const category = TEXT.categoryLong[session.category];
                const tip = TEXT.sessionHead(
                  session.number,
                  category,
                  session.periods,
                  time,
                  session.title ?? '',
                  session.teacher ?? '',
                  session.room ?? '',
                  isRunning,
                );
                return (
                  <div
                    key={session.id}
                    role="columnheader"
                    aria-colindex={column + 2}
                    aria-label={TEXT.headLabel(
                      session.number,
                      session.date,
                      weekdayText(session.date),
                      category,
                      isRunning,
                    )}
                    data-head={column}
                    data-running={isRunning}
                    data-active={column >= left && column <= right}
                    title={tip}
                    onDoubleClick={() => onAllPresent(column)}
                  >
                    {session.number}
                    <span>{session.makesUpFor ? TEXT.makeUpShort : TEXT.categoryShort[session.category]}</span>
                  </div>
                );
              })}
            </div>
          </div>
        ))}
      </div>
      <div className={styles['totals']}>
        {([TEXT.public, TEXT.professional, TEXT.total] as const).map((title, i) => (
          <span key={title} role="columnheader" aria-colindex={columns.length + 2 + i}>
            {title}
          </span>
        ))}
      </div>
    </div>
  );
}
