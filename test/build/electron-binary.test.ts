import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { electronBinary, fetchElectron } from '../../build/electron-binary.mjs';
import { temporaryFolder } from '../fakes/temporary-folder';

const name = process.platform === 'win32' ? 'electron.exe' : 'electron';

/** A folder like node_modules/electron whose installer does what the test says. */
function electronPackage(installer: string): string {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ version: '45.4.1' }));
  writeFileSync(
    path.join(folder, 'install.js'),
    `const fs = require('node:fs'), path = require('node:path');\n${installer}`,
  );
  return folder;
}
const installed = (version: string): string => `
  fs.mkdirSync(path.join(__dirname, 'dist'), { recursive: true });
  fs.writeFileSync(path.join(__dirname, 'dist/version'), '${version}');
  fs.writeFileSync(path.join(__dirname, 'dist/${name}'), '');
  fs.writeFileSync(path.join(__dirname, 'path.txt'), '${name}');`;

async function fetched(folder: string, env: Record<string, string | undefined> = {}) {
  for (const key of ['ELECTRON_MIRROR', 'npm_config_electron_mirror', 'ELECTRON_OVERRIDE_DIST_PATH'])
    vi.stubEnv(key, env[key]);
  onTestFinished(() => void vi.unstubAllEnvs());
  const lines: string[] = [];
  const there = await fetchElectron({ folder, stall: 400, log: (line) => lines.push(line) });
  return { there, said: lines.join('\n'), binary: electronBinary(folder) };
}

describe('fetching Electron', () => {
  it('the default source first', async () => {
    const folder = electronPackage(`if (process.env.ELECTRON_MIRROR) process.exit(1);${installed('45.4.1')}`);
    const { there, binary, said } = await fetched(folder);
    expect(there).toBe(true);
    expect(binary).toBe(path.join(folder, 'dist', name));
    expect(said).toContain('GitHub');
  });

  it('then the public mirror', async () => {
    const folder = electronPackage(
      `if (!process.env.ELECTRON_MIRROR) { console.error('getaddrinfo ENOTFOUND'); process.exit(1); }${installed('v45.4.1')}`,
    );
    const { there, binary, said } = await fetched(folder);
    expect([there, binary === null]).toEqual([true, false]);
    expect(said).toContain('getaddrinfo ENOTFOUND');
  });

  it('only the mirror that the user names', async () => {
    const folder = electronPackage(
      `fs.appendFileSync(path.join(__dirname, 'asked'), process.env.ELECTRON_MIRROR); process.exit(1);`,
    );
    const { there, said } = await fetched(folder, { ELECTRON_MIRROR: 'https://mirror.example/electron/' });
    expect(there).toBe(false);
    expect(said).not.toContain('GitHub');
    expect(said).toContain('https://mirror.example/electron/');
  });

  it('a source that sends nothing is given up', async () => {
    const folder = electronPackage('setInterval(() => {}, 1000);');
    const { there, said } = await fetched(folder, { ELECTRON_MIRROR: 'https://mirror.example/' });
    expect(there).toBe(false);
    expect(said).toContain('没有收到数据');
  });

  it('a slow source that still sends is waited for', async () => {
    const folder = electronPackage(`
      const file = path.join(require('node:os').tmpdir(), 'electron.zip');
      let n = 0;
      const timer = setInterval(() => {
        fs.appendFileSync(file, 'bytes');
        if (++n === 8) { clearInterval(timer); ${installed('45.4.1')} }
      }, 150);`);
    expect((await fetched(folder, { ELECTRON_MIRROR: 'https://mirror.example/' })).there).toBe(true);
  });
});

describe('the binary', () => {
  it('of another version does not count, nor one that is not there', async () => {
    const old = await fetched(electronPackage(installed('44.0.0')));
    expect(old.binary).toBeNull();
    expect(electronBinary(electronPackage(''))).toBeNull();
  });
  it('may be given by ELECTRON_OVERRIDE_DIST_PATH', () => {
    const folder = electronPackage('');
    const own = temporaryFolder();
    mkdirSync(own, { recursive: true });
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', own);
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(electronBinary(folder)).toBeNull();
    writeFileSync(path.join(own, name), '');
    expect(electronBinary(folder)).toBe(path.join(own, name));
  });
});
