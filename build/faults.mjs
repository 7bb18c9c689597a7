// npm run faults [-- --write] [-- --on=DAY] [-- T1 T2 …]: the long fault runs, one line each; --write keeps them in docs/measurements.md.
import { spawnSync } from 'node:child_process';
import { bootstrap, root } from './bootstrap.mjs';
import { ensureDebianPackages } from './debian-packages.mjs';
import { machine, option, table, writeMeasurements } from './measurements.mjs';
import { tool } from './tool.mjs';

const vitest = (...files) =>
  tool(
    'vitest',
    'run',
    '-c',
    'build/vitest.config.ts',
    '--project',
    'shared',
    '--reporter=dot',
    ...files.map((file) => `test/faults/${file}.test.ts`),
  );
const inProgram = (project, title) =>
  tool(
    'playwright',
    'test',
    '-c',
    'build/playwright.config.ts',
    `--project=${project}`,
    '--grep',
    title,
    'faults.spec.ts',
  );

/** `says`: how the line begins that the test prints of itself; null where it prints none and the runner's verdict stands. */
const RUNS = [
  {
    target: 'T1',
    what: 'kills of a journal writer',
    run: vitest('journal-kill'),
    env: { KILLS: '1000' },
    says: /^kills /,
  },
  {
    target: 'T2',
    what: 'kills of the whole program, desktop',
    run: inProgram('desktop', '强行结束'),
    env: { APP_KILLS: '100' },
    says: /^whole-app kills /,
  },
  {
    target: 'T2',
    what: 'kills of the whole program, browser',
    run: inProgram('browser', '强行结束'),
    env: { APP_KILLS: '100' },
    says: /^whole-app kills /,
  },
  {
    target: 'T3',
    what: 'power cuts on a simulated disk',
    run: vitest('journal-power-cut'),
    env: { POWER_CUTS: '20000' },
    says: /^power cuts /,
  },
  {
    target: 'T4',
    what: 'full disks',
    run: inProgram('desktop', '磁盘写满'),
    env: { FULL_DISKS: '30' },
    says: /^full disks |^跳过/,
  },
  {
    target: 'T5',
    what: 'damaged IndexedDB, desktop',
    run: inProgram('desktop', 'IndexedDB 的文件'),
    env: { DAMAGED_STORES: '100' },
    says: /^damaged IndexedDB /,
  },
  {
    target: 'T5',
    what: 'damaged IndexedDB, browser',
    run: inProgram('browser', 'IndexedDB 的文件'),
    env: { DAMAGED_STORES: '100' },
    says: /^damaged IndexedDB /,
  },
  {
    target: 'T6',
    what: 'flipped bits in the journal',
    run: vitest('journal-bit-rot'),
    env: { BIT_FLIPS: '1000' },
    says: /^bit flips /,
  },
  {
    target: 'T13',
    what: 'the n-th call of the disk fails',
    run: vitest('journal-failing-calls'),
    env: {},
    says: null,
  },
];

if (!bootstrap() || !ensureDebianPackages()) process.exit(1);
if (spawnSync(process.execPath, ['build/build.mjs'], { cwd: root, stdio: ['ignore', 2, 2] }).status !== 0)
  process.exit(1);
const asked = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));
const rows = [];
const where = machine(option('on'));
let failed = 0;
for (const { target, what, run, env, says } of RUNS) {
  if (asked.length > 0 && !asked.includes(target)) continue;
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(run[0], run[1], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
  const line =
    says === null
      ? undefined
      : stdout
          .split('\n')
          .map((text) => text.trim())
          .find((text) => says.test(text));
  // A run that does not say what it did has not proved anything.
  const held = status === 0 && (says === null || line !== undefined);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  if (!held) {
    failed += 1;
    console.error(stdout, stderr);
  }
  rows.push([target, what, line ?? (held ? 'all held' : 'failed'), held ? 'ok' : 'failed', `${seconds} s`]);
  console.log(rows.at(-1).join(' · '));
}
if (option('write') !== undefined)
  writeMeasurements('faults', [where, '', ...table(['target', 'fault', 'what the run says', '', 'took'], rows)]);
process.exit(failed === 0 ? 0 : 1);
