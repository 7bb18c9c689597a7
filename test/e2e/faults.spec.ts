import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { appText } from '../../renderer/text/app';
import { seededRandom, type SeededRandom } from '../fakes/seeded-random';
import { markSome, SESSIONS, startInRegister, TITLE, toColumn } from './class-of-today';
import { expect, test, type Edition } from './edition';
import { smallDisk, takeAway } from '../fakes/small-disk';
import {
  follow,
  openRegister,
  ready,
  signs,
  typeMark,
  type TypedAndSaved,
  type Signs,
  type SIGNS,
} from './register-at-work';

/** Sizes of the usual run; `npm run faults` sets larger ones. */
const KILLS = Number(process.env['APP_KILLS'] ?? 6);
const DAMAGED = Number(process.env['DAMAGED_STORES'] ?? 3);
const FULL = Number(process.env['FULL_DISKS'] ?? 2);

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1);

/**
 * Types marks until the program is gone, a few at a time as people do: single ones down a column, then a block of five in
 * the next one.
 */
async function typeUntilKilled(
  edition: Edition,
  column: number,
  key: keyof typeof SIGNS,
  said: TypedAndSaved,
  random: SeededRandom,
): Promise<void> {
  const { page } = edition;
  try {
    for (let at = column; ; at = (at + 2) % SESSIONS) {
      await toColumn(edition, at);
      for (let n = 0; n < 8; n += 1) {
        await typeMark(page, key, said);
        if (random.below(3) === 0) await after(random.below(120));
      }
      await page.keyboard.press('ArrowRight');
      for (let n = 0; n < 4; n += 1) await page.keyboard.press('Shift+ArrowUp');
      await typeMark(page, key, said);
      await after(random.below(120));
    }
  } catch {
    // The program was killed.
  }
}

/** Resolves at a random moment after so many keys. */
async function keysTyped(said: TypedAndSaved, keys: number, random: SeededRandom): Promise<void> {
  while (said.typed.length < keys) await after(5);
  await after(random.below(60));
}

/**
 * The signs after the restart must be those after some number of the typed marks, in their order: at least those that were
 * acknowledged, and each of them whole. Gives that number; null when there is none.
 */
function marksKept(before: Signs, said: TypedAndSaved, shown: Signs): number | null {
  const signsNow = new Map(Object.entries(before));
  const asShown = (): boolean => [...signsNow].every(([cell, sign]) => shown[cell] === sign);
  let kept: number | null = said.saved === 0 && asShown() ? 0 : null;
  said.typed.forEach(({ cells, sign }, index) => {
    for (const cell of cells) signsNow.set(cell, sign);
    if (index + 1 >= said.saved && asShown()) kept = index + 1;
  });
  return kept;
}

test(`登记考勤时 ${KILLS} 次强行结束整个程序：显示过“已保存”的一格不少，没有半个操作，随即可用`, async ({
  edition,
}) => {
  test.setTimeout(60_000 + KILLS * 20_000);
  const random = seededRandom(20260316);
  const began = performance.now();
  let [acknowledged, beyond, wrong, slowest] = [0, 0, 0, 0];
  await startInRegister(edition);
  for (let kill = 0; kill < KILLS; kill += 1) {
    const before = await signs(edition.page);
    const said = await follow(edition.page);
    // Another sign each round: a mark of this one cannot be mistaken for that of the round before.
    const key = (['1', '4', '5'] as const)[kill % 3]!;
    const typing = typeUntilKilled(edition, 2 * random.below(SESSIONS / 2), key, said, random);
    await keysTyped(said, 5 + random.below(20), random);
    await edition.kill();
    await typing;
    const restarted = performance.now();
    const page = await edition.start();
    await ready(page);
    slowest = Math.max(slowest, performance.now() - restarted);
    await openRegister(page, TITLE);
    const kept = marksKept(before, said, await signs(page));
    acknowledged += said.saved;
    if (kept === null) wrong += 1;
    else beyond += kept - said.saved;
  }
  console.log(
    `whole-app kills ${KILLS} (${edition.name}): ${acknowledged} acknowledged, ${wrong} restarts with a lost or half operation, ${beyond} saved but not yet shown so, slowest start to ready ${(slowest / 1000).toFixed(1)} s, ${seconds(began)} s`,
  );
  expect(wrong).toBe(0);
  expect(acknowledged).toBeGreaterThan(KILLS);
  // What hangs, not what is slow: how fast a start is stands in the benchmarks.
  expect(slowest).toBeLessThan(60_000);
});

