export const APP_SCHEME = 'app';
export const APP_HOST = 'xueshibu';

/** The origin of the desktop edition, for ever: IndexedDB belongs to it. */
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

/** True for a URL that the program itself serves. `new URL('app://x').origin` is 'null' in Node, so parts are compared. */
export function isAppUrl(raw: string): boolean {
  try {
    const url = new URL(raw);
    return url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST;
  } catch {
    return false;
  }
}
