// npm run bench [-- --write] [-- --on=DAY] [-- PART …]: one table of figures and their budgets; --write keeps it in docs/measurements.md.
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import readline from 'node:readline';
import { bootstrap, root } from './bootstrap.mjs';
import { bundleSizes } from './bundle-size.mjs';
import { machine, option, table, writeMeasurements } from './measurements.mjs';
import { tool } from './tool.mjs';

/** As test/bench/figure.ts prints it; a runner may put its own words before. */
const FIGURE_LINE = 'figure ';
const node = (...args) => [process.execPath, args];
const started = performance.now();
const where = machine(option('on'));

const PARTS = {
  node: {
    runs: [
      tool('vite', 'build', '--config', 'build/vite.bench.config.ts', '--logLevel', 'error'),
      node('.cache/bench/node-figures.mjs'),
    ],
  },
  rows: {
    runs: [tool('vitest', 'run', '-c', 'build/vitest.config.ts', '--project', 'bench', '--reporter=dot')],
    env: { VITE_BENCH_ENTRIES: '100000' },
  },
  program: { runs: [tool('playwright', 'test', '-c', 'build/playwright-bench.config.ts')] },
};

/** Runs one command; its figures become rows, what else it says is shown when it fails. */
function run([command, args], env) {
  return new Promise((resolve, reject) => {
    const said = [];
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const figures = [];
    for (const stream of [child.stdout, child.stderr]) {
      readline.createInterface({ input: stream }).on('line', (line) => {
        const at = line.indexOf(FIGURE_LINE);
        if (at >= 0) figures.push(JSON.parse(line.slice(at + FIGURE_LINE.length)));
        else said.push(line);
      });
    }
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve(figures);
      console.error(said.join('\n'));
      reject(new Error(`${path.basename(args[0])} ended with ${code}`));
    });
  });
}

function bundle() {
  const { first, later } = bundleSizes(path.join(root, 'dist/renderer'));
  return [
    { name: '第一屏加载的脚本和样式（gzip）', value: first, unit: 'KB', budget: 1200 },
    ...later.map(({ name, kilobytes }) => ({ name: `用到时才加载：${name}（gzip）`, value: kilobytes, unit: 'KB' })),
  ];
}

const digits = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
const rowOf = ({ name, value, unit, budget }) => [
  name,
  `${digits(value)} ${unit}`,
  budget === undefined ? '' : `${budget} ${unit}`,
  budget === undefined ? '' : value <= budget ? 'ok' : 'over',
];

if (!bootstrap()) process.exit(1);
if (spawnSync(process.execPath, ['build/build.mjs'], { cwd: root, stdio: ['ignore', 2, 2] }).status !== 0)
  process.exit(1);
const asked = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));
const figures = [];
for (const [name, { runs, env }] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const found = [];
  for (const command of runs) found.push(...(await run(command, env)));
  if (found.length === 0) throw new Error(`part ${name} printed no figures`);
  figures.push(...found);
}
if (asked.length === 0 || asked.includes('bundle')) figures.push(...bundle());

const rows = figures.map(rowOf);
const head = ['measure', 'figure', 'budget', ''];
for (const row of rows) console.log(row.filter((cell) => cell !== '').join(' · '));
const over = rows.filter((row) => row[3] === 'over').length;
console.log(`\n${rows.length} figures, ${over} over budget, ${((performance.now() - started) / 1000).toFixed(0)} s`);
if (option('write') !== undefined) writeMeasurements('bench', [where, '', ...table(head, rows)]);
