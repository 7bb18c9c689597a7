import { defineConfig } from '@playwright/test';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/**
 * The end-to-end tests: one set of specs, two editions. `npm test` builds dist/ and the double first. A test mostly waits for
 * one process at a time, so two fit on two cores; which editions they are is left to chance, so that neither core is idle
 * when one edition is through.
 */
export default defineConfig({
  testDir: path.join(root, 'test/e2e'),
  outputDir: path.join(root, 'dist-test/e2e'),
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 2,
  // Two editions on two cores are noisy: a test that passes only when it is repeated is counted as flaky in the report.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  projects: [{ name: 'desktop', testIgnore: 'awkward-days.spec.ts' }, { name: 'browser' }],
});
