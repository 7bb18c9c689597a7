import { appText } from '../../renderer/text/app';
import type { Page } from '@playwright/test';
import { addDays } from '../../shared/basics/day';
import type { Change } from '../../shared/commands/intent';
import type { AttemptId, OutsideHoursId } from '../../shared/records/ids';
import {
  certificateRecord,
  classChanges,
  courseRecord,
  enrolmentIdOf,
  made,
  personRecord,
} from '../fakes/class-records';
import { TODAY } from '../fakes/given-day';
import { expect, test, type Edition } from './edition';
import { ready } from './register-at-work';
import { startWithRecords } from './seed-journal';

const PEOPLE = 60;
const COURSE = 'a';

/** A class in its second week with nothing recorded but a failed test of the person with the number 40. */
function aClass(): readonly Change[] {
  const start = addDays(TODAY, -7);
  return [
    ...classChanges(COURSE, PEOPLE, 17, 0, start),
    made('attempts', {
      id: 'attempt-40' as AttemptId,
      enrolmentId: enrolmentIdOf(COURSE, 40),
      number: 1,
      on: addDays(start, 5),
      score: 47,
      passMark: 60,
    }),
  ];
}

async function findings(edition: Edition, more: readonly Change[] = []): Promise<Page> {
  await startWithRecords(edition, [...aClass(), ...more]);
  const { page } = edition;
  await page.setViewportSize({ width: 1366, height: 768 });
  await ready(page);
  await page.getByRole('navigation').first().getByText('培训班').click();
  await page.getByText(courseRecord(COURSE).title).first().click();
  await page.getByRole('tab', { name: /^核验/ }).click();
  await page.getByRole('grid').focus();
  return page;
}

const { name } = personRecord(40);
const panel = (page: Page) => page.getByRole('complementary', { name: '核验依据' });

test('往下移动时，所在的一格始终看得见', async ({ edition }) => {
  const page = await findings(edition);
  const grid = page.getByRole('grid');
  for (let i = 0; i < 40; i += 1) await page.keyboard.press('ArrowDown');
  const id = (await grid.getAttribute('aria-activedescendant'))!;
  const cell = (await page.locator(`[id="${id}"]`).boundingBox())!;
  const box = (await grid.locator('..').boundingBox())!;
  expect(cell.y).toBeGreaterThan(box.y + 100);
  expect(cell.y + cell.height).toBeLessThanOrEqual(box.y + box.height);
});

test('从核验依据直接打开考勤的那一格、课程表的那一课、那一次测试，返回仍在原处', async ({ edition }) => {
  const page = await findings(edition);
  for (let i = 0; i < 40; i += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(panel(page)).toContainText(name);

  await panel(page).getByTitle('到考勤，打开第 7 课这一格').click();
  const register = page.getByRole('grid', { name: /考勤/ });
  await expect(register).toHaveAttribute('aria-activedescendant', 'register-40-6');
  await expect(page.locator('#register-40-6')).toBeInViewport();
  await expect(register).toBeFocused();
  await page.keyboard.press('1');
  await expect(page.locator('#register-40-6')).toHaveText('✓');

  await page.keyboard.press('Alt+ArrowLeft');
  await expect(panel(page)).toContainText(name);
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('总学时');
  await panel(page).getByTitle('到课程表，打开第 7 课', { exact: true }).click();
  const table = page.getByRole('grid', { name: /课程表/ });
  await expect(table).toBeFocused();
  await expect(table.locator('tr[data-active=true]')).toContainText('7');

  await page.keyboard.press('Alt+ArrowLeft');
  await expect(panel(page)).toContainText(name);
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('测试合格');
  await panel(page).getByTitle('打开：第 1 次测试').click();
  await expect(page.getByRole('dialog')).toContainText(name);
  await expect(page.getByRole('dialog').getByLabel('成绩')).toHaveValue('47');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row').filter({ has: page.getByLabel(`${name}，第 1 次成绩`) })).toBeInViewport();
});

test('撤销不论在哪一页：另一页做的也能撤销，并说出撤销的是什么', async ({ edition }) => {
  const page = await findings(edition);
  await page.getByRole('tab', { name: /^考勤/ }).click();
  await page.getByRole('grid').focus();
  await page.keyboard.press('1');
  await expect(page.locator('#register-0-0')).toHaveText('✓');
  // What is painted may still be on its way to the disk; only what is saved can be taken back.
  await expect(page.locator('output').filter({ hasText: appText.save.saved }).first()).toBeVisible();

  await page.getByRole('tab', { name: /^测试/ }).click();
  await page.getByPlaceholder(/查找/).fill('王国');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('已撤销：登记考勤')).toHaveCount(0);
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('已撤销：登记考勤')).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByText('已重做：登记考勤')).toBeVisible();
  await page.getByRole('tab', { name: /^考勤/ }).click();
  await expect(page.locator('#register-0-0')).toHaveText('✓');
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(page.locator('#register-0-0')).toHaveText('');
});

