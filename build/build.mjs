// The build step of npm test: the program when its sources changed, and the fake Electron that the end-to-end tests run it on.
import { spawnSync } from 'node:child_process';
import { buildProgram, root } from './bootstrap.mjs';
import { tool } from './tool.mjs';

const run = (command, args) => spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status === 0;

const built =
  buildProgram() &&
  run(...tool('rolldown', '--config', 'build/rolldown.double.config.ts', '--logLevel', 'warn')) &&
  run(process.execPath, ['build/check-double.mjs']);
process.exit(built ? 0 : 1);
