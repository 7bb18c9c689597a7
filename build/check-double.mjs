// Compiles the fake Electron against Electron's types, and our electron/ against the fake: drift fails in both directions.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './bootstrap.mjs';
import { tool } from './tool.mjs';

writeNamespace();
const failed = ['tsconfig.json', 'tsconfig.drift.json'].filter((name) => compile(name) !== 0);
if (failed.length > 0) {
  console.error(`the electron double does not match: ${failed.join(', ')}`);
  process.exit(1);
}

/** Electron's types without `declare module 'electron'`: an ambient module would win over the path to the double. */
function writeNamespace() {
  const source = readFileSync(path.join(root, 'node_modules/electron/electron.d.ts'), 'utf8');
  const namespace = source.replace(/^declare module 'electron(\/\w+)?' \{[\s\S]*?^\}/gm, '');
  if (namespace.length === source.length) throw new Error('electron.d.ts changed its shape');
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  writeFileSync(path.join(root, '.cache/electron-namespace.d.ts'), namespace);
}

function compile(name) {
  const [command, args] = tool('tsc', '-p', path.join(root, 'test/electron-double', name));
  return spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status;
}
