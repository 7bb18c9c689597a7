import { describe, expect, it } from 'vitest';
import { createNodeBlobs } from '../../electron/main/blobs';
import { createNodeJournal } from '../../electron/main/journal';
import { openJournal, type Journal } from '../../shared/journal/journal';
import { StorageError } from '../../shared/journal/journal-port';
import { createReplay } from '../../shared/journal/replay';
import { createFakeDisk, type FakeDisk, type Failure } from '../fakes/fake-disk';
import { journalOptions } from '../fakes/journal-ports';
import { seededRandom } from '../fakes/seeded-random';

const CODES = ['EIO', 'ENOSPC', 'EROFS'] as const;
const FAULTS = { EIO: 'io', ENOSPC: 'disk-full', EROFS: 'read-only' } as const;

const opened = (disk: FakeDisk): Promise<Journal> => openJournal({ ...journalOptions(7, disk), segmentBytes: 1800 });
const set = (key: string) => ({ table: 'persons', key, before: null, after: { id: key, note: '注'.repeat(60) } });

/** Each operation and the records that it sets: all of them or none may be found. */
const OPERATIONS: readonly {
  readonly keys: readonly string[];
  readonly run: (journal: Journal) => Promise<unknown>;
}[] = [
  { keys: ['a'], run: (journal) => journal.append({ kind: 'person.create', changes: [set('a')] }) },
  {
    keys: ['b1', 'b2'],
    run: (journal) => journal.append({ kind: 'person.create', changes: [set('b1'), set('b2')] }),
  },
  {
    keys: ['i1', 'i2', 'i3'],
    run: (journal) => journal.appendImport({ kind: 'roster.import', parts: [[set('i1')], [set('i2')], [set('i3')]] }),
  },
  { keys: ['c'], run: (journal) => journal.append({ kind: 'person.create', changes: [set('c')] }) },
];

/** A journal of two segments whose last write was torn: opening it has something to do. */
async function preparedDisk(): Promise<FakeDisk> {
  const disk = createFakeDisk();
  const journal = await opened(disk);
  for (const key of ['x', 'y', 'z']) await journal.append({ kind: 'person.create', changes: [set(key)] });
  const port = createNodeJournal('/', disk);
  const last = (await port.segments()).at(-1)!;
  await port.append(last.chain, last.name, last.size, new TextEncoder().encode('{"crc":"12345678","hash'));
  return disk;
}

async function keysIn(disk: FakeDisk): Promise<ReadonlySet<string>> {
  const journal = await opened(disk);
  const replay = createReplay();
  for await (const batch of journal.readAll()) for (const entry of batch) replay.add(entry);
  expect(journal.findings().damages).toEqual([]);
  return new Set(replay.state().tables.get('persons')?.keys());
}

/** Runs everything with a failing call; gives the names of the operations that were acknowledged. */
async function tryAll(
  disk: FakeDisk,
  failure: Failure,
): Promise<{ readonly acknowledged: number[]; readonly journal: Journal | null }> {
  disk.failAt(failure);
  const acknowledged: number[] = [];
  let journal: Journal | null = null;
  try {
    journal = await opened(disk);
    for (const [index, { run }] of OPERATIONS.entries()) {
      try {
        await run(journal);
        acknowledged.push(index);
      } catch (error) {
        expect(error).toBeInstanceOf(StorageError);
        expect((error as StorageError).fault).toBe(FAULTS[failure.code]);
        expect(journal.mode()).toEqual({ kind: 'failing', fault: FAULTS[failure.code] });
      }
    }
  } catch (error) {
    expect(error).toBeInstanceOf(StorageError);
  }
  disk.failAt(null);
  return { acknowledged, journal };
}

