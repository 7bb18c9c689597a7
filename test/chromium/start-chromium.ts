import { spawn, type ChildProcess } from 'node:child_process';
import readline from 'node:readline';

export interface RunningChromium {
  readonly process: ChildProcess;
  /** Address of its DevTools protocol. */
  readonly endpoint: string;
}

/**
 * What every Chromium of the tests runs with: no window, no network of its own, the language of the program, and nothing
 * that still moves under a click on a busy machine.
 */
const CHROMIUM_ARGUMENTS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--password-store=basic',
  '--lang=zh-CN',
  '--force-prefers-reduced-motion',
];

/**
 * Starts Debian's Chromium (or $CHROMIUM) on a profile of its own. setpriv ends it together with this process, as
 * Electron's processes end with their main one: after a kill nothing holds the profile.
 */
export async function startChromium(profile: string, ...more: readonly string[]): Promise<RunningChromium> {
  const chromium = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  const child = spawn(
    'setpriv',
    [
      '--pdeathsig',
      'KILL',
      chromium,
      ...CHROMIUM_ARGUMENTS,
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      ...more,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const endpoint = await new Promise<string>((resolve, reject) => {
    readline.createInterface({ input: child.stderr }).on('line', (line) => {
      const [, address] = /^DevTools listening on (ws:.*)$/.exec(line) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Chromium ended with ${code} on ${profile}`)));
  });
  return { process: child, endpoint };
}
