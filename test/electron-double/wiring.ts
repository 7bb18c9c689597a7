import type { BrowserContext, Request as PageRequest, Route } from 'playwright-core';
import { BrowserWindow } from './browser-window';
import { ipcMain } from './ipc-main';
import { preventable } from './preventable';
import { fromChromium } from './schemes';
import { handlerOf, session } from './session';
import { windows } from './windows';

/** Puts the double between Chromium and the program: only what the program allows is loaded, calls go to ipcMain. */
export async function connect(context: BrowserContext): Promise<void> {
  windows.context = context;
  await context.route('**/*', (route) => judge(route).catch(() => route.abort('failed').catch(() => undefined)));
  await context.exposeBinding('__doubleInvoke', ({ frame }, channel: string, args: unknown[]) =>
    ipcMain.answer(frame, channel, args),
  );
}

async function judge(route: Route): Promise<void> {
  const request = route.request();
  const url = fromChromium(request.url());
  if (!mayNavigate(request, url)) return route.abort('aborted');
  if (await isCancelled(request, url)) return route.abort('blockedbyclient');
  return handlerOf(url) === undefined ? route.abort('failed') : route.continue();
}

/** Asks will-navigate and will-frame-navigate, except for what the main process itself loads. */
function mayNavigate(request: PageRequest, url: string): boolean {
  if (!request.isNavigationRequest()) return true;
  const frame = request.frame();
  const contents = BrowserWindow.ofPage(frame.page())?.webContents;
  if (contents === undefined) return true;
  const isMainFrame = frame.parentFrame() === null;
  if (isMainFrame && contents.own.delete(request.url())) return true;
  const event = preventable({ url, isMainFrame });
  if (isMainFrame) contents.emit('will-navigate', event, url);
  contents.emit('will-frame-navigate', event);
  return !event.defaultPrevented;
}

function isCancelled(request: PageRequest, url: string): Promise<boolean> {
  const listener = session.defaultSession.beforeRequest;
  if (listener === null) return Promise.resolve(false);
  const details: Electron.OnBeforeRequestListenerDetails = {
    id: 0,
    url,
    method: request.method(),
    resourceType: 'other',
    referrer: '',
    timestamp: 0,
    uploadData: [],
  };
  return new Promise((resolve) => listener(details, ({ cancel }) => resolve(cancel === true)));
}
