import { MARK_KINDS } from '../../shared/records/mark-kinds';
import type { Page } from '@playwright/test';
import { addDays } from '../../shared/basics/day';
import type { Change } from '../../shared/commands/intent';
import { ATTENDANCE_TEXT as TEXT } from '../../renderer/text/attendance';
import {
  certificateRecord,
  courseRecord,
  enrolmentRecord,
  made,
  personRecord,
  sessionRecord,
} from '../fakes/class-records';
import { TODAY } from '../fakes/given-day';
import { expect, test } from './edition';
import { follow, openRegister, ready, signs, typeMark } from './register-at-work';
import { startWithRecords } from './seed-journal';

const PEOPLE = 40;
const COURSE = 'a';

/** Four lessons yesterday, four tomorrow: what may be marked does not depend on the hour at which the test runs. */
function aClass(): readonly Change[] {
  const start = addDays(TODAY, -1);
  const lessons = [0, 1, 2, 3, 8, 9, 10, 11].map((n, i) => ({ ...sessionRecord(COURSE, n, start), number: i + 1 }));
  return [
    made('courses', courseRecord(COURSE, start)),
    ...lessons.map((lesson) => made('sessions', lesson)),
    ...Array.from({ length: PEOPLE }, (_, n) => [
      made('persons', personRecord(n)),
      made('certificates', certificateRecord(n)),
      made('enrolments', enrolmentRecord(COURSE, n)),
    ]).flat(),
  ];
}

const title = courseRecord(COURSE).title;
const cell = (page: Page, row: number, column: number) => page.locator(`#register-${row}-${column}`);
const grid = (page: Page) => page.getByRole('grid');

/** Presses keys one after the other and counts them. */
class Keys {
  count = 0;
  constructor(private readonly page: Page) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      this.count += 1;
    }
  }
}

const times = (count: number, key: string): readonly string[] => Array.from({ length: count }, () => key);

test('40 人只用键盘：三个例外，其余全部出勤', async ({ edition }) => {
  await startWithRecords(edition, aClass());
  const { page } = edition;
  await ready(page);
  await openRegister(page, title);
  await expect(grid(page)).toHaveAttribute('aria-activedescendant', 'register-0-0');

  const keys = new Keys(page);
  const begun = performance.now();
  await keys.press(...times(6, 'ArrowDown'), '4');
  await keys.press(...times(8, 'ArrowDown'), '2', '1', '5', 'Enter');
  await keys.press(...times(12, 'ArrowDown'), '5');
  await keys.press('a');
  await page.getByRole('dialog').waitFor();
  await keys.press('Tab', 'Enter');
  await expect(page.getByText(TEXT.recorded(1, PEOPLE, PEOPLE))).toBeVisible();
  const seconds = (performance.now() - begun) / 1000;
  console.log(`${edition.name}：40 人一节课，${keys.count} 次按键，${seconds.toFixed(1)} 秒`);

  expect(seconds).toBeLessThan(30);
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('Control+Home');
  await expect(cell(page, 0, 0)).toHaveText('✓');
  await expect(cell(page, 6, 0)).toHaveText('缺');
  await expect(cell(page, 15, 0)).toHaveText('迟15');
  await page.keyboard.press('Control+End');
  await expect(cell(page, 28, 0)).toHaveText('假');
  await expect(cell(page, PEOPLE - 1, 0)).toHaveText('✓');
});

