import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { idCheckCharacter } from '../../shared/identity/id-number';
import { readSpreadsheet } from '../../shared/engines/read-spreadsheet';
import { sampleText } from '../sample-bytes';
import { expect, test, type Edition } from './edition';
import {
  choose,
  confirm,
  editCell,
  newCourse,
  open,
  previewRow as state,
  sample,
  step,
  summary,
  written,
} from './import-at-work';

interface Expected {
  readonly rows: readonly { readonly excelRow: number; readonly accepted?: boolean; readonly skipped?: boolean }[];
  readonly people: readonly { readonly hours: { readonly total: number; readonly professional: number } }[];
}
const { rows, people } = JSON.parse(sampleText('annual-2026-03/expected.json')) as Expected;
const ACCEPTED = rows.filter(({ accepted }) => accepted).length;
const SKIPPED = rows.filter(({ skipped }) => skipped).length;
const REFUSED = rows.length - ACCEPTED - SKIPPED;

/** A file without a refused row goes in whole; how many of its rows. */
async function importAll(edition: Edition, tab: string, file: string): Promise<number> {
  const { page } = edition;
  await open(edition, tab, sample(file));
  await expect(summary(page)).toContainText('不能导入 0');
  const ready = Number(/\d+/.exec((await confirm(page).textContent()) ?? '')?.[0]);
  await confirm(page).click();
  await expect(page.getByText(new RegExp(`^已导入 ${ready} `))).toBeVisible(written);
  return ready;
}

/** The hours of somebody who missed nothing. */
const most = (kind: 'total' | 'professional'): number => Math.max(...people.map(({ hours }) => hours[kind]));

test('四个示例文件依次导入，人数、课次、考勤和成绩都与约定一致', async ({ edition }) => {
  test.setTimeout(180_000);
  const page = await newCourse(edition);
  await open(edition, '名册', sample('学员名册.xlsx'));
  await expect(summary(page)).toHaveText(`可导入 ${ACCEPTED} · 不能导入 ${REFUSED} · 跳过 ${SKIPPED}`);
  await confirm(page).click();
  await expect(page.getByText(`已导入 ${ACCEPTED} 人`)).toBeVisible(written);
  await page.getByRole('button', { name: '看名册' }).click();
  await expect(page.getByRole('grid', { name: '名册' })).toHaveAttribute('aria-rowcount', String(ACCEPTED + 1));

  await importAll(edition, '课程表', '课程表.xlsx');
  await expect(step(page, '课程表')).toContainText(`${most('total')}/${most('professional')}`);
  expect(await importAll(edition, '考勤', '考勤表.xlsx')).toBe(people.length);
  expect(await importAll(edition, '测试', '测试成绩.xlsx')).toBeGreaterThanOrEqual(people.length);
  await expect(step(page, '测试')).toContainText(`${ACCEPTED - people.length} 未录`);
});

test('在预览里改正一行、导出其余不能导入的行、改正后再导入，最后一步撤销', async ({ edition }) => {
  test.setTimeout(180_000);
  const page = await newCourse(edition);
  await open(edition, '名册', sample('学员名册.xlsx'));
  await expect(state(page, 18)).toContainText('不能导入');
  await page.getByRole('button', { name: /证件号码末位校验不符/ }).click();
  await expect(state(page, 18)).toBeVisible();
  const wrong = cellText(sample('学员名册.xlsx'), 18, '身份证号码');
  await editCell(page, 18, '身份证号码', rightCheck(wrong));
  await expect(state(page, 18)).toContainText('可导入');
  await expect(summary(page)).toHaveText(`可导入 ${ACCEPTED + 1} · 不能导入 ${REFUSED - 1} · 跳过 ${SKIPPED}`);

  const { name, bytes } = await edition.saveNext(() =>
    page.getByRole('button', { name: '导出不能导入的行' }).click(),
  );
  expect(name).toBe('学员名册-不能导入的行.xlsx');
  await confirm(page).click();
  await expect(page.getByText(`已导入 ${ACCEPTED + 1} 人`)).toBeVisible(written);

  const file = path.join(edition.launch.folder, name);
  writeFileSync(file, bytes);
  await page.getByRole('button', { name: '再导入一个文件' }).click();
  await choose(edition, file);
  await expect(summary(page)).toContainText(`不能导入 ${REFUSED - 2}`);
  const post = page.getByRole('row').filter({ hasText: '岗位不在范围内' });
  const row = Number(await post.getByRole('rowheader').textContent());
  await editCell(page, row, '岗位名称', '资料员');
  await expect(state(page, row)).toContainText('可导入');
  await confirm(page).click();
  await expect(page.getByText('已导入 1 人')).toBeVisible(written);
  await page.getByRole('button', { name: '撤销这次导入' }).click();
  await expect(page.getByText('已撤销这次导入')).toBeVisible(written);
  await page.getByRole('button', { name: '看名册' }).click();
  const people = page.getByRole('grid', { name: '名册' });
  await expect(people).toHaveAttribute('aria-rowcount', String(ACCEPTED + 2));

  await page.keyboard.press('Control+y');
  await expect(people).toHaveAttribute('aria-rowcount', String(ACCEPTED + 3), written);
  await page.keyboard.press('Control+z');
  await expect(people).toHaveAttribute('aria-rowcount', String(ACCEPTED + 2), written);
});

