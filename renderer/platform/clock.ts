import { monotonicFactory } from 'ulid';
import { dayOf, type Day } from '../../shared/basics/day';
import { instant, type Instant } from '../../shared/basics/instant';
import type { CommandContext } from '../../shared/commands/intent';

/** The one place of the renderer where time and randomness come from. */
export const now = (): Instant => instant(Date.now());

/** Today in the user's own time zone. */
export function today(): Day {
  const local = new Date();
  const day = dayOf(local.getFullYear(), local.getMonth() + 1, local.getDate());
  if (day === null) throw new Error('the clock shows no day');
  return day;
}

/** A new ULID; ids made in the same millisecond still sort in the order they were made. */
export const newId: () => string = monotonicFactory();

/** Bytes that nobody can guess. */
export const randomBytes = (count: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(count));

/** What a command may know of the world at this moment. */
export function commandContext(): CommandContext {
  const local = new Date();
  return { newId, today: today(), minuteOfDay: local.getHours() * 60 + local.getMinutes() };
}
