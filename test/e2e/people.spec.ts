import type { Page } from '@playwright/test';
import { idNumber } from '../shared/facts-builder';
import { createCourse, drawer, row } from './course-at-work';
import { expect, test } from './edition';

async function newCourse(page: Page, title: string): Promise<void> {
  await createCourse(page, title, 'Enter');
  await page.getByRole('tab', { name: /^名册/ }).click();
}

async function begin(page: Page, n: number): Promise<void> {
  await page.getByRole('button', { name: '加入学员' }).first().click();
  await drawer(page).getByLabel('证件号码').fill(idNumber(n));
}

async function finish(page: Page, name: string): Promise<void> {
  const form = drawer(page);
  await form.getByLabel('姓名').fill(name);
  await form.getByLabel('岗位').click();
  await form.getByLabel('岗位').fill('资料员');
  await form.getByLabel('岗位').press('Enter');
  await form.getByRole('button', { name: '加入学员' }).click();
}

test('一个人登记了两次：更正号码时发现，合并，再取消合并；加入时不露手机号，号码改了不带走别人的单位', async ({
  edition,
}) => {
  test.setTimeout(90_000);
  const page = await edition.start();
  await page.setViewportSize({ width: 1366, height: 768 });
  await newCourse(page, '第3期');
  await begin(page, 1);
  await drawer(page).getByLabel('工作单位').fill('示范市政工程有限公司');
  await drawer(page).getByLabel('手机号').fill('12345');
  await finish(page, '王示范');
  // What the form would have warned of is said although it is closed.
  await expect(page.getByText('王示范的手机号')).toBeVisible();
  await expect(row(page, '王示范')).toBeVisible();

  await newCourse(page, '第4期');
  await begin(page, 1);
  await expect(drawer(page).getByLabel('姓名')).toHaveValue('王示范');
  await expect(drawer(page).getByLabel('工作单位')).toHaveValue('示范市政工程有限公司');
  await expect(drawer(page).getByLabel('手机号')).toHaveValue('');
  await drawer(page).getByLabel('证件号码').fill(idNumber(2));
  await expect(drawer(page).getByLabel('姓名')).toHaveValue('');
  await expect(drawer(page).getByLabel('工作单位')).toHaveValue('');
  await finish(page, '王示范');

  await row(page, '王示范').getByRole('button', { name: '王示范' }).click();
  await drawer(page).getByRole('button', { name: '更正证件号码' }).click();
  await drawer(page).getByLabel('正确的证件号码').fill(idNumber(1));
  await drawer(page).getByLabel('原因').fill('当时抄错');
  await drawer(page).getByLabel('原因').press('Enter');
  await drawer(page).getByRole('button', { name: '合并这两条记录' }).click();
  await expect(drawer(page).getByLabel('与它重复的记录').last()).toBeChecked();
  await drawer(page).getByLabel('原因').fill('同一人，号码抄错');
  await drawer(page).getByRole('button', { name: '合并重复学员' }).click();
  await expect(page.getByText('已合并到 王示范')).toBeVisible();
  await expect(page.getByText(/以王示范保留记录的证件号码为准/)).toBeVisible();

  // The person's details stand behind the form.
  await drawer(page).getByRole('button', { name: '关闭' }).click();
  await page.getByRole('navigation').getByText('学员').click();
  await expect(page.getByRole('grid', { name: '学员' })).toHaveAttribute('aria-rowcount', '2');
  await row(page, '王示范').getByRole('button', { name: '王示范' }).click();
  await expect(page.getByText('第3期')).toBeVisible();
  await expect(page.getByText('第4期')).toBeVisible();
  await page.getByRole('button', { name: '取消合并' }).click();
  await page.getByRole('dialog').getByLabel('原因').fill('查实为两人');
  await page.getByRole('dialog').getByRole('button', { name: '取消合并' }).click();
  await expect(page.getByText('王示范 已恢复为单独一人')).toBeVisible();
  await page.getByRole('navigation').getByText('学员').click();
  await expect(page.getByRole('grid', { name: '学员' })).toHaveAttribute('aria-rowcount', '3');
});
