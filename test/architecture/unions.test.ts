import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from './import-graph';
import { nestedTernaries } from './nested-ternaries';

const root = path.resolve(import.meta.dirname, '../..');

describe('a union is switched with assertNever, never with a nested ternary', () => {
  it('knows one when it sees one', () => {
    const lines = (text: string) => nestedTernaries('x.tsx', text);
    expect(lines("const c = !m ? 0 : a ? 1 : m.kind === 'absent' ? 2 : 3;")).toEqual([1]);
    expect(lines("const c = s === 'lost' ? 0 :\n s === 'met' ? 1 : 2;")).toEqual([2]);
    expect(lines("const c = s === 'met' && (x ? (y ? 1 : 2) : 3);")).toEqual([]);
    expect(lines("const c = s === 'met' ? (x ? 1 : 2) : 3;")).toEqual([1]);
    expect(lines("const c = s === 'met' ? f(x ? 1 : 2) : 3;")).toEqual([]);
    expect(lines("const c = <p>{a ? b : s.kind === 'met' ? <i /> : null}</p>;")).toEqual([1]);
    expect(lines('const c = a < b ? -1 : a > b ? 1 : 0;')).toEqual([]);
    expect(lines("const c = typeof a === 'string' ? 1 : b === '' ? 2 : 3;")).toEqual([]);
  });

  it('there is none in the program', () => {
    const files = sourceFiles(root, ['shared', 'renderer', 'electron']);
    const found = files.flatMap((file) =>
      nestedTernaries(file, readFileSync(path.join(root, file), 'utf8')).map((line) => `${file}:${line}`),
    );
    expect(found).toEqual([]);
  });
});
