import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { appText } from '../../renderer/text/app';
import { coursesText } from '../../renderer/text/courses';
import { markSome, PEOPLE, startInRegister, TITLE, toColumn } from './class-of-today';
import { createCourse, drawer } from './course-at-work';
import { expect, test, type Edition } from './edition';
import { openRegister, ready, signs } from './register-at-work';
import { protect, smallDisk, takeAway } from '../fakes/small-disk';

// Milliseconds; each of these starts the program twice and waits for what it does by itself.
test.describe.configure({ timeout: 240_000 });

const header = (page: Page) => page.locator('output');
const saved = (page: Page) => header(page).getByText(appText.save.saved);
const paused = (page: Page) => header(page).getByText(appText.save.readOnly);
/** What the window does by itself takes a few seconds at most. */
const BY_ITSELF = { timeout: 12_000 };

/** What somebody does with the developer tools, or a cleaner, while the program is open. */
const deleteDatabase = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('xueshibu-main');
        request.onsuccess = () => resolve();
        request.onerror = () => reject(new Error('not deleted'));
      }),
  );
const clearStore = (page: Page, store: string): Promise<void> =>
  page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('xueshibu-main');
        request.onerror = () => reject(new Error('not opened'));
        request.onsuccess = () => {
          const work = request.result.transaction(name, 'readwrite');
          work.objectStore(name).clear();
          work.oncomplete = () => {
            request.result.close();
            resolve();
          };
        };
      }),
    store,
  );

const told = (page: Page) => page.getByText(appText.healed.whileWorking);

/** The class is there with all its marks, takes a further one, and everything is there after a restart, without a word. */
async function expectNothingLost(edition: Edition, before: Awaited<ReturnType<typeof signs>>): Promise<void> {
  const { page } = edition;
  await openRegister(page, TITLE);
  expect(await signs(page)).toEqual(before);
  await toColumn(edition, 5);
  await page.keyboard.press('5');
  await expect(saved(page)).toBeVisible();
  const after = await signs(page);
  expect(Object.values(after).filter((sign) => sign !== '').length).toBe(2 * PEOPLE + 1);
  const again = await edition.restart();
  await ready(again);
  await expect(again.getByText(appText.healed.title)).toHaveCount(0);
  await openRegister(again, TITLE);
  expect(await signs(again)).toEqual(after);
}

test.describe('显示数据在使用中没了：随即发现，按留痕重建，只告诉一次，一条不丢', () => {
  test('整个 IndexedDB 被删掉', async ({ edition }) => {
    await startInRegister(edition);
    const before = await markSome(edition);
    await deleteDatabase(edition.page);
    await expect(told(edition.page)).toHaveCount(1, BY_ITSELF);
    await expectNothingLost(edition, before);
  });

  for (const store of ['meta', 'courses', 'lines', 'attendance'])
    test(`只清空了 ${store} 一张表`, async ({ edition }) => {
      await startInRegister(edition);
      const before = await markSome(edition);
      await clearStore(edition.page, store);
      await expect(told(edition.page)).toHaveCount(1, BY_ITSELF);
      await expectNothingLost(edition, before);
    });

  test('删掉后立刻保存：先重建，再写入', async ({ edition }) => {
    await startInRegister(edition);
    await markSome(edition);
    const { page } = edition;
    await page.getByRole('button', { name: appText.rail.courses, exact: true }).first().click();
    await page.getByRole('button', { name: coursesText.create }).first().click();
    await page.getByLabel('培训班名称').fill('第二期');
    await page.getByLabel('开班日期').fill('20260316');
    await page.getByLabel('结束日期').fill('20260320');
    await deleteDatabase(page);
    await page.getByLabel('结束日期').press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('第二期');
    await expect(told(page)).toHaveCount(1);
    const again = await edition.restart();
    await ready(again);
    await again.getByRole('button', { name: appText.rail.courses, exact: true }).first().click();
    await expect(again.getByText(TITLE).first()).toBeVisible();
    await expect(again.getByText('第二期').first()).toBeVisible();
  });
});

/** Starts again on a journal that lacks its last entry. */
async function restartWithoutLastEntry(edition: Edition): Promise<void> {
  const cut = (text: string): string => `${text.trimEnd().split('\n').slice(0, -1).join('\n')}\n`;
  if (edition.capabilities.mainProcess) {
    await edition.end();
    const journal = path.join(edition.launch.folder, 'data/main/journal');
    const file = readdirSync(journal, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('.jsonl'))!;
    writeFileSync(path.join(journal, file), cut(readFileSync(path.join(journal, file), 'utf8')));
    await edition.start();
    return;
  }
  await edition.page.evaluate(async () => {
    let at = await navigator.storage.getDirectory();
    for (const name of ['main', 'journal']) at = await at.getDirectoryHandle(name);
    for await (const chain of at.values())
      for await (const segment of (chain as FileSystemDirectoryHandle).values()) {
        const file = segment as FileSystemFileHandle;
        const lines = (await (await file.getFile()).text()).trimEnd().split('\n');
        const stream = await file.createWritable();
        await stream.write(`${lines.slice(0, -1).join('\n')}\n`);
        await stream.close();
      }
  });
  await edition.page.reload();
}