test('同一文件再导入什么也不改；改过的文件先列出原值和新值，采用并写明原因才改', async ({ edition }) => {
  test.setTimeout(180_000);
  const page = await newCourse(edition);
  await open(edition, '名册', sample('学员名册.xlsx'));
  await confirm(page).click();
  await page.getByRole('button', { name: '再导入一个文件' }).click();
  await choose(edition, sample('学员名册.xlsx'));
  await expect(summary(page)).toContainText(`已登记 ${ACCEPTED}`);
  await expect(page.getByText('文件内容都已登记，再次导入不会有任何改变。')).toBeVisible();
  await expect(page.getByRole('button', { name: '没有要导入的' })).toBeDisabled();

  await editCell(page, 4, '工作单位', '荆楚新单位有限公司');
  await expect(state(page, 4)).toContainText('有不同');
  await expect(state(page, 4)).toContainText('已登记：示范市政工程有限公司');
  await expect(page.getByRole('button', { name: '没有要导入的' })).toBeDisabled();
  await page.getByRole('checkbox', { name: '第 4 行采用文件内容' }).click();
  await confirm(page).click();
  await page.getByRole('dialog').getByRole('button', { name: '原名册有误，按更正后的文件' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^导\s?入$/ })
    .click();
  await expect(page.getByText('已导入 1 人')).toBeVisible(written);
  await page.getByRole('button', { name: '看名册' }).click();
  await expect(page.getByRole('row').filter({ hasText: '荆楚新单位有限公司' })).toHaveCount(1);
});

test('损坏的文件说明原因，换一个文件照常导入；粘贴的内容也能导入', async ({ edition }) => {
  const page = await newCourse(edition);
  await step(page, '名册').click();
  await page.getByRole('button', { name: '导入名册' }).first().click();
  const damaged = path.join(edition.launch.folder, '坏了.xlsx');
  writeFileSync(damaged, new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 7]));
  await edition.openNext(() => page.locator('button', { hasText: '选择文件' }).click(), damaged);
  await expect(page.getByText(/“坏了\.xlsx”读不出来/)).toBeVisible();

  await page.getByLabel('或粘贴表格内容').evaluate((box) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '王示范\t420000198503150016\t资料员\n');
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(summary(page)).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: '王示范' })).toBeVisible();
});

/** What a cell of a workbook says, by Excel row and heading. */
function cellText(file: string, row: number, heading: string): string {
  const read = readSpreadsheet(new Uint8Array(readFileSync(file)), file);
  if (!read.ok) throw new Error(read.error.code);
  const sheet = read.value[0]!;
  const head = sheet.rows.find(({ cells }) => cells.some((cell) => cell?.text === heading))!;
  const column = head.cells.findIndex((cell) => cell?.text === heading);
  return sheet.rows.find((one) => one.row === row)!.cells[column]!.text;
}

/** The number with the check character that its first 17 digits ask for. */
const rightCheck = (number: string): string => number.slice(0, 17) + idCheckCharacter(number.slice(0, 17));
