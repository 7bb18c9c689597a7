import { BrowserWindow, dialog } from 'electron';
import { TEXT } from './text';

/** Opens the one window. 2, 3, 4, 6, 8–10 of Electron's security.md: the safe defaults, written down and never relaxed. */
export async function openWindow(url: string, preload: string): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 600,
    show: false,
    title: TEXT.title,
    backgroundColor: '#f7f8fa',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      // Compiled code is kept from the first start on, not only of scripts that Chromium has seen often.
      v8CacheOptions: 'bypassHeatCheck',
    },
  });
  window.once('ready-to-show', () => window.show());
  // A crashed page starts again once from the journal; a page that crashes at once again stays as it is.
  window.webContents.once('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void window.loadURL(url);
  });
  // A page with unfinished work prevents its end; Electron by itself would stay open without a word.
  window.webContents.on('will-prevent-unload', (event) => {
    const { question, detail, stay, leave } = TEXT.unfinished;
    const answer = dialog.showMessageBoxSync(window, {
      type: 'question',
      title: TEXT.title,
      message: question,
      detail,
      buttons: [stay, leave],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (answer === 1) event.preventDefault();
  });
  await window.loadURL(url);
  return window;
}

/** Brings the window to the front: what a second start of the program does. */
export function focusWindow(): void {
  const window = BrowserWindow.getAllWindows()[0];
  if (window?.isMinimized()) window.restore();
  window?.focus();
}
