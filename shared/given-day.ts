import { parseDay, type Day } from './basics/day';

/**
 * A day that a test run is given instead of the real one, as text: '2026-03-18@1774000000000'. The clocks of the program
 * show noon of that day at this moment of the real clock (milliseconds since 1970), and run on from there, also over a restart.
 * Only an unpackaged desktop program and a server that was started with `--test` ever hand one to the page.
 */
export interface GivenDay {
  readonly day: Day;
  readonly since: number;
}

/** The name of the meta element that hands it to the page. */
export const GIVEN_DAY_META = 'given-day';

/** Reads the text of a given day, or a day alone, which then begins at `since`; null when it is neither. */
export function readGivenDay(text: string, since?: number): GivenDay | null {
  const [, written = '', moment] = /^(\d{4}-\d{2}-\d{2})(?:@(\d{1,15}))?$/.exec(text) ?? [];
  const day = parseDay(written);
  const from = moment === undefined ? since : Number(moment);
  return day === null || from === undefined ? null : { day, since: from };
}

export const givenDayText = ({ day, since }: GivenDay): string => `${day}@${since}`;
