import type { Page } from '@playwright/test';
import { expect, test, type Edition } from './edition';

/** A course of two days with an open timetable. */
async function timetable(edition: Edition): Promise<Page> {
  const page = await edition.start();
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByRole('navigation').getByText('培训班').click({ timeout: 20_000 });
  await page.getByRole('button', { name: '新建培训班' }).first().click();
  await page.getByLabel('培训班名称').fill('第3期');
  await page.getByLabel('开班日期').fill('20260316');
  await page.getByLabel('结束日期').fill('20260320');
  await page.getByLabel('结束日期').press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('第3期');
  await page.getByRole('tab', { name: /^课程表/ }).click();
  return page;
}

const rows = (page: Page) =>
  page
    .getByRole('grid')
    .locator('tbody tr')
    .filter({ has: page.locator('[data-field=title]') });

/** Types one line after the other: title, category, teacher, room. The first line is opened by the caller. */
async function typeLessons(
  page: Page,
  lessons: readonly (readonly [string, 'public' | 'professional'])[],
): Promise<void> {
  for (const [title, category] of lessons) {
    await page.getByLabel('新课 课程名称').fill(title);
    await page.getByLabel('新课 类别').selectOption(category);
    await page.getByLabel('新课 授课教师').fill('周讲师');
    await page.getByLabel('新课 教室').fill('一教室');
    await page.getByLabel('新课 课程名称').press('Enter');
    await expect(rows(page).filter({ hasText: title })).toBeVisible();
    await expect(page.getByLabel('新课 课程名称')).toHaveValue('');
  }
}

test('录入、合计边录边变、复制一天、移动一课、冲突、删除要理由，开课前就说出排不满', async ({ edition }) => {
  test.setTimeout(180_000);
  const page = await timetable(edition);
  await page.getByRole('button', { name: '新增课次' }).click();
  await typeLessons(page, [
    ['法规', 'public'],
    ['绿色施工', 'professional'],
    ['深基坑', 'professional'],
    ['装配式', 'professional'],
  ]);
  await page.getByLabel('新课 课程名称').press('Escape');
  await expect(page.getByText('6 / 22')).toBeVisible();
  await expect(page.getByText('8 / 32')).toBeVisible();
  await expect(page.getByText(/全勤也达不到要求：还要再排 24 学时，专业岗位知识还差 16 学时/)).toBeVisible();

  // A plan grows while a number is typed, before it is saved.
  await page.getByRole('button', { name: '修改第 2 课' }).click();
  await page.getByLabel('第 2 课 学时').fill('4');
  await expect(page.getByText('10 / 32')).toBeVisible();
  await expect(page.getByText('含正在输入的一行')).toBeVisible();
  await page.getByLabel('第 2 课 学时').press('Escape');
  await expect(page.getByText('8 / 32')).toBeVisible();

  for (const [from, to] of [
    ['16', '17'],
    ['17', '18'],
    ['18', '19'],
    ['19', '20'],
  ] as const) {
    await page.getByTitle(`把 2026年3月${from}日 的课复制到另一天`).click();
    await page.getByRole('dialog').getByLabel('复制到哪一天').fill(`202603${to}`);
    await page.getByRole('dialog').getByLabel('复制到哪一天').press('Enter');
    await expect(page.getByText(`2026年3月${to}日 周`).first()).toBeVisible();
  }
  await expect(rows(page)).toHaveCount(20);
  await expect(page.getByText('30 / 22')).toBeVisible();
  await expect(page.getByText('全部学满可以达到要求。')).toBeVisible();

  // Moved onto another lesson: teacher, room and time clash, in both lines and in the list.
  await page.getByRole('button', { name: '修改第 2 课' }).click();
  await page.getByLabel('第 2 课 日期').fill('20260317');
  await page.getByLabel('第 2 课 开始').fill('0830');
  await expect(page.getByText(/教师、教室、时间冲突：第 5 课/)).toBeVisible();
  await page.getByLabel('第 2 课 日期').press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByText(/课次冲突 \d+ 处/)).toBeVisible();
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/课次冲突/)).toHaveCount(0);

  await page.getByRole('button', { name: '删除第 1 课' }).click();
  const remove = page.getByRole('dialog').getByRole('button', { name: '删除', exact: true });
  await remove.click();
  await expect(
    page
      .getByRole('dialog')
      .getByText(/写明|请填写/)
      .first(),
  ).toBeVisible();
  await expect(rows(page)).toHaveCount(20);
  await page.getByRole('dialog').getByRole('button', { name: '课程取消' }).click();
  await remove.click();
  await expect(rows(page)).toHaveCount(19);
  await expect(page.getByText('38 / 32')).toBeVisible();
});

test('1366 宽、放大到 125%：整张课程表不用左右滚动，正在改的一行也不用', async ({ edition }) => {
  const page = await timetable(edition);
  await page.setViewportSize({ width: 1093, height: 614 });
  await page.getByRole('button', { name: '新增课次' }).click();
  await typeLessons(page, [['法规', 'public']]);
  const sideways = () =>
    page
      .getByRole('grid')
      .locator('..')
      .evaluate((box) => box.scrollWidth - box.clientWidth);
  expect(await sideways()).toBeLessThanOrEqual(0);
  await page.keyboard.press('Escape');
  expect(await sideways()).toBeLessThanOrEqual(0);
});
