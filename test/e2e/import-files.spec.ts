import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { idNumber } from '../shared/facts-builder';
import { expect, test, type Edition } from './edition';
import {
  beginImport,
  choose,
  confirm,
  editCell,
  give,
  newCourse,
  open,
  previewRow,
  rosterCsv,
  sample,
  summary,
  written,
} from './import-at-work';

/** A file of the test, as Excel writes CSV in UTF-8. */
function csv(edition: Edition, name: string, lines: readonly (readonly string[])[]): string {
  const file = path.join(edition.launch.folder, name);
  writeFileSync(file, `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`);
  return file;
}

/** Reads a column as this field: by typing, as one does with a long list. */
async function pick(page: Page, letter: string, field: string): Promise<void> {
  const column = page.getByRole('combobox', { name: new RegExp(`^${letter} 列`) });
  await column.fill(field);
  await column.press('Enter');
}

/** Lets a file fall on the window. */
async function drop(page: Page, name: string, file: string): Promise<void> {
  const base64 = readFileSync(file).toString('base64');
  await page.evaluate(
    ([title, text]) => {
      const bytes = Uint8Array.from(atob(text!), (unit) => unit.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], title!));
      const how = { dataTransfer, bubbles: true, cancelable: true };
      for (const kind of ['dragenter', 'dragover', 'drop']) document.body.dispatchEvent(new DragEvent(kind, how));
    },
    [name, base64],
  );
}

test('认不出的列名：手动对应后能导入，下一份同样列名的文件不用再对应', async ({ edition }) => {
  test.setTimeout(120_000);
  const page = await newCourse(edition);
  const head = ['学员称呼', '证照', '干什么的', '备用'];
  await beginImport(edition, '名册');
  await give(edition, csv(edition, '第一份.csv', [head, ['王示范', idNumber(1), '资料员', '']]));
  await expect(page.getByText('没有找到“姓名”一列')).toBeVisible();
  await expect(page.getByText('请先完成列对应。')).toBeVisible();
  await pick(page, 'A', '姓名（必需）');
  await pick(page, 'B', '证件号码（必需）');
  await pick(page, 'C', '岗位（必需）');
  await expect(previewRow(page, 2)).toContainText('可导入');
  await pick(page, 'D', '备注');
  await confirm(page).click();
  await expect(page.getByText('已导入 1 人')).toBeVisible(written);

  await page.getByRole('button', { name: '再导入一个文件' }).click();
  await choose(edition, csv(edition, '第二份.csv', [head, ['李样例', idNumber(2), '资料员', '']]));
  await expect(previewRow(page, 2)).toContainText('可导入');
  await page.getByRole('button', { name: '调整列对应' }).click();
  await expect(page.getByText('同上次')).toHaveCount(4);
  await confirm(page).click();
  await expect(page.getByText('已导入 1 人')).toBeVisible(written);
});

test('GBK 的 csv、旧版 xls 照常读；预览时拖进另一个文件，先问再换', async ({ edition }) => {
  test.setTimeout(120_000);
  const page = await newCourse(edition);
  await open(edition, '名册', sample('学员名册-GBK.csv'));
  await expect(summary(page)).toHaveText(/^可导入 \d\d · 不能导入 0 · 跳过 0$/);
  await expect(page.getByRole('row').filter({ hasText: '杨国平' })).toHaveCount(1);
  await drop(page, '学员名册-旧版.xls', sample('学员名册-旧版.xls'));
  await expect(page.getByText('学员名册-旧版.xls')).toBeVisible();
  await expect(summary(page)).toHaveText(/^可导入 \d\d · 不能导入 0 · 跳过 0$/);

  await editCell(page, 4, '工作单位', '示范新单位有限公司');
  await drop(page, '学员名册.xlsx', sample('学员名册.xlsx'));
  await expect(page.getByRole('dialog')).toContainText('放弃改过的 1 个单元格');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^取\s?消$/ })
    .click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(previewRow(page, 4)).toContainText('示范新单位有限公司');
  await drop(page, '学员名册.xlsx', sample('学员名册.xlsx'));
  await page.getByRole('dialog').getByRole('button', { name: '放弃修改' }).click();
  await expect(summary(page)).toContainText('不能导入 7');
});

test('空的、只有表头的、不是表格的、两万行以上的文件：各说各的原因，接着还能用', async ({ edition }) => {
  test.setTimeout(120_000);
  const page = await newCourse(edition);
  const file = (name: string, content: string | Uint8Array): string => {
    const at = path.join(edition.launch.folder, name);
    writeFileSync(at, content);
    return at;
  };
  await beginImport(edition, '名册');
  await give(edition, file('空.xlsx', ''));
  await expect(page.getByText(/“空\.xlsx”读不出来：文件是空的/)).toBeVisible();
  await give(edition, file('图片.xlsx', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])));
  await expect(page.getByText(/“图片\.xlsx”读不出来：它的内容不是表格/)).toBeVisible();
  await give(edition, file('说明.docx', '说明'));
  await expect(page.getByText(/不能读取“说明\.docx”/)).toBeVisible();
  await give(edition, file('两万多.csv', rosterCsv(20_001)));
  await expect(page.getByText(/一张表中有内容的行超过 20000 行/)).toBeVisible();
  await choose(edition, file('表头.csv', '姓名,身份证号,岗位\r\n'));
  await expect(page.getByText('文件里没有要导入的行')).toBeVisible();
  await page.getByRole('button', { name: '换一个文件' }).click();
  await choose(edition, file('两千.csv', rosterCsv(2000)));
  await expect(summary(page)).toContainText('可导入 2000 ');
});

