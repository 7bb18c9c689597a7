import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, type Edition } from './edition';

const samples = path.resolve(import.meta.dirname, '../samples/annual-2026-03');
const TITLE = '2026年第3期施工现场专业人员继续教育';

const step = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) });
const rail = (page: Page, name: string) => page.getByRole('navigation').first().getByText(name, { exact: true });

/** Makes the course of the samples through its form. */
async function createCourse(page: Page): Promise<void> {
  await rail(page, '培训班').click();
  await page.getByRole('button', { name: '新建培训班' }).first().click();
  await page.getByLabel('培训班名称').fill(TITLE);
  await page.getByLabel('开班日期').fill('2026.3.16');
  await page.getByLabel('结束日期').fill('20260320');
  await page.getByLabel('结束日期').press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
}

/** Imports one of the four files from its tab. */
async function importFile(edition: Edition, tab: string, file: string): Promise<void> {
  const { page } = edition;
  await step(page, tab).click();
  await page
    .getByRole('button', { name: /^导入(名册|课程表|考勤表|测试成绩|成绩表)$/ })
    .first()
    .click();
  await edition.openNext(() => page.locator('button', { hasText: '选择文件' }).click(), path.join(samples, file));
  await page.getByRole('button', { name: /^导入 \d+ / }).click();
  await expect(page.getByText(/^已导入 \d+ /)).toBeVisible();
}

/**
 * From an empty folder to the submission package: the four files of the sample class, one mark put right, 核验, certificates,
 * package; all of it still there after the program was killed.
 */
export async function mainJob(edition: Edition): Promise<void> {
  const page = await edition.start();
  await page.setViewportSize({ width: 1366, height: 768 });
  await createCourse(page);
  await importFile(edition, '名册', '学员名册.xlsx');
  await importFile(edition, '课程表', '课程表.xlsx');
  await importFile(edition, '考勤', '考勤表.xlsx');
  await importFile(edition, '测试', '测试成绩.xlsx');

  // 韩志强 came late to lesson 4, nobody noted how late: without the minutes nothing can be said.
  await step(page, '核验').click();
  await expect(page.getByRole('gridcell', { name: /^韩志强，总学时：无法判定/ })).toBeVisible();
  await step(page, '考勤').click();
  await page.getByRole('gridcell', { name: /^韩志强，第 4 课/ }).click();
  await page.keyboard.press('1');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('核对签到表，当天按时到课');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await step(page, '核验').click();
  await expect(page.getByRole('gridcell', { name: /^韩志强，总学时：符合/ })).toBeVisible();

  await rail(page, '设置').click();
  await page.getByLabel('机构名称').fill('荆楚建设培训学校（示例）');
  await page.getByLabel('审核部门').fill('武汉市住房和城乡建设局');
  await page.getByLabel('编号字头').fill('JC');
  await page.getByRole('button', { name: '保存机构信息' }).click();
  await expect(page.getByText('已保存机构信息').first()).toBeVisible();

  await rail(page, '培训班').click();
  await page.getByText(TITLE).first().click();
  await step(page, '证明').click();
  await page.getByRole('checkbox', { name: '全选' }).check();
  const issue = page.getByRole('button', { name: /^出具 \d+ 份学时证明$/ });
  const certificates = Number(/\d+/.exec((await issue.first().textContent()) ?? '')?.[0]);
  await issue.first().click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^出具 \d+ 份学时证明$/ })
    .click();
  await expect(page.getByText(`已出具 ${certificates} 份学时证明`)).toBeVisible({ timeout: 60_000 });
  const printed = await edition.saveNext(() =>
    page.getByRole('button', { name: '另存为一个 PDF', exact: true }).click(),
  );
  const pdf = path.join(edition.launch.folder, 'certificates.pdf');
  writeFileSync(pdf, printed.bytes);
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  for (const name of ['欧阳𬱖', '龚䶮']) expect(text).toContain(name);

  await step(page, '报审').click();
  await page.getByRole('textbox', { name: '确认人' }).fill('李审核');
  await page.getByRole('button', { name: /^全部确认/ }).click();
  const zip = await edition.saveNext(() => page.getByRole('button', { name: '生成报审材料包', exact: true }).click());
  await expect(page.getByText('已生成 第 1 版')).toBeVisible();
  const folder = unpacked(edition, zip.bytes);
  const facts = JSON.parse(readFileSync(path.join(folder, 'data/facts.json'), 'utf8')) as {
    readonly persons: readonly unknown[];
  };
  // 周晓东 may be reported, but no CE year has begun for him: hours without a certificate.
  expect(facts.persons).toHaveLength(35);
  expect(certificates).toBe(34);

  await edition.kill();
  const again = await edition.start();
  await rail(again, '培训班').click();
  await again.getByText(TITLE).first().click();
  await step(again, '报审').click();
  await expect(again.getByText('记录没有变化，第 1 版仍然有效。')).toBeVisible({ timeout: 20_000 });
  const copy = await edition.saveNext(() =>
    again.getByRole('button', { name: '保存副本 第 1 版', exact: true }).click(),
  );
  expect(Buffer.compare(copy.bytes, zip.bytes)).toBe(0);
}

/** The package, unpacked and checked by the system's own tools. */
function unpacked(edition: Edition, bytes: Uint8Array): string {
  const file = path.join(edition.launch.folder, 'package.zip');
  const folder = path.join(edition.launch.folder, 'package');
  writeFileSync(file, bytes);
  execFileSync('unzip', ['-q', file, '-d', folder]);
  for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
    expect(execFileSync('sha256sum', ['-c', '--quiet', manifest], { cwd: folder, encoding: 'utf8' })).toBe('');
  }
  return folder;
}
