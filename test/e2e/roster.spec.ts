import type { Page } from '@playwright/test';
import { idNumber } from '../shared/facts-builder';
import { createCourse, drawer, row } from './course-at-work';
import { expect, test, type Edition } from './edition';

async function add(page: Page, n: number, name: string, post = '资料员'): Promise<void> {
  await page.getByRole('button', { name: '加入学员' }).first().click();
  const form = drawer(page);
  await form.getByLabel('证件号码').fill(idNumber(n));
  await form.getByLabel('姓名').fill(name);
  await form.getByLabel('岗位').click();
  await form.getByLabel('岗位').fill(post);
  await form.getByLabel('岗位').press('Enter');
  await form.getByRole('button', { name: '加入学员' }).click();
  await expect(row(page, name)).toBeVisible();
}

async function started(edition: Edition): Promise<Page> {
  const page = await edition.start();
  await page.setViewportSize({ width: 1366, height: 768 });
  return page;
}

test('名册上会发生的事：加入、登记声明、退出、转班、误加移出、调整序号', async ({ edition }) => {
  test.setTimeout(180_000);
  const page = await started(edition);
  await createCourse(page, '第4期');
  await createCourse(page, '第3期');
  await page.getByRole('tab', { name: /^名册/ }).click();
  await add(page, 1, '王示范');
  await add(page, 2, '李样例');
  await add(page, 3, '陈演示');
  await add(page, 4, '赵误加');
  await expect(page.getByRole('grid', { name: '名册' })).toHaveAttribute('aria-rowcount', '5');

  await page.getByRole('checkbox', { name: '全选' }).click();
  await page.getByRole('button', { name: '登记声明' }).click();
  await drawer(page).getByLabel('依据').fill('单位在岗证明');
  await drawer(page).getByLabel('依据').press('Control+Enter');
  await expect(page.getByText('已登记 4 人的“仍在岗”')).toBeVisible();

  await row(page, '王示范').getByRole('button', { name: '王示范' }).click();
  await expect(drawer(page)).toContainText('单位在岗证明');
  await drawer(page).getByRole('button', { name: '办理退出' }).click();
  await drawer(page).getByLabel('最后在班日期').fill('20260317');
  await drawer(page).getByLabel('原因').fill('单位另有安排');
  await drawer(page).getByLabel('原因').press('Control+Enter');
  await expect(row(page, '王示范')).toContainText('2026-03-17 退出');
  await drawer(page).getByRole('button', { name: '恢复在班' }).click();
  await page.getByRole('dialog').getByLabel('原因').fill('单位另有通知，回班学习');
  await page.getByRole('dialog').getByLabel('原因').press('Enter');
  await expect(page.getByText('王示范 已恢复在班')).toBeVisible();
  await expect(row(page, '王示范')).not.toContainText('退出');
  await page.keyboard.press('Escape');

  await row(page, '李样例').getByRole('button', { name: '李样例' }).click();
  await drawer(page).getByRole('button', { name: '办理转班' }).click();
  await drawer(page).getByRole('combobox', { name: '转到' }).click();
  await page.getByTitle('第4期').click();
  await drawer(page).getByLabel('在新班的第一天').fill('20260318');
  await drawer(page).getByLabel('原因').fill('本人申请');
  await drawer(page).getByLabel('原因').press('Control+Enter');
  await expect(row(page, '李样例')).toContainText('2026-03-18 转出');
  await page.keyboard.press('Escape');

  await row(page, '赵误加').getByRole('button', { name: '赵误加' }).click();
  await drawer(page).getByRole('button', { name: '移出名册' }).click();
  await page.getByRole('dialog').getByLabel('原因').fill('不是本班学员');
  await page.getByRole('dialog').getByRole('button', { name: '移出名册' }).last().click();
  await expect(row(page, '赵误加')).toHaveCount(0);

  await page.getByRole('button', { name: /调整序号/ }).click();
  await page.getByRole('menuitem', { name: '按姓名重排' }).click();
  await expect(page.getByRole('grid', { name: '名册' }).locator('tbody tr').first()).toContainText('陈演示');
});

test('校验不符的号码不能加入；已在册的人再加入会说明；号码写错可以更正', async ({ edition }) => {
  test.setTimeout(120_000);
  const page = await started(edition);
  await createCourse(page, '第3期');
  await page.getByRole('tab', { name: /^名册/ }).click();
  await add(page, 1, '王示范');
  await page.getByRole('button', { name: '加入学员' }).click();
  const form = drawer(page);
  await form.getByLabel('证件号码').fill(`${idNumber(2).slice(0, 17)}${idNumber(2).endsWith('0') ? '1' : '0'}`);
  await form.getByLabel('姓名').fill('李样例');
  await form.getByLabel('岗位').fill('资料员');
  await form.getByLabel('岗位').press('Enter');
  await form.getByRole('button', { name: '加入学员' }).click();
  await expect(form.getByText(/最后一位与前 17 位算出来的不一样/)).toBeVisible();
  await form.getByLabel('证件号码').fill(idNumber(1));
  await expect(form.getByText('已登记过：王示范')).toBeVisible();
  await form.getByRole('button', { name: '加入学员' }).click();
  await expect(form.getByRole('alert')).toContainText('王示范');
  await form.getByLabel('姓名').fill('王示范');
  await form.getByRole('button', { name: '加入学员' }).click();
  await expect(form.getByRole('alert')).toContainText('一本证书在一个班只能报名一次');
  await form.getByRole('button', { name: '取消' }).click();

  await row(page, '王示范').getByRole('button', { name: '王示范' }).click();
  await drawer(page).getByRole('button', { name: '更正证件号码' }).click();
  await drawer(page).getByLabel('正确的证件号码').fill(idNumber(9));
  await drawer(page).getByLabel('原因').fill('报名表抄错');
  await drawer(page).getByLabel('原因').press('Control+Enter');
  await expect(page.getByText('已更正 王示范 的证件号码')).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(page.locator('.ant-drawer-open')).toHaveCount(0);
  // Hours of earlier years: nothing typed is not 0, which would say that there were none.
  await page.getByRole('navigation').getByText('学员').click();
  await page.getByRole('button', { name: '王示范' }).click();
  await page.getByRole('button', { name: '登记学时' }).click();
  await drawer(page).getByLabel('来源').fill('2025 年学时证明');
  await drawer(page).getByLabel('继续教育年度').fill('2025');
  await drawer(page).getByLabel('来源').press('Control+Enter');
  await expect(drawer(page).getByText('请填写学时')).toBeVisible();
  await drawer(page).getByLabel('学时', { exact: true }).fill('24');
  await drawer(page).getByLabel('来源').press('Control+Enter');
  await expect(page.getByRole('cell', { name: '2025 年学时证明' })).toBeVisible();
});
