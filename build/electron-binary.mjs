// Finds Electron's binary, and fetches it where it is missing. Never asks require('electron'): that downloads, without limit.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './bootstrap.mjs';

const home = path.join(root, 'node_modules/electron');
const PUBLIC_MIRROR = 'https://npmmirror.com/mirrors/electron/';
/** How long a source may send nothing, and how long it may take altogether. Milliseconds. */
const STALL = 20_000;
const LIMIT = 20 * 60_000;

/** The executable, or null where it is missing or of another version than the package. */
export function electronBinary(folder = home) {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const name = process.platform === 'win32' ? 'electron.exe' : 'electron';
  const installed = text(path.join(folder, 'path.txt'));
  const file = path.join(override ?? path.join(folder, 'dist'), installed ?? name);
  if (override !== undefined) return existsSync(file) ? file : null;
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return installed !== null &&
    text(path.join(folder, 'dist/version'))?.replace(/^v/, '') === version &&
    existsSync(file)
    ? file
    : null;
}

/**
 * Fetches the binary with the installer of the npm package, which checks the SHA-256 that stands in the package, so no
 * mirror can swap it. Sources: ELECTRON_MIRROR when set, else the default, then the public mirror. True when it is there.
 */
export async function fetchElectron({ folder = home, stall = STALL, log = console.log } = {}) {
  const asked = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'];
  const sources = asked
    ? [{ name: asked, mirror: asked }]
    : [
        { name: 'GitHub', mirror: null },
        { name: PUBLIC_MIRROR, mirror: PUBLIC_MIRROR },
      ];
  for (const { name, mirror } of sources) {
    log(`正在获取 Electron（约 110 MB，来源：${name}）…`);
    const failure = await install(folder, mirror, stall);
    if (failure === null) return true;
    log(`  未成功：${failure}`);
  }
  return false;
}

/** Runs the installer; null, or why it did not succeed. Bytes are counted in its own temporary folder and in dist. */
function install(folder, mirror, stall) {
  const temporary = path.join(root, '.cache/electron-download');
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  const child = spawn(process.execPath, [path.join(folder, 'install.js')], {
    stdio: ['ignore', 'inherit', 'pipe'],
    env: {
      ...process.env,
      TMPDIR: temporary,
      TEMP: temporary,
      TMP: temporary,
      ...(mirror === null ? {} : { ELECTRON_MIRROR: mirror }),
    },
  });
  let complaint = '';
  child.stderr.on('data', (chunk) => (complaint += chunk));
  const started = performance.now();
  let seen = { bytes: 0, at: started };
  let failure = null;
  const watch = setInterval(
    () => {
      const bytes = size(temporary) + size(path.join(folder, 'dist'));
      const now = performance.now();
      if (bytes !== seen.bytes) seen = { bytes, at: now };
      if (now - seen.at > stall) failure = `${Math.round(stall / 1000)} 秒没有收到数据`;
      else if (now - started > LIMIT) failure = '超过 20 分钟';
      if (failure !== null) child.kill('SIGKILL');
    },
    Math.min(1000, stall / 4),
  );
  return new Promise((resolve) => {
    child.once('close', (code) => {
      clearInterval(watch);
      rmSync(temporary, { recursive: true, force: true });
      resolve(failure ?? (code === 0 ? null : (complaint.trim().split('\n')[0] ?? `退出码 ${code}`)));
    });
  });
}

function size(place) {
  const stat = statSync(place, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.size;
  let sum = 1;
  for (const name of readdirSync(place)) sum += size(path.join(place, name));
  return sum;
}

function text(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}
