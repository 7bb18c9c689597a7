import { Input, type InputRef } from 'antd';
import { memo, useMemo, useRef, useState } from 'react';
import { loadInitials, type Initials } from '../../data/pinyin-initials';
import { ATTENDANCE_TEXT as TEXT } from '../../text/attendance';
import { useShortcuts } from '../../ui/shortcuts';
import { findPeople } from '../../data/find-people';
import type { RegisterRowData } from './register-model';
import styles from './attendance-page.module.css';

interface FindPersonProps {
  readonly rows: readonly RegisterRowData[];
  readonly onFound: (row: number) => void;
  /** Gives the keyboard back to the register. */
  readonly onLeave: () => void;
}

/** Jumps to a person while a name, its pinyin initials or the last digits are typed. Enter: the next one; Esc: back. */
export const FindPerson = memo(function FindPerson({ rows, onFound, onLeave }: FindPersonProps) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [initials, setInitials] = useState<Initials | null>(null);
  const input = useRef<InputRef>(null);
  const latest = useRef('');
  useShortcuts(TEXT.shortcutGroup, [
    { keys: 'Ctrl+F', does: TEXT.findLabel, run: () => input.current?.focus({ cursor: 'all' }) },
    ...TEXT.shortcuts.map(([keys, does]) => ({ keys, does })),
  ]);
  const found = useMemo(() => findPeople(rows, text, initials), [rows, text, initials]);

  const type = (wanted: string): void => {
    setText(wanted);
    latest.current = wanted;
    show(findPeople(rows, wanted, initials));
    if (wanted === '' || initials) return;
    void loadInitials().then((read) => {
      const known = remembered(read);
      setInitials(() => known);
      if (latest.current !== '') show(findPeople(rows, latest.current, known));
    });
  };
  const show = (matches: readonly number[]): void => {
    setAt(0);
    if (matches[0] !== undefined) onFound(matches[0]);
  };
  const next = (by: 1 | -1): void => {
    if (found.length === 0) return;
    const place = (at + by + found.length) % found.length;
    setAt(place);
    onFound(found[place]!);
  };
  return (
    <Input
      ref={input}
      className={styles['find']}
      allowClear
      value={text}
      placeholder={TEXT.find}
      aria-label={TEXT.findLabel}
      suffix={
        <span className="second" role="status">
          {text.trim() === ''
            ? ''
            : found.length === 0
              ? TEXT.foundNone
              : TEXT.found(Math.min(at, found.length - 1) + 1, found.length)}
        </span>
      }
      onChange={(event) => type(event.target.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') next(event.shiftKey ? -1 : 1);
        else if (event.key === 'Escape' || event.key === 'ArrowDown') {
          type('');
          onLeave();
          event.preventDefault();
        }
      }}
    />
  );
});

/** Readings kept by name: people of a class share few. */
function remembered(read: Initials): Initials {
  const known = new Map<string, string>();
  return (name) => {
    const letters = known.get(name) ?? read(name);
    known.set(name, letters);
    return letters;
  };
}
