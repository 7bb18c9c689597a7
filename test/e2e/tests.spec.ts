import type { Page } from '@playwright/test';
import { addDays } from '../../shared/basics/day';
import { classChanges, courseRecord, personRecord } from '../fakes/class-records';
import { TODAY } from '../fakes/given-day';
import { expect, test, type Edition } from './edition';
import { ready } from './register-at-work';
import { startWithRecords } from './seed-journal';

const COURSE = 'a';

const START = addDays(TODAY, -20);

async function tests(edition: Edition): Promise<Page> {
  await startWithRecords(edition, classChanges(COURSE, 6, 4, 0, START));
  const { page } = edition;
  await page.setViewportSize({ width: 1366, height: 768 });
  await ready(page);
  await page.getByRole('navigation').first().getByText('培训班').click();
  await page.getByText(courseRecord(COURSE).title).first().click();
  await page.getByRole('tab', { name: /^测试/ }).click();
  return page;
}

const nameOf = (n: number): string => personRecord(n).name;
const score = (page: Page, n: number, attempt = 1) =>
  page.getByLabel(`${nameOf(n)}，第 ${attempt} 次成绩`, { exact: true });
const row = (page: Page, n: number) => page.getByRole('row').filter({ hasText: nameOf(n) });

test('一列录入，缺考，补考取最好的，合格线随次保存，改成绩要理由，撤销', async ({ edition }) => {
  const page = await tests(edition);
  const first = addDays(START, 5);
  await page.getByLabel('测试日期').fill(first);
  await page.getByLabel('测试日期').press('Tab');
  await score(page, 0).click();
  for (const typed of ['88', '59.5', 'q', '60', '47']) {
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByText('合格 2')).toBeVisible();
  await expect(page.getByText('需补考 3')).toBeVisible();
  await expect(page.getByText('未录 1')).toBeVisible();
  await expect(row(page, 1)).toContainText('59.5/ 60');
  await expect(row(page, 2)).toContainText('缺考');

  // Those who failed: the second attempt, on another day.
  await page.getByText('需补考 3').click();
  await expect(page.getByLabel('测试日期')).toHaveValue(TODAY);
  await score(page, 1, 2).click();
  await page.keyboard.type('72');
  await page.keyboard.press('Enter');
  await page.keyboard.type('30');
  await page.keyboard.press('Enter');
  await page.getByText(/^全部/).click();
  await expect(row(page, 1)).toContainText('合格');
  await expect(row(page, 1).getByRole('button', { name: new RegExp(`第 1 次.*${first}`) })).toBeVisible();
  await expect(row(page, 1).getByRole('button', { name: new RegExp(`第 2 次.*${TODAY}`) })).toBeVisible();

  // A worse retake takes nothing away: the best counts.
  await expect(row(page, 2)).toContainText('需补考');

  await row(page, 0)
    .getByRole('button', { name: /第 1 次/ })
    .click();
  const form = page.getByRole('dialog');
  await form.getByLabel('成绩').fill('86');
  await form.getByRole('button', { name: '更正成绩' }).click();
  await expect(form.getByText(/请填写.*理由|理由/).first()).toBeVisible();
  await form.getByLabel('更正理由').fill('核对试卷后更正');
  await form.getByRole('button', { name: '更正成绩' }).click();
  await expect(row(page, 0)).toContainText('86');
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+z');
  await expect(row(page, 0)).toContainText('88');

  // What is no score says so in words, and is not taken.
  await score(page, 5, 2).click();
  for (const wrong of ['101', '-1', 'abc']) {
    await score(page, 5, 2).fill(wrong);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: `“${wrong}”不是成绩` })).toBeVisible();
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alert').filter({ hasText: '不是成绩' })).toHaveCount(0);

  await page.keyboard.press('Control+f');
  await expect(page.getByPlaceholder(/查找/)).toBeFocused();
});
