/** The fake executable: takes Electron's command line and says on stderr the two lines that Playwright waits for. */
import inspector from 'node:inspector';
import { readFileSync } from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { startChromium } from '../chromium/start-chromium';
import { app } from './app';
import { serveSchemes } from './scheme-server';
import { connect } from './wiring';

const double = path.join(__dirname, 'double.cjs');
const args = process.argv.slice(2);
const preloads = takePreloads(args);
const appPath = path.resolve(args.find((arg) => !arg.startsWith('-')) ?? '.');

boot().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});

async function boot(): Promise<void> {
  const port = switchValue('inspect');
  if (port !== undefined) inspector.open(Number(port), '127.0.0.1');
  const packageJson: { version: string; main: string } = JSON.parse(
    readFileSync(path.join(appPath, 'package.json'), 'utf8'),
  );
  app.version = packageJson.version;
  becomeElectron();
  for (const file of preloads) Module.createRequire(double)(file);
  await import(pathToFileURL(path.resolve(appPath, packageJson.main)).href);
  if (app.quitting) return; // a second instance: never starts Chromium, whose profile the first one holds
  await startPages();
  app.becomeReady();
}

/** Takes `-r file` out of the arguments: modules that run before the program. */
function takePreloads(list: string[]): string[] {
  const found: string[] = [];
  for (let i = list.indexOf('-r'); i >= 0; i = list.indexOf('-r')) found.push(...list.splice(i, 2).slice(1));
  return found;
}

function switchValue(name: string): string | undefined {
  return args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
}

/** `require('electron')` gives the double, and process.argv and process.versions look as under Electron. */
function becomeElectron(): void {
  const loader = Module as unknown as {
    _resolveFilename: (this: unknown, request: string, ...rest: unknown[]) => string;
  };
  const resolveFilename = loader._resolveFilename;
  loader._resolveFilename = function resolve(request, ...rest) {
    return request === 'electron' ? double : resolveFilename.call(this, request, ...rest);
  };
  Object.assign(process.versions, { electron: '0.0.0-double', chrome: '0' });
  process.argv = [process.execPath, ...process.argv.slice(2)];
}

async function startPages(): Promise<void> {
  const profile = path.join(app.getPath('userData'), 'chromium');
  const { process: child, endpoint } = await startChromium(profile, await serveSchemes(), '--no-startup-window');
  const browser = await chromium.connectOverCDP(endpoint);
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('Chromium has no profile');
  const died = (): never => process.exit(1);
  child.once('exit', died);
  app.stopChromium = async () => {
    child.off('exit', died);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    const devtools = await browser.newBrowserCDPSession();
    await devtools.send('Browser.close').catch(() => child.kill());
    await gone;
  };
  await connect(context);
  if (switchValue('remote-debugging-port') !== undefined) process.stderr.write(`DevTools listening on ${endpoint}\n`);
}
