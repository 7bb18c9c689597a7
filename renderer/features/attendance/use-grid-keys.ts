import { useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import type { Mark } from '../../../shared/records/mark';
import { isSingle, moveSelection, type Direction, type Selection } from './grid-selection';
import { entryStep, markOf, noMinutes, type MinutesEntry } from './mark-entry';
import type { RegisterModel } from './register-model';
import { typedKey } from './typed-key';

const ARROWS: Readonly<Record<string, readonly [plain: Direction, control: Direction]>> = {
  ArrowUp: ['up', 'top'],
  ArrowDown: ['down', 'bottom'],
  ArrowLeft: ['left', 'row-start'],
  ArrowRight: ['right', 'row-end'],
  Home: ['row-start', 'first'],
  End: ['row-end', 'last'],
  PageUp: ['page-up', 'page-up'],
  PageDown: ['page-down', 'page-down'],
};

/** What the register shows, and what the page does when something is typed, pasted or chosen in it. */
export interface GridActions {
  readonly model: RegisterModel;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  /** The mark (null clears) for every cell of the selection. */
  readonly onMark: (selection: Selection, mark: Mark | null) => void;
  readonly onFillDown: (selection: Selection) => void;
  readonly onAllPresent: (column: number) => void;
  readonly onToday: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onPaste: (at: Selection, text: string) => void;
  readonly copyText: (selection: Selection) => string;
}

interface GridKeys {
  /** The minutes being typed after 迟到 or 早退; null when none are. */
  readonly entry: MinutesEntry | null;
  /** Begins to take minutes for the selection. */
  readonly beginMinutes: (kind: MinutesEntry['typing']) => void;
  /** Selects something else; minutes being typed are finished first. */
  readonly select: (next: Selection) => void;
  readonly finish: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
}

/** What the keys do on the register: marks, minutes, moving, selecting, fill, undo, clipboard. */
export function useGridKeys(props: GridActions, pageRows: number): GridKeys {
  const { model, selection, onSelect } = props;
  const [entry, setEntry] = useState<MinutesEntry | null>(null);
  const size = { rows: model.rows.length, columns: model.columns.length };

  const finish = (): void => {
    if (!entry) return;
    setEntry(null);
    props.onMark(selection, markOf(entry));
  };
  const move = (key: string, shift: boolean, control = false): boolean => {
    const afterEnter = shift ? 'up' : 'down';
    const direction = key === 'Enter' ? afterEnter : ARROWS[key]?.[control ? 1 : 0];
    if (!direction) return false;
    onSelect(moveSelection(selection, direction, size, shift && key !== 'Enter' ? 'extend' : 'move', pageRows));
    return true;
  };
  /** A single cell passes the focus down, a block stays for the next key. */
  const goOn = (): void => {
    if (isSingle(selection)) move('ArrowDown', false);
  };
  const control = (key: string, shift: boolean): boolean => {
    if (key === 'd') props.onFillDown(selection);
    else if (key === 'y' || (key === 'z' && shift)) props.onRedo();
    else if (key === 'z') props.onUndo();
    else if (key === 'a')
      onSelect({ anchor: { row: size.rows - 1, column: size.columns - 1 }, focus: { row: 0, column: 0 } });
    else {
      const name = Object.keys(ARROWS).find((arrow) => arrow.toLowerCase() === key);
      return name !== undefined && move(name, shift, true);
    }
    return true;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.target !== event.currentTarget) return;
    const pressed = typedKey(event);
    if (event.ctrlKey || event.metaKey) {
      const key = pressed.toLowerCase();
      if (key === 'c' || key === 'v') return;
      finish();
      if (control(key, event.shiftKey)) event.preventDefault();
      return;
    }
    const step = entryStep(pressed, entry);
    if (step.kind !== 'none') {
      if (pressed !== 'Tab') event.preventDefault();
      setEntry(step.kind === 'minutes' ? step.entry : null);
      if (step.kind === 'mark') {
        props.onMark(selection, step.mark);
        if (step.mark) goOn();
      }
      if (step.kind === 'minutes-done') {
        props.onMark(selection, step.mark);
        if (step.focus === 'down') goOn();
        else move(pressed, event.shiftKey);
      }
      return;
    }
    if (move(pressed, event.shiftKey)) event.preventDefault();
    else if (pressed === 'a' || pressed === 'A') props.onAllPresent(selection.focus.column);
    else if (pressed === 't' || pressed === 'T') props.onToday();
    else if (pressed === 'Escape') onSelect({ focus: selection.focus, anchor: selection.focus });
  };

  return {
    entry,
    beginMinutes: (kind) => setEntry(noMinutes(kind)),
    select: (next) => {
      finish();
      onSelect(next);
    },
    finish,
    onKeyDown,
    onCopy: (event) => {
      event.clipboardData.setData('text/plain', props.copyText(selection));
      event.preventDefault();
    },
    onPaste: (event) => {
      event.preventDefault();
      finish();
      props.onPaste({ anchor: selection.anchor, focus: selection.focus }, event.clipboardData.getData('text/plain'));
    },
  };
}
