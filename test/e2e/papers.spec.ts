import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { readSpreadsheet } from '../../shared/engines/read-spreadsheet';
import { expect, test, type Edition } from './edition';

const run = (command: string, args: readonly string[], cwd?: string): string =>
  execFileSync(command, args, { encoding: 'utf8', ...(cwd === undefined ? {} : { cwd }) });

const step = (page: Page, name: string) =>
  page.getByRole('tablist', { name: '本班各步骤' }).getByRole('tab', { name: new RegExp(`^${name}`) });
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });

/** The demo data set with its finished course open. */
async function finishedCourse(edition: Edition): Promise<Page> {
  const page = await edition.start();
  await button(page, /^载入演示班/).click();
  await page.getByText('去签到').first().waitFor({ timeout: 30_000 });
  await page.getByText('演示：已结束的继续教育班').first().click();
  await expect(step(page, '核验')).toBeVisible();
  return page;
}

/** A file of the test, for the tools that look into it. */
function written(edition: Edition, name: string, bytes: Uint8Array): string {
  const folder = path.join(edition.launch.folder, 'looked-at');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

async function confirmed(page: Page, reason: string, label: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(reason);
  await dialog.getByRole('button', { name: label, exact: true }).click();
  await expect(dialog).toBeHidden();
}

test('核验：逐格给出结论、条款、数值、记录和补救；表格原样导出', async ({ edition }) => {
  test.setTimeout(120_000);
  const page = await finishedCourse(edition);
  await step(page, '核验').click();
  const matrix = page.getByRole('grid', { name: /^学时核验表/ });
  await expect(matrix).toHaveAttribute('aria-rowcount', '25');

  await page.getByRole('gridcell', { name: '郑桂芳，总学时：不符合（不能上报）' }).click();
  const panel = page.getByRole('complementary', { name: '核验依据' });
  await expect(panel).toContainText('比要求的 32 学时少 8 学时');
  await expect(panel).toContainText('鄂建办〔2020〕37号 四（三）');
  await expect(panel.getByRole('row', { name: '总学时 24 学时 不少于 32 学时' })).toBeVisible();
  await expect(panel).toContainText('怎样补救');
  await expect(panel.getByRole('row', { name: /^第 3 课 .*缺 0 \/ 2$/ })).toBeVisible();

  // The keyboard stays in the matrix: the panel follows it, Esc closes it.
  await page.keyboard.press('ArrowRight');
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('专业学时');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();

  await button(page, /^不符合/).click();
  await expect(matrix).toHaveAttribute('aria-rowcount', '4');
  await button(page, '清除筛选').click();
  const exported = await edition.saveNext(() => button(page, /^导出学时核验表/).click());
  expect(exported.name).toMatch(/学时核验表\.xlsx$/);
  const sheets = readSpreadsheet(exported.bytes, exported.name);
  if (!sheets.ok) throw new Error(sheets.error.code);
  const [sheet] = sheets.value;
  const lines = sheet!.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? ''));
  const shown = await page
    .getByRole('row', { name: /郑桂芳/ })
    .getByRole('gridcell')
    .allInnerTexts();
  const saved = lines.find((line) => line.includes('郑桂芳'))!;
  expect(saved.filter((text) => text !== '').slice(1 - shown.length)).toEqual(shown.slice(1));
  expect(lines.filter((line) => /^\d+$/.test(line[0]!))).toHaveLength(24);

  await page.getByRole('gridcell', { name: '李明亮，测试合格：不符合（不能上报）' }).click();
  await panel.getByRole('button', { name: '李明亮' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '李明亮' })).toBeVisible();
});

