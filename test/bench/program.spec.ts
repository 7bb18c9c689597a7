import { chromium, expect, test, type Page } from '@playwright/test';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { startBrowserServer } from '../../build/browser-server.mjs';
import { appText } from '../../renderer/text/app';
import { peopleText } from '../../renderer/text/people';
import { day } from '../../shared/basics/day';
import { givenDayText } from '../../shared/given-day';
import type { Change } from '../../shared/commands/intent';
import type { Journal } from '../../shared/journal/journal';
import {
  certificateRecord,
  classChanges,
  courseRecord,
  made,
  markRecord,
  personRecord,
} from '../fakes/class-records';
import { startChromium } from '../chromium/start-chromium';
import { beginningNow } from '../fakes/given-day';
import { browserDriver } from '../e2e/browser-edition';
import { desktopDriver, desktopOrigin } from '../e2e/desktop-edition';
import type { Driver, Launch, RunningEdition } from '../e2e/edition';
import { PageWatch } from '../e2e/page-watch';
import { copyIntoOpfs, deviceIdOf } from '../e2e/seed-journal';
import { figure, quantile } from './figure';
import { writeJournalFolder } from './journal-folder';
import { followKeys, openAndPaint, type KeyTimes } from './page-timing';

const PEOPLE = 100_000;
const SMALL = { people: 50, sessions: 17 };
const LARGE = { people: 5000, sessions: 32 };
/** Long behind the classes, whose course has ended: what a start shows must not change with the day of the run. */
const MEASURED_ON = day('2026-11-30');
const KEYS = 50;
const STARTS = 5;

const smallTitle = courseRecord('small').title;
const largeTitle = courseRecord('large').title;

const write = (journal: Journal, kind: string, changes: readonly Change[]): Promise<unknown> =>
  journal.append({ kind, changes });

const writeSmallClass = async (journal: Journal): Promise<void> =>
  void (await write(journal, 'roster.import', classChanges('small', SMALL.people, SMALL.sessions)));

/** A class in which only the first session is not marked. */
async function writeLargeClass(journal: Journal): Promise<void> {
  await write(journal, 'roster.import', classChanges('large', LARGE.people, LARGE.sessions));
  const numbers = Array.from({ length: LARGE.people }, (_, n) => n);
  for (let session = 1; session < LARGE.sessions; session += 1)
    await write(
      journal,
      'attendance.import',
      numbers.map((n) => made('marks', markRecord('large', session, n))),
    );
}

/** People with a certificate each. */
async function writePeople(journal: Journal): Promise<void> {
  for (let first = 0; first < PEOPLE; first += 500)
    await write(
      journal,
      'person.create',
      Array.from({ length: 500 }, (_, i) => [
        made('persons', personRecord(first + i)),
        made('certificates', certificateRecord(first + i)),
      ]).flat(),
    );
}

/** An edition with the records of a benchmark, and what the figures call it. */
interface Bench {
  readonly driver: Driver;
  readonly launch: Launch;
  readonly name: string;
}

/**
 * The program on records that it has not seen, opened once: the rows are made from the journal. Large journals only in the
 * browser edition: the double hands bytes over as text.
 */
async function prepare(records: (journal: Journal) => Promise<void>, first: string): Promise<Bench> {
  const folder = test.info().outputPath('program');
  const given = beginningNow(MEASURED_ON);
  const made = path.join(folder, 'data/main/journal');
  if (test.info().project.name === 'desktop') {
    await mkdir(path.join(folder, 'user-data'), { recursive: true });
    await writeFile(path.join(folder, 'user-data/device-id.txt'), 'bench\n');
    await writeJournalFolder(made, 'bench', records);
    const bench = benchOf(desktopDriver, desktopOrigin, '桌面版（替身）');
    const { running } = await start(bench);
    await settled(running.page);
    await running.end();
    return bench;
  }
  const server = await startBrowserServer({ test: { today: givenDayText(given) } });
  const bench = benchOf(browserDriver, `http://127.0.0.1:${(server.address() as AddressInfo).port}`, '浏览器版');
  const { running } = await start(bench);
  await writeJournalFolder(made, await deviceIdOf(running.page), records);
  await copyIntoOpfs(running.page, made);
  const began = performance.now();
  await running.page.reload();
  await usable(running.page);
  figure(first, (performance.now() - began) / 1000, 's');
  await settled(running.page);
  await running.end();
  return bench;

  function benchOf(driver: Driver, origin: string, name: string): Bench {
    return { driver, launch: { folder, given, origin, watch: new PageWatch(origin) }, name };
  }
}

