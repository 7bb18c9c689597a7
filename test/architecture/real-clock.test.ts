import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, sourceFiles } from './import-graph';

const root = path.resolve(import.meta.dirname, '../..');

/** Every way to ask what day or time it is; a stop-watch (performance.now) is none. Libraries that ask by themselves too. */
const REAL_CLOCK =
  /\bDate\.now\b|\bnew Date(?:\(\s*\)|(?=\s*[;,)\]]))|(?<![.\w])Date\(\)|\bperformance\.timeOrigin\b|\bTemporal\.Now\b|\bdayjs\(\s*\)|\b(?:ulid|monotonicFactory)\(\s*\)/;

/** Who may, and why. A new line here is a decision: a test that needs a day takes TODAY of test/fakes/given-day.ts. */
const MAY: Readonly<Record<string, string>> = {
  'renderer/platform/clock.ts': 'the clock of the window',
  'electron/main/clock.ts': 'the clock of the main process, asked only when a test run begins',
  'test/fakes/given-day.ts': 'the moment at which a test run begins',
  'build/browser-server.mjs': 'the moment at which a server for tests begins',
  'build/bootstrap.mjs': 'a build is compared with the times of its source files',
};

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
const files = sourceFiles(root, ['shared', 'renderer', 'electron', 'test', 'build']).filter(
  (file) => file !== 'test/architecture/real-clock.test.ts',
);

describe('the real clock', () => {
  it.each([
    'const now = Date.now();',
    'clock: Date.now,',
    'const now = new Date();',
    'const now = new Date;',
    'const text = Date();',
    'performance.timeOrigin + 5',
    'dayjs()',
    'const id = ulid();',
    'export const newId = monotonicFactory();',
  ])('is seen in: %s', (line) => {
    expect(REAL_CLOCK.test(line)).toBe(true);
  });

  it.each([
    'new Date(time)',
    'new Date(2026, 2, 25)',
    'performance.now()',
    'toDate()',
    'ulid(milliseconds())',
    'Date.UTC(2026)',
  ])('is not seen in: %s', (line) => {
    expect(REAL_CLOCK.test(line)).toBe(false);
  });

  it('is read by these files alone, so that nothing depends on the day on which it runs', () => {
    const readers = files.filter((file) =>
      REAL_CLOCK.test(withoutComments(readFileSync(path.join(root, file), 'utf8'))),
    );
    expect(readers.sort()).toEqual(Object.keys(MAY).sort());
  });

  it('is asked for ids in one place: a ULID begins with the time, which is handed in', () => {
    const makers = importsOf(root, files).filter(({ specifier }) => specifier === 'ulid');
    expect(makers.map(({ from }) => from)).toEqual(['renderer/platform/clock.ts']);
  });

  it('reaches no test through the program either: none asks the clock of the window', () => {
    const askers = importsOf(root, files).filter(
      ({ from, target }) => from.startsWith('test/') && target === 'renderer/platform/clock.ts',
    );
    expect(askers.map(({ from }) => from)).toEqual(['test/renderer/platform/clock.test.ts']);
  });

  it('can be set by a test run alone: one file of the main process reads the switch, for unpackaged runs', () => {
    const users = importsOf(root, files).filter(
      ({ from, target }) => /^(electron|renderer)\//.test(from) && target === 'electron/main/given-day.ts',
    );
    expect(users.map(({ from }) => from)).toEqual(['electron/main/index.ts']);
    const text = withoutComments(readFileSync(path.join(root, 'electron/main/index.ts'), 'utf8'));
    expect(text.match(/givenDay\(.*\)/g)).toEqual(['givenDay({ argv: process.argv, packaged: app.isPackaged })']);
  });
});