test('学时证明：每人一页，重印是同一份字节，撤销写明原因', async ({ edition }) => {
  test.setTimeout(180_000);
  const page = await finishedCourse(edition);
  await issueAll(page, 21);
  const all = await edition.saveNext(() => button(page, '另存为一个 PDF').click());
  const file = written(edition, 'all.pdf', all.bytes);
  expect(run('pdfinfo', [file])).toMatch(/Pages:\s+21\n/);
  const pages = run('pdftotext', ['-layout', file, '-']).split('\f').slice(0, -1);
  expect(pages.map((text) => /DEMO-\d{4}-(\d{4})/.exec(text)?.[1])).toEqual(
    Array.from({ length: 21 }, (_, i) => String(i + 1).padStart(4, '0')),
  );

  const first = page.getByRole('row', { name: /DEMO-\d{4}-0001/ });
  await first.getByRole('checkbox').check();
  const copies: Uint8Array[] = [];
  for (const reason of ['学员遗失', '纸张污损']) {
    const copy = await edition.saveNext(async () => {
      await button(page, '另存副本').click();
      await confirmed(page, reason, '另存副本');
    });
    expect(copy.name).toMatch(/^学时证明 DEMO-\d{4}-0001 .+\.pdf$/);
    copies.push(copy.bytes);
  }
  expect(Buffer.compare(copies[0]!, copies[1]!)).toBe(0);
  expect(run('pdfinfo', [written(edition, 'one.pdf', copies[0]!)])).toMatch(/Pages:\s+1\n/);
  await expect(first).toContainText('2 次');

  await button(page, '撤销').click();
  await expect(page.getByRole('dialog')).toContainText(/撤销 1 份学时证明：DEMO-\d{4}-0001/);
  await confirmed(page, '姓名或证件号码有误', '撤销');
  await expect(first).toContainText('撤销：姓名或证件号码有误');
  // It cannot be taken back, so nothing says that it could; and the list does not change under one's hands.
  await expect(page.locator('.ant-message-notice', { hasText: '已撤销 1 份学时证明' })).toBeVisible();
  await expect(page.locator('.ant-message-notice', { hasText: '已撤销' }).getByRole('button')).toHaveCount(0);
  await button(page, /^可以出具 1$/).click();
  await expect(page.getByRole('row', { name: /赵建国/ })).toBeVisible();
});

test('报审材料包：确认提醒后生成，别的工具核得过；记录变化后生成第二版，第一版原样还在', async ({ edition }) => {
  test.setTimeout(240_000);
  const first = await finishedCourse(edition);
  await issueAll(first, 21);
  await step(first, '报审').click();
  await expect(button(first, '生成报审材料包')).toBeDisabled();
  await button(first, /^全部确认/).click();
  await expect(first.getByText('先填写确认人姓名。')).toBeVisible();
  await first.getByRole('textbox', { name: '确认人' }).fill('李审核');
  await button(first, /^全部确认/).click();
  await expect(button(first, '生成报审材料包')).toBeEnabled();

  // The preview shows the pages that the workbook prints.
  await button(first, '预览 考勤汇总表').click();
  await expect(first.getByText('第 1 页 共 3 页')).toBeVisible();
  await first.keyboard.press('Escape');

  // Whoever confirmed a warning has confirmed it, also after the window was closed.
  await edition.end();
  const page = await finishedCourse(edition);
  await step(page, '报审').click();
  const build = button(page, /^生成(报审|第 \d 版)/);
  await expect(build).toBeEnabled({ timeout: 20_000 });

  const one = await edition.saveNext(() => build.click());
  expect(one.name).toMatch(/-v1-.*\.zip$/);
  await expect(page.getByText('已生成 第 1 版')).toBeVisible();
  await expect(page.getByText('记录没有变化，第 1 版仍然有效。')).toBeVisible({ timeout: 20_000 });
  const firstDigest = verified(edition, 'one', one.bytes);
  await expect(page.getByText(firstDigest)).toBeVisible();
  // What is saved from the list is, to the byte, what was sealed: no form carries the number of a version that does not exist.
  for (const [title, form] of [
    ['考勤汇总表', 'attendance'],
    ['不予上报名单、提醒确认名单', 'not-submitted'],
  ] as const) {
    const copy = await edition.saveNext(() => button(page, `另存 ${title}`).click());
    const sealed = readFileSync(path.join(edition.launch.folder, `looked-at/one/data/forms/${form}.xlsx`));
    expect(Buffer.compare(copy.bytes, sealed), title).toBe(0);
  }
  // A copy of certificates is a reprint here as well: with a reason, in the journal, and no change to what was sealed.
  const copies = await edition.saveNext(async () => {
    await button(page, '另存 继续教育学时证明').click();
    await confirmed(page, '补交材料', '另存副本');
  });
  expect(run('pdfinfo', [written(edition, 'copies.pdf', copies.bytes)])).toMatch(/Pages:\s+21\n/);
  await expect(page.getByText('记录没有变化，第 1 版仍然有效。')).toBeVisible();
  await step(page, '证明').click();
  await expect(page.getByRole('row', { name: /DEMO-\d{4}-0001/ })).toContainText('1 次');

  await makeAbsent(page);
  await step(page, '报审').click();
  await expect(page.getByText('第 1 版之后记录有变化')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('考勤有 1 处变化')).toBeVisible();
  await expect(page.getByText('有 1 份与现在的记录不符，请撤销后重新出具。')).toBeVisible();
  const two = await secondVersion(edition, page);
  expect(two.name).toMatch(/-v2-.*\.zip$/);
  verified(edition, 'two', two.bytes);
  expect(run('cat', [path.join(edition.launch.folder, 'looked-at/two/bag-info.txt')])).toContain(firstDigest);

  await expect(page.getByText('已生成 第 2 版')).toBeVisible();

  // What was sealed is in the journal and beside it: rows built anew have it too.
  await edition.wipeIndexedDB();
  const later = await finishedCourse(edition);
  await step(later, '报审').click();
  const again = await edition.saveNext(() => button(later, '保存副本 第 1 版').click());
  expect(Buffer.compare(again.bytes, one.bytes)).toBe(0);
});

