import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type {} from '../../renderer/platform';
import type { ExposedBridge } from '../../shared/bridge-channels';
import { expect, test } from './edition';

/** The page as the program shows it once its records are open. */
const ready = (page: Page) => expect(page.getByRole('navigation').first()).toBeVisible({ timeout: 20_000 });

test('程序从自己的来源启动，首页可用', async ({ edition }) => {
  const page = await edition.start();
  await ready(page);
  await expect(page).toHaveTitle(/学时簿/);
  expect(await page.evaluate(() => location.origin)).toBe(edition.origin);
  expect(await page.evaluate(() => isSecureContext)).toBe(true);
});

test('只有桌面版的页面带有桥，而且只有约定的函数', async ({ edition }) => {
  const page = await edition.start();
  const members = await page.evaluate(() =>
    window.desktop === undefined ? null : Object.keys(window.desktop).sort(),
  );
  const agreed = [
    'appInfo',
    'blobs',
    'chooseDataFolder',
    'discardDemo',
    'forgetDataFolder',
    'journal',
    'openDataSet',
    'printPdf',
    'saveFile',
  ];
  expect(members).toEqual(edition.capabilities.mainProcess ? agreed : null);
});

test('页面里没有 Node，也没有 Electron 的内部对象', async ({ edition }) => {
  const page = await edition.start();
  const names = ['require', 'process', 'module', 'global', 'Buffer', 'ipcRenderer', '__dirname'];
  expect(await page.evaluate((list) => list.filter((name) => name in globalThis), names)).toEqual([]);
});

test('外部页面、新窗口、外部请求、内嵌脚本和样式一律拒绝', async ({ edition }) => {
  edition.launch.watch.allowRefusals();
  const page = await edition.start();
  await ready(page);
  const refused = await page.evaluate(async () => {
    const fetched = await fetch('https://example.com/').then(
      () => 'loaded',
      () => 'refused',
    );
    const script = document.createElement('script');
    script.textContent = 'window.inlineScriptRan = true';
    document.head.append(script);
    const styled = document.createElement('div');
    styled.innerHTML = '<style>#probe { color: rgb(1, 2, 3) }</style><p id="probe" style="width: 7px">x</p>';
    document.body.append(styled);
    const { color, width } = getComputedStyle(styled.querySelector('p') as Element);
    // In a task of its own: code that the debugger calls directly is exempt from the policy.
    const evaluated = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          resolve(String(Reflect.construct(Function, ['return 1'])()));
        } catch {
          resolve('refused');
        }
      });
    });
    styled.remove();
    return {
      fetched,
      script: 'inlineScriptRan' in window,
      color: color === 'rgb(1, 2, 3)',
      width: width === '7px',
      evaluated,
    };
  });
  expect(refused).toEqual({ fetched: 'refused', script: false, color: false, width: false, evaluated: 'refused' });
});

test('离开程序的跳转和新窗口被主进程拒绝', async ({ edition, needs }) => {
  needs('mainProcess');
  edition.launch.watch.allowRefusals();
  const page = await edition.start();
  await ready(page);
  const address = page.url();
  await page.evaluate(() => {
    location.href = 'https://example.com/';
    window.open('https://example.com/');
  });
  await page.waitForTimeout(500);
  expect(page.url()).toBe(address);
  expect(edition.desktop.app.windows()).toHaveLength(1);
});

test('保存对话框：整份写入，旁边不留临时文件，并返回文件名', async ({ edition, needs }) => {
  needs('mainProcess');
  const page = await edition.start();
  await ready(page);
  const saved = await edition.saveNext(() =>
    page.evaluate(
      () =>
        void (window.desktop as ExposedBridge).saveFile('第1期/汇总表', 'xlsx', new Uint8Array(3_000_000).fill(7)),
    ),
  );
  expect(saved.name).toBe('第1期_汇总表.xlsx');
  await expect(async () =>
    expect(readdirSync(path.join(edition.launch.folder, 'saved'))).toEqual(['第1期_汇总表.xlsx']),
  ).toPass();
  expect(saved.bytes.length).toBe(3_000_000);
  expect(saved.bytes.every((byte) => byte === 7)).toBe(true);
});

