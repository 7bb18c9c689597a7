import { test as base, expect, type Page } from '@playwright/test';
import { rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Day } from '../../shared/basics/day';
import type { GivenDay } from '../../shared/given-day';
import { givenDayText } from '../../shared/given-day';
import { beginningNow, TODAY } from '../fakes/given-day';
import { startBrowserServer } from '../../build/browser-server.mjs';
import { browserDriver } from './browser-edition';
import { desktopDriver, desktopOrigin, type DesktopTools } from './desktop-edition';
import { PageWatch } from './page-watch';

/** What only one of the editions can do. A test names what it needs; where it is missing it is skipped by name. */
export interface Capabilities {
  /** A main process with dialogs, data folder and a single instance. */
  readonly mainProcess: boolean;
  /** Records in the browser's own file system. */
  readonly opfs: boolean;
}

export interface SavedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One running program with its page. `end` closes it as a user would, `kill` as a power cut of the process. */
export interface RunningEdition {
  readonly page: Page;
  /** Does what makes the program save a file, and gives the file that came of it. */
  saveNext(action: () => Promise<void>): Promise<SavedFile>;
  kill(): Promise<void>;
  end(): Promise<void>;
  /** Desktop only. */
  readonly desktop?: DesktopTools;
}

/** How the program is started for one test: a folder of its own holds profile and records. */
export interface Launch {
  readonly folder: string;
  /** The day that the program shows, also when it is started again. */
  readonly given: GivenDay;
  readonly origin: string;
  readonly watch: PageWatch;
}

export interface Driver {
  readonly capabilities: Capabilities;
  start(launch: Launch): Promise<RunningEdition>;
  /** Where Chromium keeps the IndexedDB files. */
  indexedDBFolder(launch: Launch): string;
}

/** The program under test, written once for both editions. */
export class Edition {
  #running: RunningEdition | null = null;

  constructor(
    readonly name: 'desktop' | 'browser',
    readonly launch: Launch,
    private readonly driver: Driver,
  ) {}

  get capabilities(): Capabilities {
    return this.driver.capabilities;
  }
  /** The page of the running program. */
  get page(): Page {
    return this.#now().page;
  }
  get desktop(): DesktopTools {
    const { desktop } = this.#now();
    if (desktop === undefined) throw new Error('this edition has no main process');
    return desktop;
  }
  /** The origin that pages of this edition have. */
  get origin(): string {
    return this.launch.origin;
  }
  async start(): Promise<Page> {
    this.#running = await this.driver.start(this.launch);
    return this.page;
  }
  saveNext(action: () => Promise<void>): Promise<SavedFile> {
    return this.#now().saveNext(action);
  }
  /** Does what opens a file chooser and gives it these files. */
  async openNext(action: () => Promise<void>, ...files: readonly string[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await action();
    await (await chooser).setFiles([...files]);
  }
  /** SIGKILL for every process of the program. */
  async kill(): Promise<void> {
    await this.#now().kill();
    this.#running = null;
  }
  /** Closes the program when it runs, and starts it again on the same records. */
  async restart(): Promise<Page> {
    await this.end();
    return this.start();
  }
  async end(): Promise<void> {
    if (this.#running === null) return;
    await this.launch.watch.collect(this.#running.page);
    await this.#running.end();
    this.#running = null;
  }
  /** Closes the program and removes its IndexedDB, which must be there; the records themselves stay. */
  async wipeIndexedDB(): Promise<void> {
    await this.end();
    await rm(this.indexedDBFolder(), { recursive: true });
  }
  /** Where the IndexedDB files are; change them only while the program does not run. */
  indexedDBFolder(): string {
    return this.driver.indexedDBFolder(this.launch);
  }
  #now(): RunningEdition {
    if (this.#running === null) throw new Error('the program does not run: call start()');
    return this.#running;
  }
}

interface Fixtures {
  /** The day on which the test runs: `test.use({ today })` chooses another. */
  readonly today: Day;
  readonly given: GivenDay;
  /** Where the browser edition is served: any free port, so that one in use on this machine is not disturbed. */
  readonly server: { readonly origin: string };
  /** The program, not yet started, on an empty folder. */
  readonly edition: Edition;
  /** Skips the test, by name, where the edition cannot do this. */
  readonly needs: (capability: keyof Capabilities) => void;
}
interface WorkerFixtures {
  /** The build that the browser edition is served from. */
  readonly dist: string;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  dist: [path.resolve(import.meta.dirname, '../../dist'), { scope: 'worker', option: true }],
  today: [TODAY, { option: true }],
  given: async ({ today }, use) => {
    await use(beginningNow(today));
  },
  server: async ({ dist, given }, use) => {
    const server: Server = await startBrowserServer({ folder: dist, test: { today: givenDayText(given) } });
    await use({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },
  edition: async ({ given, server }, use, info) => {
    const desktop = info.project.name === 'desktop';
    const driver = desktop ? desktopDriver : browserDriver;
    const origin = desktop ? desktopOrigin : server.origin;
    const watch = new PageWatch(origin);
    const edition = new Edition(
      desktop ? 'desktop' : 'browser',
      { folder: info.outputPath('program'), given, origin, watch },
      driver,
    );
    await use(edition);
    await edition.end();
    expect(watch.complaints(), 'requests elsewhere, refusals of the content policy, errors of the page').toEqual([]);
  },
  needs: async ({ edition }, use, info) => {
    await use((capability) => {
      if (!edition.capabilities[capability])
        console.log(`跳过（${edition.name} 没有 ${capability}）：${info.titlePath.slice(1).join(' › ')}`);
      info.skip(!edition.capabilities[capability], `${edition.name}: no ${capability}`);
    });
  },
});
export { expect };
