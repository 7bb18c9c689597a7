import { _electron, type ElectronApplication } from '@playwright/test';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { electronBinary } from '../../build/electron-binary.mjs';
import { givenDayText } from '../../shared/given-day';
import type { Driver, Launch } from './edition';
import { until } from './until';

const root = path.resolve(import.meta.dirname, '../..');
const doubleFolder = path.join(root, 'dist-test/electron');
const real = electronBinary();

/** Pages of the double live under a name that stands for app://xueshibu. */
export const isDouble = real === null;
export const desktopOrigin = isDouble ? 'http://xueshibu.app.localhost' : 'app://xueshibu';

/** The program that runs the desktop edition. */
export const desktopProgram = real ?? path.join(doubleFolder, 'electron');

/** What a test may do with the main process. */
export interface DesktopTools {
  readonly app: ElectronApplication;
  readonly dataFolder: string;
  /** Starts the program once more on the same profile, as a double click would, and gives its exit code. */
  startAgain(): Promise<number | null>;
}

export const argumentsOf = ({ folder, given }: Launch): string[] => [
  process.env['APP_DIR'] ?? root,
  `--user-data-dir=${path.join(folder, 'user-data')}`,
  `--data-dir=${path.join(folder, 'data')}`,
  `--today=${givenDayText(given)}`,
];

/** The desktop edition: Electron where its binary is, else the double. */
export const desktopDriver: Driver = {
  capabilities: { mainProcess: true, opfs: false },
  async start(launch) {
    const app = await _electron.launch({
      args: argumentsOf(launch),
      executablePath: desktopProgram,
    });
    launch.watch.attach(app.context());
    // A test that ends with an unfinished preview must not wait for a native dialog: close, and give it up.
    await app.evaluate(({ dialog }) => {
      dialog.showMessageBoxSync = () => 1;
    });
    const page = await app.firstWindow();
    await page.waitForURL(`${launch.origin}/**`);
    return {
      page,
      saveNext: (action) => saveNext(app, launch, action),
      async kill() {
        const gone = app.waitForEvent('close');
        app.process().kill('SIGKILL');
        await gone;
      },
      end: () => app.close(),
      desktop: { app, dataFolder: path.join(launch.folder, 'data'), startAgain: () => startAgain(launch) },
    };
  },
  indexedDBFolder: ({ folder }) => path.join(folder, 'user-data', isDouble ? 'chromium/Default' : '', 'IndexedDB'),
};

/** Answers the next save dialog with a file of the test, named as the program suggests. */
async function saveNext(
  app: ElectronApplication,
  { folder }: Launch,
  action: () => Promise<void>,
): Promise<{ name: string; bytes: Uint8Array }> {
  const saved = path.join(folder, 'saved');
  await app.evaluate(({ dialog }, target) => {
    dialog.showSaveDialog = async (...args: unknown[]) => {
      const { defaultPath = '' } = args.at(-1) as { defaultPath?: string };
      Object.assign(globalThis, { savedName: defaultPath });
      process.getBuiltinModule('node:fs').mkdirSync(target, { recursive: true });
      return { canceled: false, filePath: `${target}/${defaultPath}` };
    };
    Object.assign(globalThis, { savedName: '' });
  }, saved);
  await action();
  const name = await until(() => app.evaluate(() => (globalThis as { savedName?: string }).savedName ?? ''));
  const file = path.join(saved, name);
  await until(async () => existsSync(file));
  return { name, bytes: new Uint8Array(await readFile(file)) };
}

function startAgain(launch: Launch): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(desktopProgram, argumentsOf(launch), { stdio: 'ignore' });
    child.once('error', reject);
    child.once('exit', resolve);
  });
}
