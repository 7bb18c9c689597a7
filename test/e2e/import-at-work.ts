import path from 'node:path';
import type { Page } from '@playwright/test';
import { idNumber } from '../shared/facts-builder';
import { createCourse } from './course-at-work';
import { expect, type Edition } from './edition';

const samples = path.resolve(import.meta.dirname, '../samples/annual-2026-03');
export const sample = (name: string): string => path.join(samples, name);

/** Writing waits for the disk, which other work on the machine may keep busy. */
export const written = { timeout: 20_000 };

/** The program on an empty folder with one course that has no people. */
export async function newCourse(edition: Edition): Promise<Page> {
  const page = await edition.start();
  await page.setViewportSize({ width: 1366, height: 768 });
  await createCourse(page, '2026年第3期施工现场专业人员继续教育');
  return page;
}

export const step = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) });
export const summary = (page: Page) => page.locator('footer [role="status"]');
export const previewRow = (page: Page, row: number) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: String(row), exact: true }) });
export const confirm = (page: Page) => page.getByRole('button', { name: /^导入 \d+ / });

/** Opens the tab's import. */
export async function beginImport(edition: Edition, tab: string): Promise<void> {
  const { page } = edition;
  await step(page, tab).click();
  await page
    .getByRole('button', { name: /^导入(名册|课程表|考勤表|成绩表)$/ })
    .first()
    .click();
}

/** Gives the import a file, whatever comes of it. */
export async function give(edition: Edition, file: string): Promise<void> {
  const button = edition.page.locator('button', { hasText: '选择文件' });
  await edition.openNext(() => button.click(), file);
}

export async function choose(edition: Edition, file: string): Promise<void> {
  await give(edition, file);
  await expect(summary(edition.page)).toBeVisible();
}

/** Opens the tab's import and gives it a file. */
export async function open(edition: Edition, tab: string, file: string): Promise<void> {
  await beginImport(edition, tab);
  await choose(edition, file);
}

/** Changes one cell of the preview. */
export async function editCell(page: Page, row: number, heading: string, text: string): Promise<void> {
  const index = await page
    .locator('thead th')
    .evaluateAll((cells, name) => cells.findIndex((cell) => cell.textContent?.startsWith(name)), heading);
  await previewRow(page, row).locator('th, td').nth(index).dblclick();
  const input = page.getByRole('textbox', { name: `修改第 ${row} 行的“` });
  await input.fill(text);
  await input.press('Enter');
}

const SURNAMES = '王李张刘陈杨赵黄周吴';

/** A roster of so many invented people, as CSV in UTF-8. */
export function rosterCsv(people: number): string {
  const lines = Array.from({ length: people }, (_, n) => {
    const born = new Date(Date.UTC(1975, 0, 1 + Math.floor(n / 400))).toISOString().slice(0, 10);
    const name = `${SURNAMES[n % 10]}${String.fromCharCode(0x5b89 + (n % 997), 0x660e + ((n * 7) % 499))}`;
    const number = idNumber(n % 400, born.replaceAll('-', ''));
    return [name, number, '资料员', `0422${String(n).padStart(8, '0')}`, '2023-09-28', `示范建设第${n % 7}公司`];
  });
  return `\uFEFF${[['姓名', '身份证号', '岗位', '证书编号', '发证日期', '工作单位'], ...lines].map((line) => line.join(',')).join('\r\n')}\r\n`;
}
