import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const decisions = readdirSync(path.join(root, 'docs/decisions')).map((name) => `docs/decisions/${name}`);
const pages = ['README.md', 'docs/architecture.md', 'docs/measurements.md', ...decisions];
const NAMED = /\b(?:renderer|shared|electron|build|test)\/[\w./-]+\.(?:tsx?|mjs|json|css)\b/g;

describe('documents', () => {
  it('name only files that are there', () => {
    const gone = pages.flatMap((page) =>
      [...readFileSync(path.join(root, page), 'utf8').matchAll(NAMED)]
        .map(([file]) => file)
        .filter((file) => !existsSync(path.join(root, file)))
        .map((file) => `${page}: ${file}`),
    );
    expect(gone).toEqual([]);
  });
});
