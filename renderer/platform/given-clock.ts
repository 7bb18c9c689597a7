import { dateOf, monthOf, yearOf } from '../../shared/basics/day';
import type { GivenDay } from '../../shared/given-day';

const NOON = 12;

/**
 * The clock of a run that was given a day, as a function from the real clock's milliseconds to its own. It begins at noon in
 * the user's own time zone, which every zone has on every day, and stays on that day for a run of up to twelve hours.
 */
export function givenClock({ day, since }: GivenDay): (real: number) => number {
  const noon = new Date(yearOf(day), monthOf(day) - 1, dateOf(day), NOON).getTime();
  return (real) => noon + (real - since);
}
