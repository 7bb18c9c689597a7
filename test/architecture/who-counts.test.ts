import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from './import-graph';

const root = path.resolve(import.meta.dirname, '../..');

/** Where a person's mergedInto may be read: the walk itself, what a person is, the commands that merge, the state that keeps who was merged into whom, the storage. */
const MAY_READ = [
  /^shared\/records\/(who-counts|person)\.ts$/,
  /^shared\/commands\/(un)?merge-persons\.ts$/,
  /^shared\/state\/apply\.ts$/,
  /^renderer\/data\//,
];

/** Taken as a property, taken apart, or asked for by name. Writing the member, or a table with a line for it, is not reading. */
const READS =
  /\.mergedInto\b|\[['"]mergedInto['"]\]|['"]mergedInto['"]\s+in\b|[{,]\s*mergedInto\s*(?:[,}=]|:\s*\w+\s*[,}][^;]*=)/;

const read = (text: string): boolean => READS.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''));

describe('who counts is asked in one place', () => {
  it('knows a read when it sees one', () => {
    expect(read('const to = person.mergedInto ?? person.id;')).toBe(true);
    expect(read('const { mergedInto, ...after } = before;')).toBe(true);
    expect(read('const { id, mergedInto: to } = before;')).toBe(true);
    expect(read('people.map(({ id, mergedInto }) => mergedInto ?? id)')).toBe(true);
    expect(read("if ('mergedInto' in record) return;")).toBe(true);
    expect(read('change({ ...before, mergedInto: keep })')).toBe(false);
    expect(read("const WORDS = { mergedInto: '并入' };")).toBe(false);
    expect(read('/** See person.mergedInto. */')).toBe(false);
  });

  it('nobody else reads mergedInto: they ask shared/records/who-counts', () => {
    const readers = sourceFiles(root, ['shared', 'renderer', 'electron']).filter((file) =>
      read(readFileSync(path.join(root, file), 'utf8')),
    );
    expect(readers).toContain('shared/records/who-counts.ts');
    expect(readers.filter((file) => !MAY_READ.some((allowed) => allowed.test(file)))).toEqual([]);
  });
});
