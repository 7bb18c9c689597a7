import { EventEmitter } from 'node:events';
import type { Page } from 'playwright-core';
import { app } from './app';
import { preventable } from './preventable';
import { fromChromium } from './schemes';

type OpenHandler = (details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse;

/** The page of a window, as the main process sees it. */
export class WebContents
  extends EventEmitter
  implements Pick<Electron.WebContents, 'getURL' | 'id' | 'setWindowOpenHandler'>
{
  static #next = 1;
  readonly id = WebContents.#next++;
  page: Page | null = null;
  openHandler: OpenHandler | null = null;
  /** Addresses that the main process itself asked for: they raise no will-navigate. */
  readonly own = new Set<string>();

  constructor() {
    super();
    app.emit('web-contents-created', {}, this);
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
  getURL(): string {
    return this.page === null ? '' : fromChromium(this.page.url());
  }
  /** Watches the page: its life, and the windows it opens. */
  attach(page: Page): void {
    this.page = page;
    page.on('popup', (popup) => void this.#onPopup(popup));
    page.on('crash', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }));
  }
  /** Ends the page unless it prevents that and the main process agrees; gives whether it may end. */
  async unload(): Promise<boolean> {
    const { page } = this;
    if (page === null || page.isClosed()) return true;
    const asked = new Promise<boolean>((resolve) => {
      page.once('close', () => resolve(true));
      page.once('crash', () => resolve(true));
      page.once('dialog', (question) => {
        const event = preventable({});
        this.emit('will-prevent-unload', event);
        const answer = event.defaultPrevented ? question.accept() : question.dismiss();
        void answer.catch(() => undefined).then(() => resolve(event.defaultPrevented));
      });
    });
    await page.close({ runBeforeUnload: true }).catch(() => undefined);
    return asked;
  }
  async #onPopup(popup: Page): Promise<void> {
    const details = {
      url: fromChromium(popup.url()),
      frameName: '',
      features: '',
      disposition: 'new-window',
      referrer: { url: '', policy: 'default' },
    } as const;
    if (this.openHandler?.(details).action === 'deny') await popup.close().catch(() => undefined);
  }
}