test('有学习日期的线上学时，也可以写明理由计入另一年度', async ({ edition }) => {
  const on = addDays(TODAY, -7);
  const page = await findings(edition, [
    made('outsideHours', {
      id: 'online-0' as OutsideHoursId,
      certificateId: certificateRecord(0).id,
      kind: 'online',
      category: 'professional',
      periods: 6,
      on,
      source: '示范网校第 1 号',
    }),
  ]);
  await page.keyboard.press('Enter');
  await expect(panel(page)).toContainText(personRecord(0).name);
  const decision = panel(page).locator('section').filter({ hasText: '年度归属' });
  for (let i = 0; i < 20 && !(await decision.isVisible()); i += 1) await page.keyboard.press('ArrowRight');
  // After the lessons, where the list that opens has not drawn it yet.
  const which = decision.getByLabel('学时', { exact: true });
  await which.press('Enter');
  await which.press('ArrowUp');
  await which.press('Enter');
  await expect(decision).toContainText('线上学时 6 学时');
  await decision.getByLabel('计入').click();
  await page.getByTitle(`${Number(on.slice(0, 4)) - 1}年度`, { exact: true }).click();
  await decision.getByLabel('理由').fill('补上一年度所缺学时');
  await decision.getByRole('button', { name: '保存年度归属' }).click();
  await expect(page.getByText(`已改变 ${personRecord(0).name} 1 项的年度归属`)).toBeVisible();
  await decision.getByLabel('学时', { exact: true }).click();
  await expect(
    page.getByTitle(new RegExp(`^线上学时 6 学时.*${Number(on.slice(0, 4)) - 1}年度`)).last(),
  ).toBeVisible();
});

test('核验表按一项排序，不符合的在前；按拼音首字母查找；复制成 Excel 能粘贴的表', async ({ edition }) => {
  const page = await findings(edition);
  const grid = page.getByRole('grid');
  const first = grid.locator('tbody tr[aria-rowindex="2"]');
  await page.getByRole('columnheader', { name: /^测试合格/ }).click();
  await expect(first).toContainText(name);
  await expect(page.getByRole('columnheader', { name: /^测试合格/ })).toHaveAttribute('aria-sort', 'ascending');
  await grid.focus();
  await page.keyboard.press('Control+c');
  await expect(page.getByText(`已复制 ${PEOPLE} 行，可粘贴到 Excel`)).toBeVisible();
  await page.keyboard.press('s');
  await expect(first).not.toContainText(name);

  await page.keyboard.press('Control+f');
  await page.keyboard.type('wgp');
  await expect(page.getByText(/显示 \d+ 人，共 60 人/)).toBeVisible();
  await expect(first).toContainText('国平');
  await page.keyboard.press('Escape');
  await expect(grid).toBeFocused();
});