/** The frame and the start page inside it: somebody can begin to work. */
async function usable(page: Page): Promise<void> {
  await page.getByRole('navigation').first().waitFor({ timeout: 400_000 });
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}

/** Milliseconds from nothing to a page of Chromium that shows an empty document: what no program could do without. */
async function bareStart(folder: string): Promise<number> {
  const began = performance.now();
  const { process: child, endpoint } = await startChromium(path.join(folder, 'bare'), '--no-startup-window');
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const browser = await chromium.connectOverCDP(endpoint);
  const page = await browser.contexts()[0]!.newPage();
  await page.goto('about:blank');
  const took = performance.now() - began;
  const devtools = await browser.newBrowserCDPSession();
  await devtools.send('Browser.close').catch(() => child.kill());
  await gone;
  return took;
}

/**
 * Resolves when nothing is being added up any more behind the journal that was just read: the budgets are about a day's
 * work, not about the first half minute behind an import of thousands.
 */
async function settled(page: Page): Promise<void> {
  const left = (): Promise<number> =>
    page.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const request = indexedDB.open('xueshibu-main');
          request.onerror = () => reject(request.error ?? new Error('no rows'));
          request.onsuccess = () => {
            const count = request.result.transaction('stale').objectStore('stale').count();
            count.onsuccess = () => {
              request.result.close();
              resolve(count.result);
            };
          };
        }),
    );
  await expect.poll(left, { timeout: 400_000, intervals: [500] }).toBe(0);
}

async function start({
  driver,
  launch,
}: Bench): Promise<{ readonly running: RunningEdition; readonly took: number }> {
  const began = performance.now();
  const running = await driver.start(launch);
  await usable(running.page);
  return { running, took: performance.now() - began };
}

/** Milliseconds from the page's own beginning to the first thing on the screen, without Playwright and the double. */
const paintedAfter = (page: Page): Promise<number> =>
  page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN);

/** Megabytes of the page's process: what its scripts hold after a collection, and what the system gave the process. */
async function memory(page: Page): Promise<{ readonly heap: number; readonly resident: number }> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = (await devtools.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  const browser = await page.context().browser()!.newBrowserCDPSession();
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  const renderers = await Promise.all(
    processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => residentOf(id)),
  );
  return { heap: (usedSize + backingStorageSize) / 1e6, resident: Math.max(...renderers) };
}

async function residentOf(process: number): Promise<number> {
  const status = await readFile(`/proc/${process}/status`, 'utf8');
  return (Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024) / 1e6;
}

async function openRegister(page: Page, title: string): Promise<number> {
  await page.getByRole('button', { name: appText.rail.courses, exact: true }).first().click();
  const row = page.getByText(title).first();
  await row.waitFor();
  const tab = `[role=tab][data-step=attendance]`;
  await row.click();
  await page.locator(tab).waitFor();
  await page.waitForTimeout(1500);
  return openAndPaint(page, tab, '[id="register-0-0"]');
}

/** Types 出勤 down the first session; the times of each key. */
async function typeMarks(page: Page): Promise<readonly KeyTimes[]> {
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Home');
  const times = await followKeys(page, { key: '1', saved: appText.save.saved });
  for (let n = 0; n < KEYS; n += 1) {
    await page.keyboard.press('1');
    await expect.poll(async () => (await times()).length).toBe(n + 1);
  }
  return times();
}