function expectWhole(keys: ReadonlySet<string>, acknowledged: readonly number[], exactly: boolean): void {
  for (const key of ['x', 'y', 'z']) expect(keys.has(key)).toBe(true);
  for (const [index, operation] of OPERATIONS.entries()) {
    const found = operation.keys.filter((key) => keys.has(key)).length;
    if (acknowledged.includes(index)) expect(found).toBe(operation.keys.length);
    else expect(exactly ? [0] : [0, operation.keys.length]).toContain(found);
  }
}

describe('第 n 次读写失败：只有旧的或新的状态，没有中间状态', () => {
  it.each(CODES.flatMap((code) => [false, true].map((forever) => ({ code, forever }))))(
    '%o',
    { timeout: 60_000 },
    async ({ code, forever }) => {
      const plain = await preparedDisk();
      const before = plain.calls();
      expect((await tryAll(plain, { call: Number.MAX_SAFE_INTEGER, code, forever })).acknowledged).toEqual([
        0, 1, 2, 3,
      ]);
      const calls = plain.calls() - before;
      expect(calls).toBeGreaterThan(50);
      let rejected = 0;
      for (let call = 1; call <= calls; call++) {
        const disk = await preparedDisk();
        const { acknowledged, journal } = await tryAll(disk, { call, code, forever });
        rejected += OPERATIONS.length - acknowledged.length;
        // The same run goes on after the disk is well again.
        if (journal) await journal.append({ kind: 'person.create', changes: [set('after')] });
        const keys = await keysIn(disk.copy());
        expectWhole(keys, acknowledged, false);
        expect(keys.has('after')).toBe(journal !== null);
        // And nothing of it needs the disk's cache.
        for (let seed = 0; seed < 3; seed++) {
          const cut = disk.copy();
          cut.cutPower(seededRandom(seed));
          expectWhole(await keysIn(cut), journal ? acknowledged : [], false);
        }
      }
      expect(rejected).toBeGreaterThan(20);
    },
  );

  it('磁盘写满、腾出空间、再写，反复 30 次：确认过的都在，没确认的都不在', async () => {
    const disk = createFakeDisk();
    const expected = new Set<string>();
    const journal = await opened(disk);
    for (let cycle = 0; cycle < 30; cycle++) {
      const used = [...disk.files().values()].reduce((sum, { length }) => sum + length, 0);
      disk.limit(used + 100 + cycle * 97);
      for (let n = 0; n < 8; n++) {
        const key = `${cycle}-${n}`;
        try {
          await journal.append({ kind: 'person.create', changes: [set(key)] });
          expected.add(key);
        } catch (error) {
          expect((error as StorageError).fault).toBe('disk-full');
        }
      }
      expect(journal.mode()).toEqual({ kind: 'failing', fault: 'disk-full' });
      disk.limit(null);
      await journal.append({ kind: 'person.create', changes: [set(`${cycle}-freed`)] });
      expected.add(`${cycle}-freed`);
    }
    expect(await keysIn(disk)).toEqual(expected);
  });

  it('附件：存好的一定读得回，没存好的不占名字', { timeout: 60_000 }, async () => {
    const bytes = seededRandom(3).bytes(5000);
    const plain = createFakeDisk();
    await createNodeBlobs('/', plain).put(bytes);
    for (const code of CODES) {
      for (let call = 1; call <= plain.calls(); call++) {
        const disk = createFakeDisk();
        disk.failAt({ call, code, forever: false });
        const blobs = createNodeBlobs('/', disk);
        const digest = await blobs.put(bytes).catch((error: unknown) => {
          expect((error as StorageError).fault).toBe(FAULTS[code]);
          return null;
        });
        disk.failAt(null);
        const cut = disk.copy();
        cut.cutPower(seededRandom(call));
        const kept = createNodeBlobs('/', cut);
        if (digest) expect(await kept.get(digest)).toEqual(bytes);
        for (const found of await kept.list()) expect(await kept.get(found.digest)).toEqual(bytes);
        expect(await kept.get(await kept.put(bytes))).toEqual(bytes);
      }
    }
  });
});
