import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import { CHANNELS } from '../../shared/bridge-channels';
import { answerCall } from './answer-call';
import type { Handlers } from './handlers';
import { isTrustedSender } from './security';

/** Opens the only door between page and machine: each call is checked for sender and payload before its handler runs. */
export function openDoor(handlers: Handlers): void {
  for (const channel of CHANNELS) {
    ipcMain.handle(channel, async (event: IpcMainInvokeEvent, ...args: unknown[]) => {
      const window = BrowserWindow.fromWebContents(event.sender);
      if (window === null || !isTrustedSender(event)) throw new Error(`${channel}: refused sender`);
      return answerCall(handlers, channel, window, args);
    });
  }
}
