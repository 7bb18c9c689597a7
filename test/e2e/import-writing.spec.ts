import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Edition } from './edition';
import {
  choose,
  confirm,
  editCell,
  newCourse,
  open,
  previewRow,
  rosterCsv,
  sample,
  step,
  summary,
  written,
} from './import-at-work';
import { until } from './until';

/** So many that writing takes several parts, and long enough for a person to cancel. */
const MANY = 6000;

test('写入几千人：有进度，能取消，取消后什么也没有；写到一半断电，重开后也什么都没有，再导入照常', async ({
  edition,
}) => {
  test.setTimeout(300_000);
  let page = await newCourse(edition);
  const file = path.join(edition.launch.folder, '几千人.csv');
  writeFileSync(file, rosterCsv(MANY));
  await open(edition, '名册', file);
  const bar = page.getByRole('status').filter({ hasText: '正在写入' });
  await confirm(page).click();
  // Pressed at once: the steps of a mouse click wait for the page several times, and by then everything may be written.
  await bar.getByRole('button', { name: '取消' }).dispatchEvent('click');
  await expect(page.getByText('写入已取消，没有任何内容生效')).toBeVisible({ timeout: 60_000 });
  await expect(confirm(page)).toHaveText(`导入 ${MANY} 人`);
  await expect(page.getByText('已保存')).toBeVisible();

  await confirm(page).click();
  await expect(bar).toContainText(/[1-9]\d* \/ \d+/, { timeout: 60_000 });
  await edition.kill();
  page = await edition.start();
  await page.getByRole('navigation').getByText('培训班').click({ timeout: 30_000 });
  await page.getByText('2026年第3期施工现场专业人员继续教育').first().click();
  await step(page, '名册').click();
  await page.getByRole('button', { name: '导入名册' }).first().click();
  await choose(edition, file);
  await expect(summary(page)).toContainText(new RegExp(`^可导入 ${MANY} `));
  await confirm(page).click();
  await expect(page.getByText(`已导入 ${MANY} 人`)).toBeVisible({ timeout: 120_000 });
});

test('没导入完的预览：去别处看看再回来还在，改过的格子也在；关窗口会先问', async ({ edition }) => {
  test.setTimeout(180_000);
  const page = await newCourse(edition);
  await open(edition, '名册', sample('学员名册.xlsx'));
  await editCell(page, 4, '工作单位', '示范新单位有限公司');
  await step(page, '概况').click();
  await expect(page.getByText('名册的导入预览已保留，回到“名册”可以接着做。')).toBeVisible();
  await page.getByRole('navigation').getByText('学员').click();
  await page.getByRole('button', { name: '后退' }).click();
  await step(page, '名册').click();
  await expect(previewRow(page, 4)).toContainText('示范新单位有限公司');

  await page.getByRole('button', { name: '返回' }).click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText('放弃改过的 1 个单元格');
  await question.getByRole('button', { name: /^取\s?消$/ }).click();
  await expect(previewRow(page, 4)).toContainText('示范新单位有限公司');

  await closeAndStay(edition);
  await expect(previewRow(page, 4)).toContainText('示范新单位有限公司');
  await confirm(page).click();
  await expect(page.getByText(/^已导入 \d+ 人/)).toBeVisible(written);
  await page.getByRole('button', { name: '看名册' }).click();
  await expect(page.getByRole('grid', { name: '名册' })).toBeVisible();
});

/** Closes the window as a user does, and answers the question by staying. */
async function closeAndStay(edition: Edition): Promise<void> {
  const { page } = edition;
  if (!edition.capabilities.mainProcess) {
    const question = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    await (await question).dismiss();
    return;
  }
  page.on('dialog', () => undefined); // The main process answers.
  const { app } = edition.desktop;
  await app.evaluate(({ BrowserWindow, dialog }) => {
    dialog.showMessageBoxSync = (...args: unknown[]) => {
      Object.assign(globalThis, { asked: (args.at(-1) as { message: string }).message });
      return 0;
    };
    BrowserWindow.getAllWindows()[0]?.close();
  });
  const asked = await until(() => app.evaluate(() => (globalThis as { asked?: string }).asked ?? ''));
  expect(asked).toBe('还有没有导入的预览');
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBoxSync = () => 1;
  });
}
