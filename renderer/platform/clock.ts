import { monotonicFactory } from 'ulid';
import { dayOf, type Day } from '../../shared/basics/day';
import { instant, type Instant } from '../../shared/basics/instant';
import type { CommandContext } from '../../shared/commands/intent';
import { GIVEN_DAY_META, readGivenDay } from '../../shared/given-day';
import { givenClock } from './given-clock';

const shown = clockOfPage();

/** The real clock, except on a page that carries the day of a test run; workers have no page and ask for no day. */
function clockOfPage(): (real: number) => number {
  if (typeof document === 'undefined') return (real) => real;
  const text = document.querySelector<HTMLMetaElement>(`meta[name="${GIVEN_DAY_META}"]`)?.content;
  const given = text === undefined ? null : readGivenDay(text);
  return given === null ? (real) => real : givenClock(given);
}

const milliseconds = (): number => shown(Date.now());

/** The one place of the renderer where time and randomness come from. */
export const now = (): Instant => instant(milliseconds());

const dayShown = (local: Date): Day => {
  const day = dayOf(local.getFullYear(), local.getMonth() + 1, local.getDate());
  if (day === null) throw new Error('the clock shows no day');
  return day;
};

/** Today in the user's own time zone. */
export const today = (): Day => dayShown(new Date(milliseconds()));

const ulid = monotonicFactory();

/** A new ULID; ids made in the same millisecond still sort in the order they were made. */
export const newId = (): string => ulid(milliseconds());

/** Bytes that nobody can guess. */
export const randomBytes = (count: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(count));

/** What a command may know of the world at this moment. */
export function commandContext(): CommandContext {
  const local = new Date(milliseconds());
  return { newId, today: dayShown(local), minuteOfDay: local.getHours() * 60 + local.getMinutes() };
}
