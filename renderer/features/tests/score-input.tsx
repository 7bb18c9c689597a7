import { useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import type { TestAttempt } from '../../../shared/records/test-attempt';
import type { RunOutcome } from '../../flows/commands/use-course-commands';
import { testsText as text } from '../../text/tests';
import { isUnreadable, typedValue } from '../../ui/typed-value';
import { readScoreText } from './read-score-text';
import styles from './tests.module.css';

interface ScoreInputProps {
  readonly label: string;
  /** The score that is recorded for this attempt; null = none. */
  readonly stored: TestAttempt['score'] | null;
  readonly onScore: (score: TestAttempt['score']) => Promise<RunOutcome>;
  /** Told what cannot be read as a score, and null once nothing is left of it. */
  readonly onUnreadable: (text: string | null) => void;
  /** A block with line breaks or tabs. */
  readonly onPasteBlock: (text: string) => void;
}

/** The field one person above or below, as the list is shown. */
function neighbour(input: HTMLInputElement, way: 'next' | 'previous'): HTMLInputElement | null {
  const row = input.closest('tr');
  const other = way === 'next' ? row?.nextElementSibling : row?.previousElementSibling;
  return other?.querySelector<HTMLInputElement>('input[data-score]') ?? null;
}

/** One score of the column that is typed down: saved when the field is left, Enter goes to the next person. */
export function ScoreInput({ label, stored, onScore, onUnreadable, onPasteBlock }: ScoreInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);
  const kept = stored === null ? '' : text.score(stored);
  const shown = typed ?? kept;
  const read = readScoreText(shown);
  const unreadable = isUnreadable(read);

  const save = async (): Promise<void> => {
    if (unreadable) return onUnreadable(shown);
    if (typed === null) return;
    const score = typedValue(read);
    if (score === null || score === stored) return setTyped(null);
    const outcome = await onScore(score);
    setRefused(outcome.kind === 'refused');
    // What was refused stays to be mended; what somebody typed meanwhile stays too.
    if (outcome.kind !== 'refused') setTyped((now) => (now === typed ? null : now));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      onUnreadable(null);
      setTyped(null);
      setRefused(false);
      event.currentTarget.select();
    } else if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (unreadable && event.key === 'Enter') {
        onUnreadable(shown);
        return event.currentTarget.select();
      }
      const next = neighbour(event.currentTarget, event.key === 'ArrowUp' || event.shiftKey ? 'previous' : 'next');
      if (next) {
        next.focus();
        next.select();
      } else if (event.key === 'Enter') void save();
    } else if (event.key === 'q' || event.key === 'Q') {
      event.preventDefault();
      setTyped(text.absent);
    }
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const pasted = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(pasted.replace(/\r?\n$/, ''))) return;
    event.preventDefault();
    setTyped(null);
    onPasteBlock(pasted);
  };
  return (
    <input
      data-score
      data-untyped={typed === null ? true : undefined}
      className={styles['score']}
      inputMode="decimal"
      aria-label={label}
      aria-invalid={unreadable || refused}
      title={unreadable ? text.unreadable(shown) : text.entryHint}
      value={shown}
      onChange={(event) => {
        setRefused(false);
        onUnreadable(null);
        setTyped(event.target.value);
      }}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => void save()}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
    />
  );
}