/** Builds the second version; where there is a save dialog, it is cancelled first, which loses nothing. */
async function secondVersion(
  edition: Edition,
  page: Page,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const build = button(page, '生成第 2 版材料包');
  if (!edition.capabilities.mainProcess) return edition.saveNext(() => build.click());
  await edition.desktop.app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' });
  });
  await build.click();
  await expect(page.getByText('材料包已封存并存档，还没有另存文件。')).toBeVisible({ timeout: 30_000 });
  const saved = await edition.saveNext(() =>
    page.getByRole('button', { name: '保存副本', exact: true }).first().click(),
  );
  await expect(page.getByText('材料包已封存并存档，还没有另存文件。')).toBeHidden();
  return saved;
}

async function issueAll(page: Page, count: number): Promise<void> {
  await step(page, '证明').click();
  await page.getByRole('checkbox', { name: '全选' }).check();
  await button(page, `出具 ${count} 份学时证明`).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `出具 ${count} 份学时证明` })
    .click();
  await expect(page.getByText(`已出具 ${count} 份学时证明`)).toBeVisible({ timeout: 60_000 });
}

/** One mark of the first lesson becomes 缺勤, with the reason that an earlier day needs. */
async function makeAbsent(page: Page): Promise<void> {
  await step(page, '考勤').click();
  const register = page.getByRole('grid');
  await register.focus();
  await page.keyboard.press('Control+ArrowUp');
  await page.keyboard.press('Control+ArrowLeft');
  await page.keyboard.press('4');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('核对签到表后更正');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

/** Unpacks and checks a package with the system's own tools; its digest. */
function verified(edition: Edition, name: string, bytes: Uint8Array): string {
  const file = written(edition, `${name}.zip`, bytes);
  const folder = path.join(path.dirname(file), name);
  run('unzip', ['-q', file, '-d', folder]);
  for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt'])
    expect(run('sha256sum', ['-c', '--quiet', manifest], folder)).toBe('');
  return run('sha256sum', [file]).slice(0, 64);
}