const paste = (page: Page, text: string): Promise<void> =>
  grid(page).evaluate((element, block) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', block);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);

test('显示已保存之后立即断电，登记还在', async ({ edition }) => {
  await startWithRecords(edition, aClass());
  await ready(edition.page);
  await openRegister(edition.page, title);
  const said = await follow(edition.page);
  for (const key of ['1', '4', '5', '1'] as const) await typeMark(edition.page, key, said);
  await expect.poll(() => said.saved).toBe(4);
  await edition.kill();

  const page = await edition.start();
  await ready(page);
  await openRegister(page, title);
  const now = await signs(page);
  expect([0, 1, 2, 3, 4].map((row) => now[`register-${row}-0`])).toEqual(['✓', '缺', '假', '✓', '']);
});

test('改以前的考勤要写理由，还没开始的课不能登记，撤销重做，粘贴一块', async ({ edition }) => {
  await startWithRecords(edition, aClass());
  const { page } = edition;
  await ready(page);
  await openRegister(page, title);

  await page.keyboard.press('1');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('4');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.insertText('核对签到表后更正');
  await page.keyboard.press('Enter');
  await expect(cell(page, 0, 0)).toHaveText('缺');
  await expect(grid(page)).toBeFocused();

  await page.keyboard.press('Control+z');
  await expect(cell(page, 0, 0)).toHaveText('✓');
  await page.keyboard.press('Control+y');
  await expect(cell(page, 0, 0)).toHaveText('缺');

  await page.keyboard.press('End');
  await page.keyboard.press('1');
  await expect(page.getByText(/还没有开始，只能/)).toBeVisible();
  await expect(cell(page, 0, 7)).toHaveText('');

  await cell(page, 2, 1).click();
  const top = (await grid(page).boundingBox())!.y;
  await paste(page, '√\t迟15\r\n大概来了\t假\r\n');
  await expect(page.getByText(/整块没有粘贴，有 1 格看不懂：“大概来了”/)).toBeVisible();
  await expect(cell(page, 2, 1)).toHaveText('');
  // What is said moves no cell under the mouse.
  expect((await grid(page).boundingBox())!.y).toBe(top);
  await paste(page, '√\t迟15\r\n早50\t假\r\n');
  await expect(page.getByText(TEXT.pasted(4, 0))).toBeVisible();
  await expect(cell(page, 2, 2)).toHaveText('迟15');
  await expect(cell(page, 3, 1)).toHaveText('早50');
});

test('中文输入法开着：数字键、小键盘和回车照样登记', async ({ edition }) => {
  await startWithRecords(edition, aClass());
  const { page } = edition;
  await ready(page);
  await openRegister(page, title);
  // An input method keeps the key for itself: the page is told nothing but where it stands on the keyboard.
  const held = (code: string): Promise<void> =>
    grid(page).evaluate((element, where) => {
      element.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Process', code: where, bubbles: true, cancelable: true }),
      );
    }, code);
  for (const code of ['Digit1', 'Digit2', 'Digit1', 'Digit5', 'NumpadAdd', 'Numpad6', 'NumpadEnter', 'Digit4'])
    await held(code);
  await expect(cell(page, 0, 0)).toHaveText('✓');
  await expect(cell(page, 1, 0)).toHaveText('迟15早6');
  await expect(cell(page, 2, 0)).toHaveText('缺');
  await page.keyboard.press('Control+End');
  await expect(grid(page)).toHaveAttribute('aria-activedescendant', `register-${PEOPLE - 1}-7`);
  await page.keyboard.press('Control+Home');
  await expect(grid(page)).toHaveAttribute('aria-activedescendant', 'register-0-0');
});

test('鼠标：拖选一块，从菜单登记迟到分钟', async ({ edition }) => {
  await startWithRecords(edition, aClass());
  const { page } = edition;
  await ready(page);
  await openRegister(page, title);
  const from = (await cell(page, 1, 1).boundingBox())!;
  const to = (await cell(page, 4, 2).boundingBox())!;
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(to.x + 8, to.y + 8, { steps: 5 });
  await page.mouse.up();
  await expect(page.getByText(TEXT.manyCells(8, 4, 2))).toBeVisible();
  await page.getByRole('button', { name: /出勤$/ }).filter({ hasText: '1' }).click();
  await expect(cell(page, 4, 2)).toHaveText('✓');
  // A block over lessons that have not begun: the others are marked, and how many were not is said.
  await cell(page, 8, 3).click();
  // Forced: a cell that takes no mark says that it is disabled, and is selected all the same.
  await cell(page, 9, 7).click({ modifiers: ['Shift'], force: true });
  await page.keyboard.press('1');
  await expect(cell(page, 9, 3)).toHaveText('✓');
  await expect(cell(page, 9, 7)).toHaveText('');
  await expect(page.getByText(/^已登记 \d+ 格，另有 \d+ 格不能登记/)).toBeVisible();
  await cell(page, 6, 3).dblclick();
  await page.getByRole('menuitem', { name: MARK_KINDS.late.word }).hover();
  await page.getByRole('menuitem', { name: TEXT.minutes(15) }).click();
  await expect(cell(page, 6, 3)).toHaveText('迟15');
});
