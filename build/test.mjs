// npm test: all set-up, then every check, each with its time; the last line is the sum of all test runners.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { bootstrap, root } from './bootstrap.mjs';
import { ensureDebianPackages } from './debian-packages.mjs';
import { tool } from './tool.mjs';

const reports = path.join(root, '.cache/reports');
const vitestReport = (name) => path.join(reports, `vitest-${name}.json`);
const playwrightReport = path.join(reports, 'playwright.json');

const vitest = (name, projects, ...options) =>
  tool(
    'vitest',
    'run',
    '-c',
    'build/vitest.config.ts',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${vitestReport(name)}`,
    ...projects.flatMap((p) => ['--project', p]),
    ...options,
  );

const STEPS = [
  { name: 'types', run: tool('tsc', '-b') },
  {
    name: 'lint',
    run: tool(
      'oxlint',
      '-c',
      'build/oxlint.json',
      '--type-aware',
      '--quiet',
      'shared',
      'renderer',
      'electron',
      'build',
      'test',
    ),
  },
  {
    name: 'format',
    run: tool(
      'oxfmt',
      '-c',
      'build/oxfmt.json',
      '--check',
      'shared',
      'renderer',
      'electron',
      'build',
      'test',
      '!test/samples/**',
    ),
  },
  { name: 'notices', run: [process.execPath, ['build/notices.mjs', '--check']] },
  { name: 'build', run: [process.execPath, ['build/build.mjs']] },
  { name: 'unit', run: vitest('node', ['shared', 'electron', 'ui']), counts: () => vitestCounts('node') },
  {
    name: 'browser',
    run: vitest('browser', ['browser'], '--silent=passed-only'),
    counts: () => vitestCounts('browser'),
  },
  { name: 'packaging', run: [process.execPath, ['build/check-packaging.mjs']] },
  {
    name: 'end to end',
    run: tool('playwright', 'test', '-c', 'build/playwright.config.ts', '--reporter=list,json'),
    counts: playwrightCounts,
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport },
  },
];

function vitestCounts(name) {
  const report = JSON.parse(readFileSync(vitestReport(name), 'utf8'));
  // A file that could not even be loaded has no tests that could have failed.
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests,
  };
}

function playwrightCounts() {
  const { stats } = JSON.parse(readFileSync(playwrightReport, 'utf8'));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

if (!bootstrap()) process.exit(1);
if (!ensureDebianPackages()) process.exit(1);
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const total = { passed: 0, failed: 0, skipped: 0 };
const times = [];
const only = process.argv.slice(2);
for (const step of STEPS.filter(({ name }) => only.length === 0 || only.includes(name))) {
  const started = performance.now();
  console.log(`\n── ${step.name}`);
  const { status } = spawnSync(step.run[0], step.run[1], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }), ...step.env },
  });
  times.push(`${step.name} ${((performance.now() - started) / 1000).toFixed(0)} s`);
  let counts = { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
  try {
    if (step.counts) counts = step.counts();
  } catch {
    console.error(`${step.name}: no report was written`);
  }
  if (status !== 0 && counts.failed === 0) counts = { ...counts, failed: 1 };
  for (const key of Object.keys(total)) total[key] += counts[key];
  if (status !== 0) break;
}
console.log(`\n${times.join(' · ')}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
