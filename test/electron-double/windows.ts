import { EventEmitter } from 'node:events';
import type { BrowserContext, Page } from 'playwright-core';

/** What app, ipc and routes need to know of a window, so that none of them imports the window itself. */
export interface OpenWindow {
  readonly page: Page | null;
  tryClose(): Promise<boolean>;
}

class Windows<W extends OpenWindow> extends EventEmitter<{ empty: [] }> {
  readonly all = new Set<W>();
  /** The one Chromium profile whose pages are the windows; there from `ready` on. */
  context: BrowserContext | null = null;

  delete(window: W): void {
    if (this.all.delete(window) && this.all.size === 0) this.emit('empty');
  }
}

/** Every open window. */
export const windows = new Windows();
