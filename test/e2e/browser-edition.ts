import { chromium } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { startChromium } from '../chromium/start-chromium';
import type { Driver, Launch } from './edition';

const profileOf = ({ folder }: Launch): string => path.join(folder, 'profile');

/** The browser edition: Debian's Chromium on a profile of the test, at the server that the worker runs. */
export const browserDriver: Driver = {
  capabilities: { mainProcess: false, opfs: true },
  async start(launch) {
    const { process: child, endpoint } = await startChromium(profileOf(launch), '--no-startup-window');
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const browser = await chromium.connectOverCDP(endpoint);
    const [context] = browser.contexts();
    if (context === undefined) throw new Error('Chromium has no profile');
    launch.watch.attach(context);
    const page = await context.newPage();
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.goto(`${launch.origin}/`);
    return {
      page,
      async saveNext(action) {
        const download = page.waitForEvent('download');
        await action();
        const file = await download;
        return { name: file.suggestedFilename(), bytes: new Uint8Array(await readFile(await file.path())) };
      },
      async kill() {
        child.kill('SIGKILL');
        await gone;
        await browser.close();
      },
      async end() {
        const devtools = await browser.newBrowserCDPSession();
        await devtools.send('Browser.close').catch(() => child.kill());
        await gone;
      },
    };
  },
  indexedDBFolder: (launch) => path.join(profileOf(launch), 'Default/IndexedDB'),
};
