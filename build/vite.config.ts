import react from '@vitejs/plugin-react';
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { defineConfig, type EnvironmentOptions } from 'vite';

const root = path.resolve(import.meta.dirname, '..');
const packageJson: { version: string } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const version = { 'import.meta.env.VITE_APP_VERSION': JSON.stringify(packageJson.version) };

/** One of the three parts that run in Node or in Electron's sandbox: everything bundled into one CommonJS file. */
const commonJs = (folder: string, entries: Record<string, string>, target: string): EnvironmentOptions => ({
  consumer: 'server',
  define: version,
  resolve: { noExternal: true, external: ['electron'], builtins: ['electron', ...builtinModules, /^node:/] },
  build: {
    outDir: path.join(root, 'dist', folder),
    emptyOutDir: true,
    target,
    sourcemap: 'hidden',
    minify: false,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      input: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, path.join(root, file)])),
      external: ['electron'],
      // package.json says "type": "module": a chunk must be called .cjs too.
      output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
    },
  },
});

/** Libraries with a file of their own, named for what they are: pages and workers load them when they need them. */
const libraryOf = (id: string): string | null => {
  const name = /node_modules\/(?:@[^/]+\/)?([^/]+)\//.exec(id)?.[1] ?? '';
  if (['react', 'react-dom', 'scheduler'].includes(name)) return 'react';
  return ['xlsx', 'exceljs', 'papaparse', 'pinyin-pro'].includes(name) ? name : null;
};
const splitting = { codeSplitting: { groups: [{ debugName: 'libraries', name: libraryOf }] } };

export default defineConfig({
  root: path.join(root, 'renderer'),
  base: './',
  cacheDir: path.join(root, '.cache/vite'),
  publicDir: false,
  define: version,
  plugins: [react()],
  worker: {
    format: 'es',
    rolldownOptions: {
      checks: { bundlerTimings: false },
      output: splitting,
    },
  },
  builder: {
    async buildApp(builder) {
      const parts = Object.values(builder.environments).filter(({ name }) => name !== 'ssr');
      await Promise.all(parts.map((part) => builder.build(part)));
    },
  },
  environments: {
    client: {
      build: {
        outDir: path.join(root, 'dist/renderer'),
        emptyOutDir: true,
        target: 'chrome150',
        sourcemap: 'hidden',
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 4000, // kB; the budget of the start page is checked by the benchmark
        license: { fileName: 'licenses.txt' },
        rolldownOptions: {
          checks: { bundlerTimings: false },
          output: splitting,
        },
      },
    },
    main: commonJs('main', { index: 'electron/main/index.ts' }, 'node24'),
    preload: commonJs('preload', { index: 'electron/preload/index.ts' }, 'chrome150'),
    // served-files: the browser edition's server is plain JavaScript and reads policy and media types from there.
    headless: commonJs(
      'headless',
      { judge: 'electron/headless/judge.ts', 'served-files': 'shared/served-files.ts' },
      'node20',
    ),
  },
});