test('主进程拒绝不合约定的内容，不留下任何文件', async ({ edition, needs }) => {
  needs('mainProcess');
  const page = await edition.start();
  await ready(page);
  const answers = await page.evaluate(async () => {
    const { journal, saveFile } = window.desktop as ExposedBridge;
    const attempts: Promise<unknown>[] = [
      journal('main').append('../../evil', '0000000001.jsonl', 0, new Uint8Array(1)),
      journal('main').append('device.1-01234567', '../../evil.jsonl', 0, new Uint8Array(1)),
      journal('other' as 'main').segments(),
      saveFile('x', 'exe' as 'pdf', new Uint8Array(1)),
    ];
    return Promise.all(
      attempts.map((attempt) =>
        attempt.then(
          () => 'accepted',
          (error: Error) => error.message,
        ),
      ),
    );
  });
  for (const answer of answers) expect(answer).toContain('refused payload');
  expect(readdirSync(edition.launch.folder).sort()).toEqual(['data', 'user-data']);
});

test('已确认的流水在 SIGKILL 之后仍在，锁不残留', async ({ edition, needs }) => {
  needs('mainProcess');
  const page = await edition.start();
  await ready(page);
  const segment = '0000000001.jsonl';
  const acknowledged = await page.evaluate(async (name) => {
    const { journal, openDataSet } = window.desktop as ExposedBridge;
    await openDataSet('demo');
    const line = new TextEncoder().encode(`${'学时'.repeat(50)}\n`);
    let at = 0;
    for (let i = 0; i < 50; i += 1) {
      const answer = await journal('demo').append('probe.1-01234567', name, at, line);
      if (!answer.ok) throw new Error(answer.error.message);
      at += line.length;
    }
    return at;
  }, segment);
  const { dataFolder } = edition.desktop;
  await edition.kill();
  expect(readFileSync(path.join(dataFolder, 'demo/journal/probe.1-01234567', segment)).length).toBe(acknowledged);
  const again = await edition.start();
  await ready(again);
  expect(await again.evaluate(async () => (await (window.desktop as ExposedBridge).openDataSet('demo')).ok)).toBe(
    true,
  );
  expect(existsSync(path.join(dataFolder, 'main/writer.lock'))).toBe(true);
});

test('第二次启动只把已有窗口带到前面', async ({ edition, needs }) => {
  needs('mainProcess');
  const page = await edition.start();
  await ready(page);
  const focused = edition.desktop.app.evaluate(
    ({ BrowserWindow }) =>
      new Promise((resolve) => BrowserWindow.getAllWindows()[0]?.once('focus', () => resolve(true))),
  );
  expect(await edition.desktop.startAgain()).toBe(0);
  expect(await focused).toBe(true);
  expect(edition.desktop.app.windows()).toHaveLength(1);
});

test('关闭时释放锁并清空打印文件', async ({ edition, needs }) => {
  needs('mainProcess');
  const page = await edition.start();
  await ready(page);
  await edition.desktop.app.evaluate(({ shell }) => {
    shell.openPath = async (file: string) => {
      Object.assign(globalThis, { printed: file });
      return '';
    };
  });
  await page.evaluate(() =>
    (window.desktop as ExposedBridge).printPdf('学时证明', new TextEncoder().encode('%PDF-1.7')),
  );
  const printed = await edition.desktop.app.evaluate(() => (globalThis as { printed?: string }).printed ?? '');
  expect(readFileSync(printed, 'utf8')).toBe('%PDF-1.7');
  const { dataFolder } = edition.desktop;
  await edition.end();
  expect(existsSync(printed)).toBe(false);
  expect(existsSync(path.join(dataFolder, 'main/writer.lock'))).toBe(false);
});

test('同一份数据在第二个标签页里只能看，不能写', async ({ edition, needs }) => {
  needs('opfs');
  const page = await edition.start();
  await ready(page);
  const second = await page.context().newPage();
  await second.goto(`${edition.origin}/`);
  await expect(second.getByText('学时簿已在另一个窗口打开')).toBeVisible({ timeout: 20_000 });
});
