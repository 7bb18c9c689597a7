// npm run judge -- <folder> [--on DAY] [--json FILE]: installs and builds itself when needed, then judges without a window.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { bootstrap, buildHeadless, root } from './bootstrap.mjs';

if (!bootstrap() || !(await buildHeadless())) process.exit(1);
// npm runs us in the project's folder; what was typed is meant from where it was typed.
const cwd = (process.env['npm_lifecycle_event'] === 'judge' && process.env['INIT_CWD']) || process.cwd();
const { status } = spawnSync(
  process.execPath,
  [path.join(root, 'dist/headless/judge.cjs'), ...process.argv.slice(2)],
  { cwd, stdio: 'inherit' },
);
process.exit(status ?? 1);
