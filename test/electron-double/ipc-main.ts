import type { Frame } from 'playwright-core';
import { BrowserWindow } from './browser-window';
import { fromChromium } from './schemes';
import type { WebContents } from './web-contents';

/** A frame as a handler sees it: its address and what it is inside of. */
export interface SenderFrame extends Pick<Electron.WebFrameMain, 'url'> {
  readonly parent: SenderFrame | null;
}
export interface IpcMainInvokeEvent {
  readonly sender: WebContents;
  readonly senderFrame: SenderFrame | null;
}
type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;

class IpcMain {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, listener: Handler): void {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, listener);
  }
  /** Runs a call of a page; errors become text, as they do between Electron's processes. */
  async answer(
    frame: Frame,
    channel: string,
    args: readonly unknown[],
  ): Promise<{ value: unknown } | { error: string }> {
    const window = BrowserWindow.ofPage(frame.page());
    const handler = this.#handlers.get(channel);
    const refused = `Error invoking remote method '${channel}': `;
    if (window === undefined || handler === undefined)
      return { error: `${refused}Error: No handler registered for '${channel}'` };
    try {
      return {
        value: structuredClone(
          await handler({ sender: window.webContents, senderFrame: senderFrame(frame) }, ...args),
        ),
      };
    } catch (error) {
      return { error: `${refused}${String(error)}` };
    }
  }
}
export const ipcMain = new IpcMain();

const senderFrame = (frame: Frame): SenderFrame => {
  const parent = frame.parentFrame();
  return { url: fromChromium(frame.url()), parent: parent === null ? null : senderFrame(parent) };
};
