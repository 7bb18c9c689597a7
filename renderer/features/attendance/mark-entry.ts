import { PRESENT, type Mark } from '../../../shared/records/mark';

/** Minutes being typed after 迟到 or 早退: which of the two takes the digits now, and what is typed so far. */
export interface MinutesEntry {
  readonly typing: 'late' | 'early';
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

const MARK_KEYS: Readonly<Record<string, Mark | null>> = {
  '1': PRESENT,
  '4': { kind: 'absent' },
  '5': { kind: 'leave' },
  Delete: null,
  Backspace: null,
};

/**
 * One key of the register. Without minutes open: 1 出勤, 2 迟到, 3 早退, 4 缺勤, 5 请假, Delete clears. With minutes open:
 * digits, + (or = on the same key) for the other kind (迟6 + 早6), Enter done and down, Escape gives up, any other key
 * ends the minutes.
 */
export function entryStep(key: string, open: MinutesEntry | null): EntryStep {
  if (MODIFIERS.has(key)) return { kind: 'none' };
  if (open) return minutesStep(key, open);
  if (key === '2') return { kind: 'minutes', entry: { typing: 'late', late: '', early: '' } };
  if (key === '3') return { kind: 'minutes', entry: { typing: 'early', late: '', early: '' } };
  return key in MARK_KEYS ? { kind: 'mark', mark: MARK_KEYS[key]! } : { kind: 'none' };
}

function minutesStep(key: string, open: MinutesEntry): EntryStep {
  if (/^\d$/.test(key)) {
    const typed = `${open[open.typing]}${key}`.replace(/^0+(?=\d)/, '').slice(0, 3);
    return { kind: 'minutes', entry: { ...open, [open.typing]: typed } };
  }
  if (key === 'Backspace')
    return { kind: 'minutes', entry: { ...open, [open.typing]: open[open.typing].slice(0, -1) } };
  if (key === '+' || key === '=')
    return { kind: 'minutes', entry: { ...open, typing: open.typing === 'late' ? 'early' : 'late' } };
  if (key === 'Escape') return { kind: 'cancel' };
  return { kind: 'minutes-done', mark: markOf(open), focus: key === 'Enter' ? 'down' : 'stay' };
}

/** The mark that the typed minutes mean; the kind being typed without any digits has unknown minutes. */
export function markOf(entry: MinutesEntry): Mark {
  const minutes = (kind: 'late' | 'early'): number | 'unknown' =>
    entry[kind] ? Number(entry[kind]) : entry.typing === kind ? 'unknown' : 0;
  return { kind: 'attended', late: minutes('late'), early: minutes('early') };
}

/** What the cell shows while minutes are typed: 迟15, 迟6早_. */
export function entryText(entry: MinutesEntry): string {
  const part = (kind: 'late' | 'early', sign: string): string =>
    entry[kind] || entry.typing === kind ? `${sign}${entry[kind]}${entry.typing === kind ? '_' : ''}` : '';
  return part('late', '迟') + part('early', '早');
}
