import { refOf } from './build-entry';
import type { Entry, EntryRef } from './entry';

/** Milliseconds that a clock may be set back without a question: time servers correct by seconds. */
const TOLERANCE = 60_000;

/** Watches the claimed times of one chain's entries, in order, for a clock that was set back. */
export function createClockWatch(): { see(entry: Entry): void; questions(): readonly EntryRef[] } {
  let last = Number.NEGATIVE_INFINITY;
  const back: EntryRef[] = [];
  return {
    see(entry) {
      const time = Date.parse(entry.header.time);
      if (time < last - TOLERANCE) back.push(refOf(entry));
      if (Number.isFinite(time)) last = time;
    },
    questions: () => back,
  };
}
