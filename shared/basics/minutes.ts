/** Minutes since midnight of a clock time such as '08:30', or null when it is none. */
export function minutesOfDay(time: string): number | null {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(time);
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}

/** The clock time 'HH:MM' of so many minutes since midnight (0 to 1439). */
export const clockTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
