import path from 'node:path';
import { defineConfig } from 'vite';

const root = path.resolve(import.meta.dirname, '..');

/** The benchmarks that run in Node, bundled as the program itself is: no test runner between the calls. */
export default defineConfig({
  root,
  build: {
    ssr: 'test/bench/node-figures.ts',
    outDir: path.join(root, '.cache/bench'),
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: '[name].mjs' } },
  },
});