function keyFigures(what: string, times: readonly KeyTimes[]): void {
  const painted = times.map(({ painted: ms }) => ms);
  const more = times.map(({ painted: paint, saved }) => Math.max(0, saved - paint));
  figure(`${what}：按键到显示（中位数）`, quantile(painted, 0.5), 'ms', 32);
  figure(`${what}：按键到显示（95%）`, quantile(painted, 0.95), 'ms');
  figure(`${what}：显示到“已保存”（中位数）`, quantile(more, 0.5), 'ms', 20);
  figure(`${what}：显示到“已保存”（95%）`, quantile(more, 0.95), 'ms');
}

/** Starts several times with rows in step, each beside a bare start of Chromium: the machine is the same for both. */
async function startFigures(bench: Bench, what: string): Promise<void> {
  const bare: number[] = [];
  const starts: number[] = [];
  const painted: number[] = [];
  const own: number[] = [];
  for (let n = 0; n < STARTS; n += 1) {
    bare.push(await bareStart(bench.launch.folder));
    const { running, took } = await start(bench);
    starts.push(took);
    own.push(await running.page.evaluate(() => performance.now()));
    painted.push(await paintedAfter(running.page));
    await running.end();
  }
  figure(`${what}：启动到可用的窗口，含 Chromium 自身（中位数）`, quantile(starts, 0.5) / 1000, 's', 1.5);
  figure(`${what}：其中 Chromium 自身到空白页（中位数）`, quantile(bare, 0.5) / 1000, 's');
  figure(`${what}：其中页面自己从导航到可用（中位数）`, quantile(own, 0.5), 'ms');
  figure(`${what}：其中页面到首次显示（中位数）`, quantile(painted, 0.5), 'ms');
}

test('50 人 × 17 课次', async () => {
  const bench = await prepare(writeSmallClass, '第一次打开 50 人的班（按留痕建立行表）');
  await startFigures(bench, bench.name);
  const { running } = await start(bench);
  figure(`${bench.name}：打开 50 × 17 的考勤`, await openRegister(running.page, smallTitle), 'ms', 100);
  keyFigures(`${bench.name}，50 × 17`, await typeMarks(running.page));
  await running.end();
  await rm(bench.launch.folder, { recursive: true });
});

test('5,000 人 × 32 课次', async () => {
  test.skip(test.info().project.name === 'desktop', 'the double hands bytes over as text');
  const bench = await prepare(writeLargeClass, '第一次打开 5,000 人、15.5 万格考勤（按留痕建立行表）');
  const { running } = await start(bench);
  figure('打开 5,000 × 32 的考勤', await openRegister(running.page, largeTitle), 'ms', 400);
  keyFigures('5,000 × 32', await typeMarks(running.page));
  const { heap, resident } = await memory(running.page);
  figure('打开 5,000 × 32 后页面的内存', heap, 'MB');
  figure('打开 5,000 × 32 后页面进程的内存', resident, 'MB');
  await running.end();
  await rm(bench.launch.folder, { recursive: true });
});

test('10 万人', async () => {
  test.skip(test.info().project.name === 'desktop', 'the double hands bytes over as text');
  const bench = await prepare(writePeople, '第一次打开 10 万人、10 万份证书（按留痕建立行表）');
  await startFigures(bench, '10 万人');
  const { running } = await start(bench);
  await running.page.getByRole('button', { name: appText.rail.people, exact: true }).first().click();
  await running.page.getByRole('row').nth(20).waitFor({ timeout: 60_000 });
  // Everybody is in memory: the last of them is found.
  await running.page.getByPlaceholder(peopleText.search).fill(personRecord(PEOPLE - 1).idNumber.slice(-6));
  await expect(running.page.getByRole('row')).toHaveCount(2);
  await running.page.getByPlaceholder(peopleText.search).fill('');
  await running.page.getByRole('row').nth(20).waitFor();
  await running.page.waitForTimeout(2000);
  const { heap, resident } = await memory(running.page);
  figure('列出 10 万人后页面的内存', heap, 'MB', 500);
  figure('列出 10 万人后页面进程的内存', resident, 'MB', 500);
  await running.end();
  await rm(bench.launch.folder, { recursive: true });
});