const notice = ({ page }: Edition) => page.getByText(appText.healed.title);

test('IndexedDB 文件夹被删：全部回来，只告诉一次', async ({ edition }) => {
  await startInRegister(edition);
  const before = await markSome(edition);
  await edition.wipeIndexedDB();
  const page = await edition.start();
  await ready(page);
  await expect(notice(edition)).toBeVisible();
  await openRegister(page, TITLE);
  expect(await signs(page)).toEqual(before);
  await edition.restart();
  await ready(edition.page);
  await expect(notice(edition)).toHaveCount(0);
});

/** The LevelDB files of a profile that hold data, largest first. */
function levelDbFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.leveldb\/.*\.(log|ldb)$/.test(name))
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).size > 0)
    .sort((a, b) => statSync(b).size - statSync(a).size);
}

test(`IndexedDB 的文件有几个字节坏了，${DAMAGED} 次：每次都发现并重建`, async ({ edition }) => {
  test.setTimeout(60_000 + DAMAGED * 15_000);
  const random = seededRandom(5);
  const began = performance.now();
  let noticed = 0;
  await startInRegister(edition);
  const before = await markSome(edition);
  for (let n = 0; n < DAMAGED; n += 1) {
    await edition.end();
    const files = levelDbFiles(edition.indexedDBFolder());
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const bytes = readFileSync(file);
      for (let flip = 0; flip < 3; flip += 1) bytes[random.below(bytes.length)]! ^= 1 << random.below(8);
      writeFileSync(file, bytes);
    }
    const page = await edition.start();
    await ready(page);
    if (await notice(edition).isVisible()) noticed += 1;
    await openRegister(page, TITLE);
    expect(await signs(page)).toEqual(before);
  }
  console.log(
    `damaged IndexedDB ${DAMAGED} (${edition.name}): ${noticed} noticed and rebuilt, 0 wrong, ${seconds(began)} s`,
  );
  expect(noticed).toBe(DAMAGED);
});

test(`磁盘写满 ${FULL} 次：两秒内说明，只读，腾出空间后自己恢复`, async ({ edition, needs }) => {
  needs('mainProcess');
  test.setTimeout(60_000 + FULL * 20_000);
  const data = path.join(edition.launch.folder, 'data');
  const mounted = await smallDisk(data);
  if (!mounted) console.log('跳过（这台机器不能挂载 tmpfs）：磁盘写满');
  test.skip(!mounted, 'no tmpfs can be mounted here');
  const began = performance.now();
  const ballast = path.join(data, 'ballast');
  let slowest = 0;
  try {
    await startInRegister(edition);
    const { page } = edition;
    const state = page.locator('output');
    for (let n = 0; n < FULL; n += 1) {
      await toColumn(edition, n % SESSIONS);
      // Another sign each time round: what stands there already is not written again.
      const key = ['1', '4', '5'][Math.floor(n / SESSIONS) % 3]!;
      await page.keyboard.press(key);
      await expect(state.getByText(appText.save.saved)).toBeVisible();
      spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=64k'], { stdio: 'ignore' });
      // The last block of the file in use may still take a few lines.
      const filled = performance.now();
      let pressed = filled;
      while (!(await state.getByText(appText.save.readOnly).isVisible())) {
        if (performance.now() - filled > 20_000) throw new Error('the disk is not full');
        pressed = performance.now();
        await page.keyboard.press(key);
        await state.getByText(appText.save.readOnly).or(state.getByText(appText.save.saved)).waitFor();
      }
      slowest = Math.max(slowest, performance.now() - pressed);
      const full = await signs(page);
      await page.keyboard.press(key === '4' ? '5' : '4');
      expect(await signs(page)).toEqual(full);
      rmSync(ballast);
      await expect(state.getByText(appText.save.saved)).toBeVisible({ timeout: 10_000 });
      await page.keyboard.press(key);
      await expect(state.getByText(appText.save.saved)).toBeVisible();
    }
    const before = await signs(page);
    await openRegister(await edition.restart(), TITLE);
    expect(await signs(edition.page)).toEqual(before);
    console.log(
      `full disks ${FULL} (${edition.name}): 0 lost, slowest message ${slowest.toFixed(0)} ms, ${seconds(began)} s`,
    );
    expect(slowest).toBeLessThan(2000);
  } finally {
    await edition.end();
    takeAway(data);
  }
});
