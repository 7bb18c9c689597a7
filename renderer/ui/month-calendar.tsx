import { DoubleLeftOutlined, DoubleRightOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { addDays, dateOf, day, dayOf, monthOf, weekdayOf, yearOf, type Day } from '../../shared/basics/day';
import { uiText } from '../text/ui';
import styles from './month-calendar.module.css';

const firstOf = (d: Day): Day => dayOf(yearOf(d), monthOf(d), 1) ?? d;

/** The first day of the month so many months later. */
function shiftMonth(d: Day, months: number): Day {
  const index = yearOf(d) * 12 + monthOf(d) - 1 + months;
  return dayOf(Math.floor(index / 12), (index % 12) + 1, 1) ?? d;
}

/** Six weeks, Monday first, that hold the month of a day. */
function weeksOf(month: Day): readonly (readonly Day[])[] {
  const monday = addDays(firstOf(month), 1 - weekdayOf(firstOf(month)));
  return Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (_, i) => addDays(monday, week * 7 + i)));
}

interface MonthCalendarProps {
  readonly selected: Day | null;
  readonly today: Day;
  readonly onSelect: (day: Day) => void;
}

/** One month to pick a day from; arrows move by day and week, PageUp and PageDown by month. */
export function MonthCalendar({ selected, today, onSelect }: MonthCalendarProps) {
  const [cursor, setCursor] = useState(selected ?? today);
  const table = useRef<HTMLTableElement>(null);
  const step = (icon: ReactNode, label: string, months: number) => (
    <Button
      type="text"
      size="small"
      icon={icon}
      aria-label={label}
      title={label}
      onClick={() => setCursor(shiftMonth(cursor, months))}
    />
  );
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const days = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
    const months = { PageUp: -1, PageDown: 1 }[event.key];
    if (days === undefined && months === undefined) return;
    event.preventDefault();
    const next = days === undefined ? shiftMonth(cursor, months ?? 0) : addDays(cursor, days);
    flushSync(() => setCursor(next));
    table.current?.querySelector<HTMLButtonElement>(`[data-day="${next}"]`)?.focus();
  };
  return (
    <div className={styles['calendar']}>
      <div className={styles['head']}>
        {step(<DoubleLeftOutlined />, uiText.day.previousYear, -12)}
        {step(<LeftOutlined />, uiText.day.previousMonth, -1)}
        <span aria-live="polite">{uiText.day.month(yearOf(cursor), monthOf(cursor))}</span>
        {step(<RightOutlined />, uiText.day.nextMonth, 1)}
        {step(<DoubleRightOutlined />, uiText.day.nextYear, 12)}
      </div>
      <table ref={table}>
        <thead>
          <tr>
            {uiText.day.weekdays.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(cursor).map((week) => (
            <tr key={week[0]}>
              {week.map((d) => (
                <td key={d}>
                  <button
                    type="button"
                    data-day={d}
                    tabIndex={d === cursor ? 0 : -1}
                    className={[
                      monthOf(d) === monthOf(cursor) ? '' : styles['other'],
                      d === today ? styles['today'] : '',
                      d === selected ? styles['selected'] : '',
                    ].join(' ')}
                    aria-label={d}
                    aria-pressed={d === selected}
                    onKeyDown={onKeyDown}
                    onClick={() => onSelect(d)}
                  >
                    {dateOf(d)}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Button type="link" size="small" onClick={() => onSelect(day(today))}>
        {uiText.day.today} {today}
      </Button>
    </div>
  );
}
