import { dateOf, monthOf } from '../../../shared/basics/day';
import { ATTENDANCE_TEXT as TEXT } from '../../text/attendance';
import type { RegisterColumn } from './register-model';

interface RegisterHeadProps {
  readonly columns: readonly RegisterColumn[];
  readonly active: number;
  readonly onAllPresent: (column: number) => void;
}

/** Two lines: dates with weekdays over numbers with categories. A double click on a number is 全部出勤. */
export function RegisterHead({ columns, active, onAllPresent }: RegisterHeadProps) {
  return (
    <div className="register-head" role="row">
      <div className="register-name" role="columnheader">
        {TEXT.person}
      </div>
      <div className="register-columns">
        {columns.map(({ session, weekday, time, isToday, firstOfDay, sessionsOfDay }, column) => (
          <div
            key={session.id}
            role="columnheader"
            data-column={column}
            className={['register-column', firstOfDay && 'first-of-day', isToday && 'today', column === active && 'active']
              .filter(Boolean)
              .join(' ')}
            title={TEXT.sessionHead(
              session.number,
              TEXT.categoryLong[session.category],
              session.periods,
              time,
              session.title ?? '',
              session.teacher ?? '',
              session.room ?? '',
            )}
            onDoubleClick={() => onAllPresent(column)}
          >
            {firstOfDay && (
              <span className={`register-date span-${Math.min(sessionsOfDay, 4)}`}>
                {`${monthOf(session.date)}-${dateOf(session.date)} ${TEXT.weekdays[weekday]}`}
              </span>
            )}
            <span className="register-number">{`${session.number}${TEXT.categoryShort[session.category]}`}</span>
          </div>
        ))}
      </div>
      <div className="register-totals">
        <span role="columnheader">{TEXT.public}</span>
        <span role="columnheader">{TEXT.professional}</span>
        <span role="columnheader">{TEXT.total}</span>
      </div>
    </div>
  );
}
