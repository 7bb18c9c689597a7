import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { circle, importsOf, sourceFiles, type Import } from './import-graph';

const root = path.resolve(import.meta.dirname, '../..');
const files = sourceFiles(root, ['shared', 'renderer', 'electron']);
const imports = importsOf(root, files);
const isPackage = (i: Import): boolean => i.target === null;
const inside = (file: string | null, ...folders: readonly string[]): boolean =>
  file !== null && folders.some((folder) => file === folder || file.startsWith(`${folder}/`));
const say = (list: readonly Import[]): string[] => list.map((i) => `${i.from} → ${i.specifier}`);

/** What each folder of shared/ may import besides itself. Types of the plain data models live in basics. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  basics: [],
  problems: ['basics'],
  identity: ['problems', 'basics'],
  records: ['identity', 'problems', 'basics'],
  regulation: ['records', 'identity', 'problems', 'basics'],
  journal: ['basics'],
  state: ['regulation', 'journal', 'records', 'identity', 'problems', 'basics'],
  commands: ['regulation', 'journal', 'records', 'identity', 'problems', 'basics'],
  import: ['commands', 'regulation', 'records', 'identity', 'problems', 'basics'],
  documents: ['commands', 'regulation', 'records', 'identity', 'problems', 'basics'],
  package: ['documents', 'commands', 'regulation', 'journal', 'records', 'identity', 'problems', 'basics'],
  engines: ['basics', 'problems'],
};

/** Each of these may be imported from one place only. */
const GATES: readonly { readonly what: RegExp; readonly only: readonly string[] }[] = [
  { what: /^dexie/, only: ['renderer/data'] },
  { what: /^(xlsx|exceljs|papaparse|fflate|uqr|@myriaddreamin\/[^/]+)$/, only: ['shared/engines'] },
  // The compiler's wasm file, like the fonts, is only an address that the worker fetches and passes in.
  { what: /^@myriaddreamin\/[^/]+\/wasm$/, only: ['renderer/workers'] },
  { what: /^@expo-google-fonts\//, only: ['renderer/workers'] },
  {
    what: /^node:fs/,
    only: [
      'electron/main/files.ts',
      'electron/main/journal.ts',
      'electron/main/blobs.ts',
      'electron/main/lock.ts',
      'electron/main/protocol.ts',
      'electron/headless/files.ts',
    ],
  },
  { what: /^electron$/, only: ['electron/main', 'electron/preload'] },
  { what: /^valibot/, only: ['shared/records/describe.ts'] },
];

describe('boundaries of the architecture page', () => {
  it('sees the whole program', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(imports.length).toBeGreaterThan(files.length);
  });

  it('every relative import leads to a file of the project', () => {
    const known = new Set(files);
    const lost = imports.filter(
      (i) => i.target !== null && !known.has(i.target) && !/\.(css|json|md|typ|svg|png|html)$/.test(i.target),
    );
    expect(say(lost)).toEqual([]);
  });

  it('shared/ imports only shared/, third-party packages only in shared/engines and the vocabulary of the records', () => {
    expect(
      say(imports.filter((i) => inside(i.from, 'shared') && i.target !== null && !inside(i.target, 'shared'))),
    ).toEqual([]);
    expect(
      say(
        imports.filter(
          (i) =>
            inside(i.from, 'shared') &&
            !inside(i.from, 'shared/engines', 'shared/records/describe.ts') &&
            isPackage(i),
        ),
      ),
    ).toEqual([]);
  });

  it.each(Object.entries(BELOW))('shared/%s imports only what is below it', (folder, below) => {
    const allowed = ['shared/globals.d.ts', `shared/${folder}`, ...below.map((name) => `shared/${name}`)];
    const wrong = imports.filter(
      (i) => inside(i.from, `shared/${folder}`) && i.target !== null && !inside(i.target, ...allowed),
    );
    expect(say(wrong)).toEqual([]);
  });

  it('every folder of shared/ has its place in the order', () => {
    const folders = new Set(
      files.filter((f) => inside(f, 'shared') && f.split('/').length > 2).map((f) => f.split('/')[1]!),
    );
    expect([...folders].filter((name) => !(name in BELOW))).toEqual([]);
  });

  it('there are no circles', () => {
    expect(circle(imports)).toBeNull();
  });

  it('the renderer never sees electron/ or Node', () => {
    expect(
      say(
        imports.filter(
          (i) =>
            inside(i.from, 'renderer') && (inside(i.target, 'electron') || /^(node:|electron$)/.test(i.specifier)),
        ),
      ),
    ).toEqual([]);
  });

  it('electron/ never sees the renderer; preload only electron and the bridge', () => {
    expect(say(imports.filter((i) => inside(i.from, 'electron') && inside(i.target, 'renderer')))).toEqual([]);
    const preload = imports.filter(
      (i) => inside(i.from, 'electron/preload') && !inside(i.target, 'electron/preload'),
    );
    expect(
      say(
        preload.filter(
          (i) =>
            i.specifier !== 'electron' && !/^shared\/(bridge|journal\/journal-port|basics\/)/.test(i.target ?? ''),
        ),
      ),
    ).toEqual([]);
    expect(say(imports.filter((i) => inside(i.from, 'electron/headless') && i.specifier === 'electron'))).toEqual([]);
  });

  it.each(GATES)('one gate for $what', ({ what, only }) => {
    expect(say(imports.filter((i) => isPackage(i) && what.test(i.specifier) && !inside(i.from, ...only)))).toEqual(
      [],
    );
  });

  it('engines are called only by workers and the headless program', () => {
    const callers = imports.filter((i) => inside(i.target, 'shared/engines') && !inside(i.from, 'shared/engines'));
    expect(say(callers.filter((i) => !inside(i.from, 'renderer/workers', 'electron/headless')))).toEqual([]);
  });

  it('features do not import each other', () => {
    const feature = (file: string | null): string | null =>
      /^renderer\/features\/([^/]+)\//.exec(file ?? '')?.[1] ?? null;
    const wrong = imports.filter(
      (i) => feature(i.from) && feature(i.target) && feature(i.from) !== feature(i.target),
    );
    expect(say(wrong)).toEqual([]);
  });

  it('renderer/ui knows nothing of training, storage or features', () => {
    const wrong = imports.filter(
      (i) =>
        inside(i.from, 'renderer/ui') &&
        i.target !== null &&
        !inside(i.target, 'renderer/ui', 'renderer/text', 'shared/basics', 'shared/problems'),
    );
    expect(say(wrong)).toEqual([]);
  });

  it('clock and randomness stand in one file per process', () => {
    const clock = /\bDate\.now\(|new Date\(\)|Math\.random\(|randomUUID|getRandomValues|randomBytes\(/;
    const users = files.filter((file) =>
      clock.test(readFileSync(path.join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')),
    );
    expect(
      users.filter((file) => !/^(renderer\/platform\/clock\.ts|electron\/(main|headless)\/clock\.ts)$/.test(file)),
    ).toEqual([]);
  });
});
