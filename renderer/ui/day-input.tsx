import { CalendarOutlined } from '@ant-design/icons';
import { Button, Input, Popover } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { yearOf, type Day } from '../../shared/basics/day';
import { uiText } from '../text/ui';
import { MonthCalendar } from './month-calendar';
import { readDayText } from './read-day-text';
import { isUnreadable, typedValue, type Typed } from './typed-value';
import styles from './day-input.module.css';

interface DayInputProps {
  readonly id?: string;
  readonly label?: string;
  readonly value?: Typed<Day>;
  readonly onChange?: (value: Typed<Day>) => void;
  /** Where the calendar opens, and the year of a date typed without one. */
  readonly today: Day;
  readonly disabled?: boolean;
}

const textOf = (value: Typed<Day> | undefined): string =>
  value === undefined || value === null ? '' : isUnreadable(value) ? value.unreadable : value;

/** A date: typed in any of the usual ways, or taken from the calendar. Says at once when it cannot be read. */
export function DayInput({ id, label, value, onChange, today, disabled = false }: DayInputProps) {
  const [text, setText] = useState(textOf(value));
  const [open, setOpen] = useState(false);
  const sent = useRef(value);
  useEffect(() => {
    if (sent.current !== value) setText(textOf(value));
    sent.current = value;
  }, [value]);

  const send = (next: Typed<Day>): void => {
    sent.current = next;
    onChange?.(next);
  };
  const type = (next: string): void => {
    setText(next);
    if (next.trim() === '') return send(null);
    send(readDayText(next, yearOf(today)) ?? { unreadable: next });
  };
  const settle = (): void => {
    const read = readDayText(text, yearOf(today));
    if (read) setText(read);
  };
  const take = (day: Day): void => {
    setText(day);
    setOpen(false);
    send(day);
  };

  const unreadable = text.trim() !== '' && readDayText(text, yearOf(today)) === null;
  // Alt+↓ opens it from the field, so that Tab goes from field to field.
  const calendar = (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      content={<MonthCalendar selected={typedValue(value)} today={today} onSelect={take} />}
    >
      <Button
        type="text"
        size="small"
        tabIndex={-1}
        icon={<CalendarOutlined />}
        aria-label={uiText.day.calendar}
        title={uiText.day.calendar}
        disabled={disabled}
      />
    </Popover>
  );
  return (
    <Input
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      className={styles['input']}
      value={text}
      disabled={disabled}
      placeholder={uiText.day.placeholder}
      aria-invalid={unreadable}
      {...(unreadable ? { status: 'error' as const, title: uiText.day.wrong(text) } : {})}
      suffix={calendar}
      onChange={(event) => type(event.target.value)}
      onBlur={settle}
      onPressEnter={settle}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown' && event.altKey) setOpen(true);
      }}
    />
  );
}
