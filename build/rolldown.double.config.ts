import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'rolldown';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'dist-test/electron');
const source = path.join(root, 'test/electron-double');

/** Builds the fake `electron` executable of the end-to-end tests into dist-test/electron. */
export default defineConfig({
  input: { boot: path.join(source, 'boot.ts'), double: path.join(source, 'double.ts') },
  platform: 'node',
  external: ['playwright-core'],
  output: { dir: folder, format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs', cleanDir: true },
  plugins: [
    {
      name: 'executable',
      writeBundle() {
        const file = path.join(folder, 'electron');
        writeFileSync(file, '#!/bin/sh\nexec node "$(dirname "$0")/boot.cjs" "$@"\n');
        chmodSync(file, 0o755);
      },
    },
  ],
});
