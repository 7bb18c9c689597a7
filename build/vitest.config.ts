import { playwright } from '@vitest/browser-playwright';
import react from '@vitejs/plugin-react';
import path from 'node:path';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');
const browserOnly = 'test/**/*.browser.test.{ts,tsx}';

/** Named, because what Vite finds only during a run is bundled again, and then there are two Reacts. */
const prebundled = [
  'react',
  'react-dom',
  'react-dom/client',
  'react/jsx-dev-runtime',
  'antd',
  'antd/locale/zh_CN',
  '@ant-design/icons',
  'zustand',
  'dexie',
  'dexie-react-hooks',
  'ulid',
  'pinyin-pro',
  'comlink',
  'xlsx',
  'papaparse',
  'exceljs',
  'fflate',
  'uqr',
  '@myriaddreamin/typst-ts-web-compiler',
];

/** Pages of tests carry the day of the tests, as the program's page in an end-to-end test does. */
const onGivenDay = ['test/fakes/page-of-today.ts'];

/** Milliseconds. The machines are noisy: a limit is there for what hangs, not for what is slow. */
const LIMIT = 60_000;

/** Tests that run in real Chromium. */
const inChromium = (
  name: string,
  files: { readonly include: string[]; readonly exclude?: string[] },
): TestProjectInlineConfiguration => ({
  root,
  plugins: [react()],
  optimizeDeps: { include: prebundled },
  test: {
    name,
    setupFiles: onGivenDay,
    testTimeout: LIMIT,
    hookTimeout: LIMIT,
    maxWorkers: 1,
    retry: process.env['CI'] ? 1 : 0,
    ...files,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
          executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
          args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
        },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});

export default defineConfig({
  root,
  cacheDir: path.join(root, '.cache/vitest'),
  test: {
    // Of two cores Vitest would leave one idle.
    maxWorkers: '100%',
    projects: [
      {
        root,
        test: {
          testTimeout: LIMIT,
          hookTimeout: LIMIT,
          name: 'shared',
          environment: 'node',
          include: ['test/{shared,cases,contracts,architecture,faults,build}/**/*.test.ts'],
          exclude: [browserOnly],
        },
      },
      {
        root,
        test: {
          testTimeout: LIMIT,
          hookTimeout: LIMIT,
          name: 'electron',
          environment: 'node',
          include: ['test/electron/**/*.test.ts'],
          exclude: [browserOnly],
        },
      },
      {
        root,
        plugins: [react()],
        test: {
          testTimeout: LIMIT,
          hookTimeout: LIMIT,
          name: 'ui',
          setupFiles: onGivenDay,
          environment: 'happy-dom',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          exclude: [browserOnly],
        },
      },
      inChromium('browser', { include: [browserOnly], exclude: ['test/bench/**'] }),
      // Not part of npm test: npm run bench reads what it prints.
      inChromium('bench', { include: ['test/bench/**/*.browser.test.ts'] }),
    ],
  },
});
