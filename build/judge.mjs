// npm run judge -- <folder> [--on DAY] [--json FILE]: installs and builds itself when needed, then judges without a window.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { bootstrap, buildHeadless, root } from './bootstrap.mjs';

if (!bootstrap() || !(await buildHeadless())) process.exit(1);
const { status } = spawnSync(
  process.execPath,
  [path.join(root, 'dist/headless/judge.cjs'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
