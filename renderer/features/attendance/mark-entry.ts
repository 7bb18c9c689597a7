import { assertNever } from '../../../shared/basics/assert-never';
import { PRESENT, type Mark, type MissedMinutes } from '../../../shared/records/mark';
import {
  isAway,
  MARK_KIND_NAMES,
  MARK_KINDS,
  type MarkKind,
  type MissedEnd,
} from '../../../shared/records/mark-kinds';

/** Minutes being typed after 迟到 or 早退: which of the two takes the digits now, and what is typed so far. */
export interface MinutesEntry {
  readonly typing: MissedEnd;
  readonly late: string;
  readonly early: string;
}

/** What a key does to the selected cells. */
export type EntryStep =
  | { readonly kind: 'mark'; readonly mark: Mark | null }
  | { readonly kind: 'minutes'; readonly entry: MinutesEntry }
  /** The minutes are finished; `focus` says where the focus goes. */
  | { readonly kind: 'minutes-done'; readonly mark: Mark; readonly focus: 'stay' | 'down' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'none' };

/** Held for another key, so they end nothing: + itself needs Shift. */
const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'NumLock']);

const KIND_OF_KEY: ReadonlyMap<string, MarkKind> = new Map(
  MARK_KIND_NAMES.map((kind) => [MARK_KINDS[kind].key, kind]),
);
const CLEAR: ReadonlySet<string> = new Set(['Delete', 'Backspace']);

/** Nothing typed yet of the minutes of one kind. */
export const noMinutes = (typing: MissedEnd): MinutesEntry => ({ typing, late: '', early: '' });

/** What choosing a kind does: its mark, or the minutes that it needs come next. */
export function stepOf(kind: MarkKind): Extract<EntryStep, { readonly kind: 'mark' | 'minutes' }> {
  if (isAway(kind)) return { kind: 'mark', mark: { kind } };
  const { missed } = MARK_KINDS[kind];
  return missed === null ? { kind: 'mark', mark: PRESENT } : { kind: 'minutes', entry: noMinutes(missed) };
}

/**
 * One key of the register. Without minutes open: the key of a kind of mark, Delete clears. With minutes open:
 * digits, + (or = on the same key) for the other kind (迟6 + 早6), Enter done and down, Escape gives up, any other key
 * ends the minutes.
 */
export function entryStep(key: string, open: MinutesEntry | null): EntryStep {
  if (MODIFIERS.has(key)) return { kind: 'none' };
  if (open) return minutesStep(key, open);
  const kind = KIND_OF_KEY.get(key);
  if (kind) return stepOf(kind);
  return CLEAR.has(key) ? { kind: 'mark', mark: null } : { kind: 'none' };
}

function minutesStep(key: string, open: MinutesEntry): EntryStep {
  if (/^\d$/.test(key)) {
    const typed = `${open[open.typing]}${key}`.replace(/^0+(?=\d)/, '').slice(0, 3);
    return { kind: 'minutes', entry: { ...open, [open.typing]: typed } };
  }
  if (key === 'Backspace')
    return { kind: 'minutes', entry: { ...open, [open.typing]: open[open.typing].slice(0, -1) } };
  if (key === '+' || key === '=') return { kind: 'minutes', entry: { ...open, typing: otherEnd(open.typing) } };
  if (key === 'Escape') return { kind: 'cancel' };
  return { kind: 'minutes-done', mark: markOf(open), focus: key === 'Enter' ? 'down' : 'stay' };
}

function otherEnd(end: MissedEnd): MissedEnd {
  switch (end) {
    case 'late':
      return 'early';
    case 'early':
      return 'late';
    default:
      return assertNever(end);
  }
}

/** The mark that the typed minutes mean; the kind being typed without any digits has unknown minutes. */
export function markOf(entry: MinutesEntry): Mark {
  const minutes = (end: MissedEnd): MissedMinutes => {
    if (entry[end]) return Number(entry[end]);
    return entry.typing === end ? 'unknown' : 0;
  };
  return { kind: 'attended', late: minutes('late'), early: minutes('early') };
}

/** What the cell shows while minutes are typed: 迟15, 迟6早_. */
export function entryText(entry: MinutesEntry): string {
  const part = (end: MissedEnd): string =>
    entry[end] || entry.typing === end
      ? `${MARK_KINDS[end].sign}${entry[end]}${entry.typing === end ? '_' : ''}`
      : '';
  return part('late') + part('early');
}
