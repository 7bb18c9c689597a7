import type { Page } from '@playwright/test';
import { expect } from './edition';

export const drawer = (page: Page) => page.locator('.ant-drawer-open').last();
export const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

/** Makes a course of the week of 16 March 2026 through its form, and is in it then. */
export async function createCourse(page: Page, title: string, submit = 'Control+Enter'): Promise<void> {
  await page.getByRole('navigation').getByText('培训班').click({ timeout: 20_000 });
  await page.getByRole('button', { name: '新建培训班' }).first().click();
  await page.getByLabel('培训班名称').fill(title);
  await page.getByLabel('开班日期').fill('20260316');
  await page.getByLabel('结束日期').fill('20260320');
  await page.getByLabel('结束日期').press(submit);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
}
