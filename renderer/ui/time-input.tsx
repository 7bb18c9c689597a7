import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { clockTime } from '../../shared/basics/minutes';
import { uiText } from '../text/ui';
import { readTimeText } from './read-time-text';
import { isUnreadable, type Typed } from './typed-value';
import styles from './time-input.module.css';

interface TimeInputProps {
  readonly id?: string;
  readonly label?: string;
  /** Minutes since midnight. */
  readonly value?: Typed<number>;
  readonly onChange?: (value: Typed<number>) => void;
  readonly disabled?: boolean;
}

const textOf = (value: Typed<number> | undefined): string =>
  value === undefined || value === null ? '' : isUnreadable(value) ? value.unreadable : clockTime(value);

/** A clock time typed as 8:30, 0830 or 830. */
export function TimeInput({ id, label, value, onChange, disabled = false }: TimeInputProps) {
  const [text, setText] = useState(textOf(value));
  const sent = useRef(value);
  useEffect(() => {
    if (sent.current !== value) setText(textOf(value));
    sent.current = value;
  }, [value]);

  const type = (next: string): void => {
    setText(next);
    const typed = next.trim() === '' ? null : (readTimeText(next) ?? { unreadable: next });
    sent.current = typed;
    onChange?.(typed);
  };
  const settle = (): void => {
    const read = readTimeText(text);
    if (read !== null) setText(clockTime(read));
  };
  const unreadable = text.trim() !== '' && readTimeText(text) === null;
  return (
    <Input
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      className={styles['input']}
      value={text}
      disabled={disabled}
      placeholder={uiText.time.placeholder}
      aria-invalid={unreadable}
      {...(unreadable ? { status: 'error' as const, title: uiText.time.wrong(text) } : {})}
      onChange={(event) => type(event.target.value)}
      onBlur={settle}
      onPressEnter={settle}
    />
  );
}
