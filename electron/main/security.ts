import type { IpcMainInvokeEvent, Session, WebContents } from 'electron';
import { isAppUrl } from './app-origin';

/** What our own page needs: storage that is not evicted, and copying cells. Numbers: Electron's security.md. */
const ALLOWED: ReadonlySet<string> = new Set(['persistent-storage', 'clipboard-sanitized-write']);

/** 5: Electron grants every permission unless told otherwise. 1: no request leaves the program. */
export function denyEverything(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, callback) =>
    callback(ALLOWED.has(permission) && isAppUrl(contents.getURL())),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => ALLOWED.has(permission) && isAppUrl(origin));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !mayLoad(details.url) }));
}

/** Our own files, what the page made itself, and the developer tools of an unpackaged run. */
export const mayLoad = (url: string): boolean => isAppUrl(url) || /^(data|blob|devtools):/.test(url);

/** 11, 12: no webview. 13: no navigation away. 14: no further windows. */
export function lockDownContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isAppUrl(event.url) && !(event.url.startsWith('blob:') && !event.isMainFrame)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** 17: a call counts only when the top frame of our own page made it. */
export function isTrustedSender(event: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isAppUrl(frame.url);
}
