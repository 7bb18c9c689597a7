import { describe, expect, it, onTestFinished } from 'vitest';
import { addDays, day, dayOf, type Day } from '../../../shared/basics/day';
import { givenClock } from '../../../renderer/platform/given-clock';

const SINCE = 1_774_000_000_000;
const HOUR = 3_600_000;

/** The day that a clock on the wall shows at a moment, in the zone of the process. */
const wallDay = (moment: number): Day => {
  const local = new Date(moment);
  return dayOf(local.getFullYear(), local.getMonth() + 1, local.getDate())!;
};

function inZone(zone: string): void {
  const before = process.env['TZ'];
  process.env['TZ'] = zone;
  onTestFinished(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });
}

describe('the clock of a run that was given a day', () => {
  it.each([
    'UTC',
    'Asia/Shanghai',
    'America/Los_Angeles',
    'America/Sao_Paulo',
    'Europe/London',
    'Africa/Cairo',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
  ])('shows noon of every day in %s, and the same day ten hours before and later', (zone) => {
    inZone(zone);
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    for (let on = day('2024-01-01'); on <= '2028-12-31'; on = addDays(on, 1)) {
      const clock = givenClock({ day: on, since: SINCE });
      expect(new Date(clock(SINCE)).getHours()).toBe(12);
      expect([clock(SINCE - 10 * HOUR), clock(SINCE), clock(SINCE + 10 * HOUR)].map(wallDay)).toEqual([on, on, on]);
    }
  });

  it('runs on as the real one does', () => {
    const clock = givenClock({ day: day('2028-02-29'), since: SINCE });
    expect(clock(SINCE + 61_234) - clock(SINCE)).toBe(61_234);
  });
});
