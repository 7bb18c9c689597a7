import { EventEmitter } from 'node:events';
import os from 'node:os';
import path from 'node:path';
import { preventable } from './preventable';
import { SingleInstance } from './single-instance';
import { windows } from './windows';

type Used =
  | 'whenReady'
  | 'isReady'
  | 'quit'
  | 'exit'
  | 'getPath'
  | 'setPath'
  | 'getVersion'
  | 'getName'
  | 'setName'
  | 'isPackaged'
  | 'requestSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'enableSandbox';

class App extends EventEmitter implements Pick<Electron.App, Used> {
  /** A test says so to see what a packaged program makes of its command line. */
  readonly isPackaged = process.env['ELECTRON_DOUBLE_PACKAGED'] === '1';
  readonly commandLine: Pick<Electron.CommandLine, 'appendSwitch'> = { appendSwitch: () => undefined };
  quitting = false;
  /** Ends Chromium; set once it runs. */
  stopChromium: () => Promise<void> = async () => undefined;
  /** From the program's package.json. */
  version = '';
  #name = 'Electron';
  readonly #paths = new Map<string, string>();
  readonly #instance = new SingleInstance();
  #isReady = false;
  #becomeReady: () => void = () => undefined;
  readonly #ready = new Promise<void>((resolve) => {
    this.#becomeReady = resolve;
  });

  constructor() {
    super();
    windows.on('empty', () => {
      if (!this.quitting && !this.emit('window-all-closed')) this.quit();
    });
  }
  whenReady(): Promise<void> {
    return this.#ready;
  }
  isReady(): boolean {
    return this.#isReady;
  }
  becomeReady(): void {
    this.#isReady = true;
    this.#becomeReady();
    this.emit('ready', {}, {});
  }
  enableSandbox(): void {
    if (this.isReady()) throw new Error('app.enableSandbox() can only be called before app is ready');
  }
  getVersion(): string {
    return this.version;
  }
  getName(): string {
    return this.#name;
  }
  setName(name: string): void {
    this.#name = name;
  }
  getPath(name: Parameters<Electron.App['getPath']>[0]): string {
    const known = this.#paths.get(name);
    if (known !== undefined) return known;
    if (name === 'appData') return process.env['XDG_CONFIG_HOME'] ?? path.join(os.homedir(), '.config');
    if (name === 'userData') return path.join(this.getPath('appData'), this.#name);
    if (name === 'documents') return path.join(os.homedir(), 'Documents');
    throw new Error(`the double knows no path ${name}`);
  }
  setPath(name: string, value: string): void {
    if (!path.isAbsolute(value)) throw new Error('Path must be absolute');
    this.#paths.set(name, value);
  }
  requestSingleInstanceLock(): boolean {
    return this.#instance.request(this.getPath('userData'), (argv, cwd) =>
      this.emit('second-instance', {}, argv, cwd, null),
    );
  }
  hasSingleInstanceLock(): boolean {
    return this.#instance.held;
  }
  releaseSingleInstanceLock(): void {
    this.#instance.release();
  }
  quit(): void {
    if (this.quitting || !this.#announce('before-quit')) return;
    this.quitting = true;
    void this.#closeAll().then((closed) => {
      if (closed && this.#announce('will-quit')) {
        this.emit('quit', {}, 0);
        this.exit(0);
      } else this.quitting = false;
    });
  }
  exit(code = 0): void {
    this.releaseSingleInstanceLock();
    void this.stopChromium().finally(() => process.exit(code));
  }
  async #closeAll(): Promise<boolean> {
    for (const window of windows.all) if (!(await window.tryClose())) return false;
    return true;
  }
  #announce(name: 'before-quit' | 'will-quit'): boolean {
    const event = preventable({});
    this.emit(name, event);
    return !event.defaultPrevented;
  }
}

export const app = new App();
