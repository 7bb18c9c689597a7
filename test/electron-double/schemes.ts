/**
 * app://host/x  ⇄  http://host.app.localhost/x. Chromium without Electron knows no app://; a name below .localhost
 * (RFC 6761) is a secure, standard origin of this machine. Chromium is told to look for it at the double's own server,
 * so the origin has no port and stays the same from run to run, and its storage with it.
 */
const schemes = new Map<string, Electron.Privileges>();

export function registerSchemes(list: readonly Electron.CustomScheme[]): void {
  for (const { scheme, privileges } of list) {
    if (privileges?.standard !== true || privileges.secure !== true)
      throw new Error(`the double knows only standard, secure schemes, not ${scheme}`);
    schemes.set(scheme, privileges);
  }
}

/** The address that Chromium is given for an address of the program. */
export function toChromium(url: string): string {
  const [, scheme = '', host = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url) ?? [];
  return schemes.has(scheme) ? `http://${host}.${scheme}.localhost${rest}` : url;
}

/** The address that the program is told for an address that Chromium uses. */
export function fromChromium(url: string): string {
  return url.replace(
    /^http:\/\/([^/?#:]*)\.([a-z0-9+-]+)\.localhost(?=[/?#]|$)/i,
    (all, host: string, scheme: string) => (schemes.has(scheme) ? `${scheme}://${host}` : all),
  );
}
