import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addDays, day, dayOf } from '../../../shared/basics/day';

const REAL = new Date(2026, 10, 30, 23, 59, 30);

/** The clock file as a page has it that carries this. */
async function clockOf(given: string | null) {
  document.head.innerHTML = given === null ? '' : `<meta name="given-day" content="${given}" />`;
  vi.resetModules();
  return import('../../../renderer/platform/clock');
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: REAL });
});
afterEach(() => {
  vi.useRealTimers();
  document.head.innerHTML = '';
});

describe('the clock of the window', () => {
  it('says what the real one says, wherever no day was given', async () => {
    for (const given of [null, '', 'tomorrow', '2028-02-29']) {
      const { commandContext, now, today } = await clockOf(given);
      expect([now(), today()]).toEqual([REAL.toISOString(), '2026-11-30']);
      expect(commandContext()).toMatchObject({ today: '2026-11-30', minuteOfDay: 23 * 60 + 59 });
    }
  });

  it('says noon of the given day when the run began, and goes on from there', async () => {
    const { commandContext, newId, now, today } = await clockOf(`2028-02-29@${REAL.getTime()}`);
    expect(today()).toBe('2028-02-29');
    expect(commandContext()).toMatchObject({ today: '2028-02-29', minuteOfDay: 720 });
    const [began, first] = [now(), newId()];
    vi.setSystemTime(REAL.getTime() + 90_000);
    expect(Date.parse(now()) - Date.parse(began)).toBe(90_000);
    expect(commandContext().minuteOfDay).toBe(721);
    expect(first < newId()).toBe(true);
  });

  it('the day turns at midnight of the user’s own zone', async () => {
    const { today } = await clockOf(null);
    const shown = today();
    vi.setSystemTime(REAL.getTime() + 30_000);
    expect(today()).toBe(addDays(shown, 1));
    expect(shown).toBe(dayOf(2026, 11, 30));
    expect(day('2026-12-01')).toBe(today());
  });
});
