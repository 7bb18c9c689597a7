import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { NEEDED } from '../../build/debian-packages.mjs';
import { sourceFiles } from './import-graph';

const root = path.resolve(import.meta.dirname, '../..');

/** Always there where Debian is (essential packages), or brought by the package behind the other program. */
const WITH: Readonly<Record<string, string>> = {
  cat: 'coreutils',
  dd: 'coreutils',
  sha256sum: 'coreutils',
  mount: 'mount',
  umount: 'mount',
  setpriv: 'util-linux',
  zipinfo: 'unzip',
  pdfinfo: 'poppler-utils',
  pdftotext: 'poppler-utils',
};
const ESSENTIAL = ['coreutils', 'mount', 'util-linux'];

it('npm test brings every program that a test calls: a fresh machine has none of them', () => {
  const called = sourceFiles(root, ['test']).flatMap((file) =>
    [
      ...readFileSync(path.join(root, file), 'utf8').matchAll(
        /\b(?:execFileSync|spawnSync|execFile|spawn|run)\(\s*'([a-z][\w-]*)',\s*\[/g,
      ),
    ].map((found) => found[1]!),
  );
  expect(called).toContain('zbarimg');
  expect(called.length).toBeGreaterThan(15);
  const brought = new Set([...NEEDED.map((entry) => entry.package), ...ESSENTIAL]);
  const packageOf = (program: string): string | undefined =>
    NEEDED.find((entry) => entry.command === program)?.package ?? WITH[program];
  expect([...new Set(called)].filter((program) => !brought.has(packageOf(program) ?? ''))).toEqual([]);
});
