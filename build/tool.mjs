// Starting an installed tool by its script: what npm puts into node_modules/.bin cannot be started on Windows without a shell.
import path from 'node:path';
import { root } from './bootstrap.mjs';

const SCRIPTS = {
  oxfmt: 'oxfmt/bin/oxfmt',
  oxlint: 'oxlint/bin/oxlint',
  playwright: '@playwright/test/cli.js',
  rolldown: 'rolldown/bin/cli.mjs',
  tsc: 'typescript/bin/tsc',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
};

/** Program and arguments that run a tool under this Node; it need not be installed yet. */
export function tool(name, ...args) {
  return [process.execPath, [path.join(root, 'node_modules', SCRIPTS[name]), ...args]];
}