test('键盘：选好文件后焦点在预览里，回车修改，Esc 放弃，空格不导入这一行', async ({ edition }) => {
  test.setTimeout(120_000);
  const page = await newCourse(edition);
  await beginImport(edition, '名册');
  await give(
    edition,
    csv(edition, '两人.csv', [
      ['姓名', '身份证号', '岗位'],
      ['王示范', idNumber(1), '资料员'],
      ['李样例', idNumber(2), '资料员'],
    ]),
  );
  const grid = page.getByRole('grid', { name: '导入预览' });
  await expect(grid).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type('甲');
  await page.keyboard.press('Escape');
  await expect(previewRow(page, 2)).not.toContainText('甲');
  await page.keyboard.press('F2');
  await page.keyboard.type('甲');
  await page.keyboard.press('Enter');
  await expect(previewRow(page, 2)).toContainText('王示范甲');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Space');
  await expect(summary(page)).toHaveText('可导入 1 · 不能导入 0 · 跳过 0 · 不导入 1');
});

test('考勤、成绩、往年学时里对不上的人和课次都点名，其余照常导入；黑名单要先写来源', async ({ edition }) => {
  test.setTimeout(240_000);
  const page = await newCourse(edition);
  const people = [
    ['姓名', '身份证号', '岗位'],
    ['王示范', idNumber(1), '资料员'],
    ['李样例', idNumber(2), '资料员'],
  ];
  const into = async (file: string, said: RegExp): Promise<void> => {
    await choose(edition, file);
    await expect(summary(page)).toContainText('不能导入 1');
    await confirm(page).click();
    await expect(page.getByText(said)).toBeVisible(written);
  };
  await open(edition, '名册', csv(edition, '名册.csv', people));
  await confirm(page).click();
  await expect(page.getByText('已导入 2 人')).toBeVisible(written);
  await page.getByRole('button', { name: '看名册' }).click();

  await page.getByRole('button', { name: '导入线上及往年学时' }).click();
  await into(
    csv(edition, '往年.csv', [
      ['姓名', '身份证号', '年度', '专业岗位学时', '来源'],
      ['王示范', idNumber(1), '2025', '32', '2025年学时证明'],
      ['谁也不是', idNumber(9), '2025', '32', '2025年学时证明'],
    ]),
    /^已导入 1 条/,
  );
  await page.getByRole('button', { name: '看名册' }).click();

  await open(edition, '课程表', sample('课程表.xlsx'));
  await confirm(page).click();
  await expect(page.getByText(/^已导入 17 课/)).toBeVisible(written);
  await page.getByRole('button', { name: '看课程表' }).click();
  await beginImport(edition, '考勤');
  await into(
    csv(edition, '考勤.csv', [
      ['姓名', '身份证号', '03-16 第1课', '03-16 第2课', '03-25 第9课'],
      ['王示范', idNumber(1), '√', '迟到10', '√'],
      ['谁也不是', idNumber(9), '√', '√', '√'],
    ]),
    /^已导入 1 人/,
  );
  await page.getByRole('button', { name: '看考勤' }).click();
  await beginImport(edition, '测试');
  await into(
    csv(edition, '成绩.csv', [
      ['姓名', '身份证号', '测试日期', '成绩'],
      ['王示范', idNumber(1), '2026-03-20', '88'],
      ['李样例', idNumber(2), '2026-03-20', '188'],
    ]),
    /^已导入 1 条/,
  );
  await page.getByRole('button', { name: '看测试' }).click();

  await page.getByRole('navigation').getByText('设置').click();
  await page.getByText('黑名单').first().click();
  await page.getByRole('button', { name: /文件/ }).first().click();
  await expect(page.locator('button', { hasText: '选择文件' })).toBeDisabled();
  await page.getByLabel('来源或依据').fill('市住建局2026年1月通知');
  await into(
    csv(edition, '黑名单.csv', [
      ['姓名', '身份证号', '原因'],
      ['王示范', idNumber(1), '出借证书'],
      ['位数不对', '42000019', '出借证书'],
    ]),
    /^已导入 1 人/,
  );
  await page.getByRole('button', { name: '看名单' }).click();
  await expect(page.getByRole('row').filter({ hasText: '出借证书' })).toHaveCount(1);
  await page.getByRole('button', { name: '将 王示范 移出黑名单' }).click();
  await page.getByRole('dialog').getByLabel('原因').fill('市住建局已解除');
  await page.getByRole('dialog').getByLabel('原因').press('Enter');
  await expect(page.getByText('还没有导入名单')).toBeVisible();
});
