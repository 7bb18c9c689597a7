import type { Instant } from '../basics/instant';
import { refOf } from './build-entry';
import type { Entry, EntryRef } from './entry';

/** Milliseconds that a clock may be set back without a question: time servers correct by seconds. */
const TOLERANCE = 60_000;

/** True when a claimed time lies so far before the one claimed earlier that the clock must have been set back. */
export const isClockBack = (earlier: Instant, now: Instant): boolean =>
  Date.parse(now) < Date.parse(earlier) - TOLERANCE;

/** Watches the claimed times of one chain's entries, in order, for a clock that was set back. */
export function createClockWatch(): { see(entry: Entry): void; questions(): readonly EntryRef[] } {
  let last: Instant | null = null;
  const back: EntryRef[] = [];
  return {
    see(entry) {
      const { time } = entry.header;
      if (last !== null && isClockBack(last, time)) back.push(refOf(entry));
      if (Number.isFinite(Date.parse(time))) last = time;
    },
    questions: () => back,
  };
}
