// Shows an address in the user's own browser.
import { spawn } from 'node:child_process';

const OPENERS = { win32: ['explorer.exe'], darwin: ['open'], linux: ['xdg-open'] };

/** Does nothing where there is no graphical desktop or no opener; the address has been printed anyway. */
export function openInBrowser(address, { platform = process.platform, env = process.env } = {}) {
  const opener = OPENERS[platform];
  if (opener === undefined || (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'])) return;
  spawn(opener[0], [address], { stdio: 'ignore', detached: true })
    .once('error', () => {})
    .unref();
}
