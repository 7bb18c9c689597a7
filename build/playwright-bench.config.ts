import { defineConfig } from '@playwright/test';
import base from './playwright.config';
import path from 'node:path';

/** The benchmark of the whole program; `npm run bench` builds dist/ and the double first. */
export default defineConfig({
  ...base,
  testDir: path.resolve(import.meta.dirname, '../test/bench'),
  testMatch: 'program.spec.ts',
  outputDir: path.resolve(import.meta.dirname, '../dist-test/bench'),
  // A figure is taken while nothing else runs.
  workers: 1,
  timeout: 600_000,
});
