// The build step of npm test: the program when its sources changed, and the fake Electron that the end-to-end tests run it on.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildProgram, root } from './bootstrap.mjs';

const run = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;

const built =
  buildProgram() &&
  run(
    path.join(root, 'node_modules/rolldown/bin/cli.mjs'),
    '--config',
    'build/rolldown.double.config.ts',
    '--logLevel',
    'warn',
  ) &&
  run('build/check-double.mjs');
process.exit(built ? 0 : 1);