test('从现有留痕继续：重建的进度出现又消失，程序照常可用', async ({ edition }) => {
  await startInRegister(edition);
  await markSome(edition);
  await restartWithoutLastEntry(edition);
  const { page } = edition;
  await ready(page);
  await page.getByRole('button', { name: appText.healed.goOn }).click();
  await page.getByRole('dialog').getByRole('button', { name: appText.healed.goOn }).click();
  await expect(page.getByText(appText.healed.wentOn)).toBeVisible();
  await expect(page.getByText(appText.start.rebuilding)).toHaveCount(0);
  await expect(page.getByText(appText.healed.repairing)).toHaveCount(0);
  await expect(saved(page)).toBeVisible();
  await openRegister(page, TITLE);
  await toColumn(edition, 7);
  await page.keyboard.press('5');
  await expect(saved(page)).toBeVisible();
  expect(Object.values(await signs(page)).filter((sign) => sign !== '').length).toBe(2 * PEOPLE);
});

/** Opens the form of a new course and fills it in. */
async function fillCourse(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: appText.rail.courses, exact: true }).first().click();
  await page.getByRole('button', { name: coursesText.create }).first().click();
  await page.getByLabel('培训班名称').fill(title);
  await page.getByLabel('开班日期').fill('20260316');
  await page.getByLabel('结束日期').fill('20260320');
}
const submit = (page: Page): Promise<void> => page.getByLabel('结束日期').press('Control+Enter');

/** The form is still open with what was typed; it and the page behind say why, with 重试 beside it; the header says that writing is paused. */
async function expectRefused(page: Page, title: string, reason: RegExp): Promise<void> {
  await expect(drawer(page).getByText(reason)).toBeVisible();
  await expect(page.getByLabel('培训班名称')).toHaveValue(title);
  await expect(paused(page)).toBeVisible();
  for (const place of [drawer(page), page.locator('#root')])
    await expect(
      place.getByRole('alert').filter({ hasText: reason }).getByRole('button', { name: appText.save.retry }),
    ).toBeVisible();
}

const retry = (page: Page): Promise<void> => drawer(page).getByRole('button', { name: appText.save.retry }).click();

/** Each of these courses is there exactly once, also after a restart. */
async function expectCourses(edition: Edition, titles: readonly string[]): Promise<void> {
  for (const again of [false, true]) {
    const page = again ? await edition.restart() : edition.page;
    await ready(page);
    await page.getByRole('button', { name: appText.rail.courses, exact: true }).first().click();
    for (const title of titles) await expect(page.getByRole('row').filter({ hasText: title })).toHaveCount(1);
    await expect(page.getByText(appText.healed.title)).toHaveCount(0);
  }
}

test('数据文件夹被移走又放回：说出真实原因，填的内容还在，自己恢复，不用重新打开', async ({ edition, needs }) => {
  needs('mainProcess');
  const page = await edition.start();
  await ready(page);
  const { dataFolder } = edition.desktop;
  await createCourse(page, '第一期');
  await fillCourse(page, '第二期');
  renameSync(dataFolder, `${dataFolder}-moved`);
  await submit(page);
  await expectRefused(page, '第二期', /不在原来的位置/);
  await expect(page.getByText(dataFolder).first()).toBeVisible();
  await retry(page);
  await expect(paused(page)).toBeVisible();
  renameSync(`${dataFolder}-moved`, dataFolder);
  await expect(saved(page)).toBeVisible(BY_ITSELF);
  await submit(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('第二期');
  await expectCourses(edition, ['第一期', '第二期']);
});

test('数据文件夹所在的盘变为只读：说出真实原因，解除后点“重试”即可继续', async ({ edition, needs }) => {
  needs('mainProcess');
  const data = path.join(edition.launch.folder, 'data');
  const mounted = await smallDisk(data);
  if (!mounted) console.log('跳过（这台机器不能挂载 tmpfs）：只读');
  test.skip(!mounted, 'no tmpfs can be mounted here');
  try {
    const page = await edition.start();
    await ready(page);
    await createCourse(page, '第一期');
    await fillCourse(page, '第二期');
    protect(data, 'ro');
    await submit(page);
    await expectRefused(page, '第二期', /不允许写入/);
    await page.waitForTimeout(4000); // It tries by itself meanwhile, and must not say that all is well.
    await expect(paused(page)).toBeVisible();
    protect(data, 'rw');
    await retry(page);
    await expect(page.getByText(appText.save.back)).toBeVisible();
    await expect(saved(page)).toBeVisible();
    await submit(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('第二期');
    await expectCourses(edition, ['第一期', '第二期']);
  } finally {
    await edition.end();
    takeAway(data);
  }
});
