import type { Change } from '../../shared/commands/intent';
import { classChanges } from '../fakes/class-records';
import { TODAY } from '../fakes/given-day';
import type { Edition } from './edition';
import { openRegister, ready, signs, type Signs } from './register-at-work';
import { startWithRecords } from './seed-journal';
import { expect } from './edition';
import { appText } from '../../renderer/text/app';
import { courseRecord } from '../fakes/class-records';

export const PEOPLE = 15;
export const SESSIONS = 24;
/** The only course of these tests. */
export const TITLE = courseRecord('a').title;

/** A class whose sessions are all today, so that marks may be changed without a reason; nobody is marked yet. */
function classOfToday(): readonly Change[] {
  return classChanges('a', PEOPLE, SESSIONS, 0, TODAY).map((change) =>
    change.table === 'sessions' && change.after
      ? { ...change, after: { ...change.after, date: TODAY, start: 0, end: 45 } }
      : change,
  );
}

/** Starts on a class with the register open. */
export async function startInRegister(edition: Edition): Promise<void> {
  await startWithRecords(edition, classOfToday());
  await ready(edition.page);
  await openRegister(edition.page, TITLE);
}

/** Goes to the first person of a session. */
export async function toColumn({ page }: Edition, column: number): Promise<void> {
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < column; i += 1) await page.keyboard.press('ArrowRight');
}

/** Marks two columns and waits until the screen says that they are saved; gives the signs. */
export async function markSome(edition: Edition): Promise<Signs> {
  const { page } = edition;
  for (const column of [0, 3]) {
    await toColumn(edition, column);
    for (let n = 0; n < PEOPLE; n += 1) await page.keyboard.press(n % 4 === 3 ? '4' : '1');
  }
  // Thirty times to the disk: on a busy machine that takes its time.
  await expect(page.locator('output').getByText(appText.save.saved)).toBeVisible({ timeout: 60_000 });
  const shown = await signs(page);
  expect(Object.values(shown).filter((sign) => sign !== '').length).toBe(2 * PEOPLE);
  return shown;
}
