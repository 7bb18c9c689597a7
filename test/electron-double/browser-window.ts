import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { app } from './app';
import { PRELOAD_RUNTIME } from './preload-runtime';
import { preventable } from './preventable';
import { toChromium } from './schemes';
import { WebContents } from './web-contents';
import { windows, type OpenWindow } from './windows';

type Used = 'loadURL' | 'show' | 'focus' | 'close' | 'isDestroyed' | 'isMinimized' | 'restore' | 'isVisible' | 'id';

/** A window is a page of Chromium. What it refuses, Electron would allow: unsafe preferences fail here. */
export class BrowserWindow extends EventEmitter implements Pick<Electron.BrowserWindow, Used>, OpenWindow {
  static getAllWindows(): BrowserWindow[] {
    return [...windows.all].filter((window) => window instanceof BrowserWindow);
  }
  static fromWebContents(contents: Pick<Electron.WebContents, 'id'>): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.id === contents.id) ?? null;
  }
  static ofPage(page: Page | null): BrowserWindow | undefined {
    return BrowserWindow.getAllWindows().find((window) => window.page === page);
  }

  readonly webContents: WebContents;
  readonly id: number;
  readonly #opened: Promise<void>;
  #destroyed = false;
  #visible: boolean;

  constructor(readonly options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag, preload } =
      options.webPreferences ?? {};
    if (
      sandbox === false ||
      contextIsolation === false ||
      nodeIntegration === true ||
      webSecurity === false ||
      webviewTag === true
    )
      throw new Error('the double refuses unsafe webPreferences');
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    this.#visible = options.show ?? true;
    this.webContents = new WebContents();
    this.id = this.webContents.id;
    windows.all.add(this);
    this.#opened = this.#open(preload);
  }
  get page(): Page | null {
    return this.webContents.page;
  }
  async loadURL(url: string): Promise<void> {
    await this.#opened;
    const address = toChromium(url);
    this.webContents.own.add(address);
    await this.page?.goto(address);
  }
  show(): void {
    this.#visible = true;
    this.emit('show');
  }
  focus(): void {
    this.emit('focus');
    void this.page?.bringToFront();
  }
  isVisible(): boolean {
    return this.#visible;
  }
  isMinimized(): boolean {
    return false;
  }
  restore(): void {
    this.emit('restore');
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  close(): void {
    void this.tryClose();
  }
  async tryClose(): Promise<boolean> {
    const event = preventable({});
    this.emit('close', event);
    if (event.defaultPrevented) return false;
    await this.#opened;
    if (!(await this.webContents.unload())) return false;
    await this.page?.close().catch(() => undefined);
    this.#gone();
    return true;
  }
  async #open(preload: string | undefined): Promise<void> {
    if (windows.context === null) throw new Error('Chromium does not run');
    const page = await windows.context.newPage();
    this.webContents.attach(page);
    await page.setViewportSize({ width: this.options.width ?? 800, height: this.options.height ?? 600 });
    if (preload !== undefined)
      await page.addInitScript({
        content: PRELOAD_RUNTIME.replace('/*PRELOAD*/', () => readFileSync(preload, 'utf8')),
      });
    page.on('domcontentloaded', () => this.emit('ready-to-show'));
    page.on('close', () => this.#gone());
  }
  #gone(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.webContents.emit('destroyed');
    this.emit('closed');
    windows.delete(this);
  }
}
