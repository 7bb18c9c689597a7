// Makes a fresh clone runnable: dependencies, then the build. Uses nothing but Node itself.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');

/** Only what went wrong: Electron's packages ask for a newer Node than the browser edition needs, a page of warnings. */
const INSTALL = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
/** What the build is made from; a change of any of it, and of nothing else, makes the build old. */
const SOURCES = ['shared', 'renderer', 'electron', 'build/vite.config.ts', 'package.json', 'package-lock.json'];
const STAMP = path.join(root, '.cache/built');
/** The same of the command line alone: it must not wait for the renderer, nor fail with it. */
const HEADLESS_SOURCES = ['shared', 'electron/headless', 'build/vite.config.ts', 'package.json', 'package-lock.json'];
const HEADLESS_STAMP = path.join(root, '.cache/built-headless');

/**
 * Installs the dependencies when node_modules is missing or older than the lock file. False when npm failed; npm's own
 * words and ours are on the screen then.
 */
export function bootstrap() {
  const modules = path.join(root, 'node_modules');
  if (changed(path.join(modules, '.package-lock.json')) >= changed(path.join(root, 'package-lock.json'))) return true;
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) {
    // npm ci would empty the folder that the link leads to, which others may be using.
    console.error(
      'node_modules 是一个链接，且早于 package-lock.json：请在它指向的位置更新依赖，或删除该链接后重新运行。',
    );
    return false;
  }
  console.error('正在安装依赖（npm ci，需要一两分钟）…');
  const npm = process.env['npm_execpath'];
  const { status } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...INSTALL], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', INSTALL, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (status === 0) return true;
  console.error('依赖安装失败：请检查网络或 npm 源（npm config get registry），然后重新运行同一命令。');
  return false;
}

/** Builds dist/ when it is missing or older than its sources; false when the build failed. */
export function buildProgram() {
  const outputs = ['main/index.cjs', 'preload/index.cjs', 'renderer/index.html', 'headless/judge.cjs'];
  if (isBuilt(outputs, SOURCES, STAMP)) return true;
  console.error('正在构建…');
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const started = new Date();
  const { status } = spawnSync(
    process.execPath,
    [vite, 'build', '--config', path.join(root, 'build/vite.config.ts'), '--logLevel', 'warn'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
    },
  );
  if (status !== 0) {
    console.error('构建失败，原因见上。');
    return false;
  }
  stamp(STAMP, started);
  return true;
}

/** Builds dist/headless alone when it is missing or older than its sources; false when the build failed. */
export async function buildHeadless() {
  const outputs = ['headless/judge.cjs', 'headless/served-files.cjs'];
  if ([STAMP, HEADLESS_STAMP].some((made) => isBuilt(outputs, HEADLESS_SOURCES, made))) return true;
  console.error('正在构建命令行部分…');
  const started = new Date();
  try {
    const { createBuilder } = await import('vite');
    const builder = await createBuilder({ configFile: path.join(root, 'build/vite.config.ts'), logLevel: 'warn' });
    await builder.build(builder.environments['headless']);
  } catch (error) {
    console.error(error);
    console.error('构建失败，原因见上。');
    return false;
  }
  stamp(HEADLESS_STAMP, started);
  return true;
}

/** A source that changed while the build ran counts as newer. */
function stamp(file, started) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, '');
  utimesSync(file, started, started);
}

const isBuilt = (outputs, sources, made) =>
  outputs.every((file) => existsSync(path.join(root, 'dist', file))) &&
  changed(made) >= Math.max(...sources.map((part) => changed(path.join(root, part))));

/** The latest change of a file, or of a folder and everything in it, in milliseconds; 0 when it is not there. */
function changed(place) {
  const stat = statSync(place, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(place).map((name) => changed(path.join(place, name))));
}
