import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../shared/journal/entry';
import { openJournal, PART_CHANGES, type Journal } from '../../../shared/journal/journal';
import type { JournalPort } from '../../../shared/journal/journal-port';
import { createReplay, type ReplayedState } from '../../../shared/journal/replay';
import { createNodeJournal } from '../../../electron/main/journal';
import { createFakeDisk } from '../../fakes/fake-disk';
import { journalOptions } from '../../fakes/journal-ports';

const person = (key: string, name: string) => ({ table: 'persons', key, before: null, after: { id: key, name } });
const create = (key: string, name = key) => ({ kind: 'person.create', changes: [person(key, name)] });

async function all(journal: Journal, options?: Parameters<Journal['readAll']>[0]): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for await (const batch of journal.readAll(options)) entries.push(...batch);
  return entries;
}

async function stateOf(journal: Journal): Promise<ReplayedState> {
  const replay = createReplay();
  for await (const batch of journal.readAll()) for (const entry of batch) replay.add(entry);
  return replay.state();
}

const names = (entries: readonly Entry[]): readonly unknown[] => entries.map(({ items }) => (items[0] && items[0].enc === 'none' ? items[0].key : null));
const only = (disk: ReturnType<typeof createFakeDisk>, end = '.jsonl'): string => [...disk.files().keys()].find((name) => name.endsWith(end))!;

describe('one device', () => {
  it('begins its first chain on a new folder and goes on in it the next time', async () => {
    const disk = createFakeDisk();
    const journal = await openJournal(journalOptions(1, disk));
    expect(journal.writer()).toMatchObject({ why: 'install' });
    expect(journal.writer().chain).toMatch(/^device-a\.1-[0-9a-f]{8}$/);
    expect(journal.head()).toBeNull();
    const first = await journal.append(create('p1'));
    const second = await journal.append({ ...create('p2'), reason: '补录', parents: [first.hash] });
    expect([first.seq, second.seq]).toEqual([1, 2]);

    const again = await openJournal(journalOptions(2, disk));
    expect(again.writer()).toEqual({ chain: first.chain, why: 'continue' });
    expect(again.head()).toEqual(second);
    expect((await again.append(create('p3'))).seq).toBe(3);
    const entries = await all(again);
    expect(names(entries)).toEqual(['p1', 'p2', 'p3']);
    expect(entries[1]!.header).toMatchObject({ kind: 'person.create', reason: '补录', parents: [first.hash], operator: '教务' });
    expect(await again.verify()).toMatchObject({ sound: true, entries: 3 });
  });

  it('does overlapping appends in their order', async () => {
    const journal = await openJournal(journalOptions(3));
    const refs = await Promise.all(Array.from({ length: 50 }, (_, i) => journal.append(create(`p${i}`))));
    expect(refs.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    expect(names(await all(journal))).toEqual(Array.from({ length: 50 }, (_, i) => `p${i}`));
  });

  it('refuses a second writer on the same folder instead of mixing them', async () => {
    const disk = createFakeDisk();
    const first = await openJournal(journalOptions(4, disk));
    await first.append(create('p1'));
    const second = await openJournal(journalOptions(5, disk));
    await second.append(create('p2'));
    await expect(first.append(create('p3'))).rejects.toMatchObject({ fault: 'moved' });
    expect(first.mode()).toEqual({ kind: 'closed', fault: 'moved' });
    await expect(first.append(create('p4'))).rejects.toMatchObject({ fault: 'moved' });
    expect(names(await all(await openJournal(journalOptions(6, disk))))).toEqual(['p1', 'p2']);
  });

  it('goes on in a new segment when one is full, and reads over all of them', async () => {
    const disk = createFakeDisk();
    const journal = await openJournal({ ...journalOptions(7, disk), segmentBytes: 2000 });
    for (let i = 1; i <= 12; i++) await journal.append(create(`p${i}`));
    const segments = await createNodeJournal('/', disk).segments();
    expect(segments.length).toBeGreaterThan(2);
    expect(segments.every(({ size }) => size <= 2000)).toBe(true);
    const again = await openJournal({ ...journalOptions(8, disk), segmentBytes: 2000 });
    expect(again.head()!.seq).toBe(12);
    expect((await all(again)).length).toBe(12);
    expect(names(await all(again, { after: [{ ...again.head()!, seq: 7 }] }))).toEqual(['p8', 'p9', 'p10', 'p11', 'p12']);
    expect(await all(again, { after: again.heads() })).toEqual([]);
    expect((await again.verify()).sound).toBe(true);
  });

  it('gives batches of the size asked for', async () => {
    const journal = await openJournal(journalOptions(9));
    for (let i = 0; i < 7; i++) await journal.append(create(`p${i}`));
    const sizes: number[] = [];
    for await (const batch of journal.readAll({ batch: 3 })) sizes.push(batch.length);
    expect(sizes).toEqual([3, 3, 1]);
  });

  it('knows which entries it contains', async () => {
    const disk = createFakeDisk();
    const journal = await openJournal({ ...journalOptions(10, disk), segmentBytes: 1500 });
    const refs = [];
    for (let i = 0; i < 9; i++) refs.push(await journal.append(create(`p${i}`)));
    const again = await openJournal(journalOptions(11, disk));
    for (const ref of refs) expect(await again.contains(ref)).toBe(true);
    expect(await again.contains({ ...refs[3]!, hash: refs[4]!.hash })).toBe(false);
    expect(await again.contains({ ...refs[8]!, seq: 10 })).toBe(false);
    expect(await again.contains({ ...refs[8]!, chain: 'device-z.1-00000000' })).toBe(false);
  });

  it('refuses what JSON cannot hold and stays usable', async () => {
    const journal = await openJournal(journalOptions(12));
    const bad = { kind: 'person.create', changes: [{ table: 'persons', key: 'p1', before: null, after: { name: undefined } }] };
    await expect(journal.append(bad)).rejects.toThrow(TypeError);
    await expect(journal.append({ ...create('p1'), kind: '' })).rejects.toThrow(TypeError);
    await expect(journal.append({ ...create('p1', '\ud800') })).rejects.toThrow(TypeError);
    expect(journal.mode()).toEqual({ kind: 'writable' });
    expect((await journal.append(create('p1'))).seq).toBe(1);
  });
});

describe('large imports', () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => person(`p${i}`, `学员${i}`));

  it('are written in parts and in force only with the closing entry', async () => {
    const journal = await openJournal(journalOptions(20));
    const closing = await journal.append({ kind: 'roster.import', changes: many(2 * PART_CHANGES + 1), reason: '名册' });
    expect(closing.seq).toBe(4);
    const entries = await all(journal);
    expect(entries.map(({ items }) => items.length)).toEqual([PART_CHANGES, PART_CHANGES, 1, 0]);
    expect(entries.map(({ header }) => header.import?.part)).toEqual([1, 2, 3, 4]);
    expect(new Set(entries.map(({ header }) => header.import?.id)).size).toBe(1);
    const replay = createReplay();
    expect(entries.map((entry) => replay.add(entry).length)).toEqual([0, 0, 0, 2 * PART_CHANGES + 1]);
  });

  it('that were not closed leave nothing in force', async () => {
    const disk = createFakeDisk();
    const options = journalOptions(21, disk);
    let left = 2;
    const port: JournalPort = {
      ...options.port,
      append: (...args) => (left-- > 0 ? options.port.append(...args) : Promise.reject(new Error('power'))),
    };
    const journal = await openJournal({ ...options, port });
    await expect(journal.appendImport({ kind: 'roster.import', parts: [many(2), many(3), many(1)] })).rejects.toMatchObject({ fault: 'io' });
    left = 100;
    await journal.append(create('later'));
    const state = await stateOf(await openJournal(journalOptions(22, disk)));
    expect([...state.tables.get('persons')!.keys()]).toEqual(['later']);
    expect(state.openImports).toMatchObject([{ parts: 4, seen: 2 }]);
  });

  it('keep other entries behind them', async () => {
    const journal = await openJournal(journalOptions(23));
    const [closing, after] = await Promise.all([journal.appendImport({ kind: 'roster.import', parts: [many(1), many(1)] }), journal.append(create('x'))]);
    expect([closing.seq, after.seq]).toEqual([3, 4]);
  });
});

describe('what a power cut or a failure leaves', () => {
  it('a torn last line is set aside, reported once, and the chain goes on', async () => {
    const disk = createFakeDisk();
    const journal = await openJournal(journalOptions(30, disk));
    const kept = await journal.append(create('p1'));
    const port = createNodeJournal('/', disk);
    const { size } = (await port.segments())[0]!;
    await port.append(kept.chain, '0000000001.jsonl', size, new TextEncoder().encode('{"crc":"00000000","ha'));

    const again = await openJournal(journalOptions(31, disk));
    expect(again.findings().tornEnds).toMatchObject([{ code: 'torn-end', chain: kept.chain, seq: 2, line: 2, offset: size, bytes: 21, atEnd: true }]);
    expect(again.findings().damages).toEqual([]);
    expect(again.head()).toEqual(kept);
    expect((await again.append(create('p2'))).seq).toBe(2);
    const third = await openJournal(journalOptions(32, disk));
    expect(third.findings()).toEqual({ tornEnds: [], damages: [] });
    expect(names(await all(third))).toEqual(['p1', 'p2']);
    expect(new TextDecoder().decode(disk.files().get(only(disk, '.part')))).toBe('{"crc":"00000000","ha');
  });

  it('a torn first line of a chain or of a new segment', async () => {
    for (const before of [0, 4]) {
      const disk = createFakeDisk();
      const journal = await openJournal({ ...journalOptions(33, disk), segmentBytes: 10 });
      for (let i = 0; i < before; i++) await journal.append(create(`p${i}`));
      const name = `${String(before + 1).padStart(10, '0')}.jsonl`;
      await createNodeJournal('/', disk).append(journal.writer().chain, name, 0, new TextEncoder().encode('{"crc'));
      const again = await openJournal({ ...journalOptions(34, disk), segmentBytes: 10 });
      expect(again.writer()).toMatchObject({ chain: journal.writer().chain, why: 'continue' });
      expect(again.findings().tornEnds).toMatchObject([{ seq: before + 1, segment: name }]);
      expect((await again.append(create('next'))).seq).toBe(before + 1);
      expect((await again.verify()).sound).toBe(true);
    }
  });

  it('a whole last line that does not verify is never cut: a new epoch begins behind what is valid', async () => {
    const disk = createFakeDisk();
    const journal = await openJournal(journalOptions(35, disk));
    const kept = await journal.append(create('p1'));
    await journal.append(create('p2'));
    const file = only(disk);
    const before = disk.files().get(file)!;
    disk.flipBit(file, before.length * 8 - 200);

    const again = await openJournal(journalOptions(36, disk));
    expect(again.findings().damages).toMatchObject([{ code: 'line-damaged', chain: kept.chain, seq: 2, line: 2, atEnd: true }]);
    expect(again.writer()).toMatchObject({ why: 'damaged' });
    expect(again.heads()).toEqual([kept]);
    const next = await again.append(create('p3'));
    expect(next.chain).toMatch(/^device-a\.2-/);
    const entries = await all(again);
    expect(names(entries)).toEqual(['p1', 'p3']);
    expect(entries[1]!.header.parents).toEqual([kept.hash]);
    expect(disk.files().get(file)!.length).toBe(before.length);

    const third = await openJournal(journalOptions(37, disk));
    expect(third.writer()).toEqual({ chain: next.chain, why: 'continue' });
    expect((await third.verify()).chains.map(({ damage }) => damage?.seq ?? null)).toEqual([2, null]);

    // The right bytes come back from a second copy: nothing forked, both are there.
    disk.flipBit(file, before.length * 8 - 200);
    const healed = await openJournal(journalOptions(38, disk));
    expect((await healed.verify()).sound).toBe(true);
    expect([...names(await all(healed))].sort()).toEqual(['p1', 'p2', 'p3']);
  });

  it('damage far from the end is found by reading, and later entries do not go behind it', async () => {
    const disk = createFakeDisk();
    const journal = await openJournal({ ...journalOptions(39, disk), segmentBytes: 10 });
    for (let i = 1; i <= 5; i++) await journal.append(create(`p${i}`));
    const second = [...disk.files().keys()].find((name) => name.endsWith('0000000002.jsonl'))!;
    disk.flipBit(second, 3000);
    const again = await openJournal({ ...journalOptions(40, disk), segmentBytes: 10 });
    expect(again.writer().why).toBe('continue');
    expect(again.findings().damages).toEqual([]);
    expect(names(await all(again))).toEqual(['p1']);
    expect(again.findings().damages).toMatchObject([{ seq: 2, segment: '0000000002.jsonl', atEnd: false }]);
    const next = await again.append(create('p6'));
    expect(again.writer()).toMatchObject({ why: 'damaged', chain: next.chain });
    const entries = await all(again);
    expect(names(entries)).toEqual(['p1', 'p6']);
    expect(entries[1]!.header.parents).toContain(entries[0]!.hash);
    const state = await stateOf(again);
    expect(state.conflicts).toEqual([]);
  });

  it('a failed append leaves the journal usable; a full disk is said and ends when there is room', async () => {
    const disk = createFakeDisk();
    const journal = await openJournal(journalOptions(41, disk));
    await journal.append(create('p1'));
    disk.limit([...disk.files().values()].reduce((sum, { length }) => sum + length, 0) + 100);
    await expect(journal.append(create('p2'))).rejects.toMatchObject({ fault: 'disk-full' });
    expect(journal.mode()).toEqual({ kind: 'failing', fault: 'disk-full' });
    await expect(journal.append(create('p2'))).rejects.toMatchObject({ fault: 'disk-full' });
    expect(names(await all(journal))).toEqual(['p1']);
    disk.limit(null);
    expect((await journal.append(create('p2'))).seq).toBe(2);
    expect(journal.mode()).toEqual({ kind: 'writable' });
    expect(names(await all(await openJournal(journalOptions(42, disk))))).toEqual(['p1', 'p2']);
  });

  it('a write that failed and could not be taken back is set aside before the next', async () => {
    const disk = createFakeDisk();
    const options = journalOptions(43, disk);
    let broken = false;
    const port: JournalPort = {
      ...options.port,
      append: async (...args) => {
        await options.port.append(...args);
        if (broken) throw new Error('the fsync failed and so did the way back');
      },
    };
    const journal = await openJournal({ ...options, port });
    await journal.append(create('p1'));
    broken = true;
    await expect(journal.append(create('lost'))).rejects.toMatchObject({ fault: 'io' });
    expect(names(await all(journal))).toEqual(['p1']);
    broken = false;
    expect((await journal.append(create('p2'))).seq).toBe(2);
    expect(names(await all(await openJournal(journalOptions(44, disk))))).toEqual(['p1', 'p2']);
    expect(new TextDecoder().decode(disk.files().get(only(disk, '.part')))).toContain('"key":"lost"');
  });
});

describe('copies and restores', () => {
  it('a folder that was copied to another machine gets a chain of that machine', async () => {
    const disk = createFakeDisk();
    const first = await openJournal(journalOptions(50, disk));
    const head = await first.append(create('p1'));
    const copy = disk.copy();
    const there = await openJournal(journalOptions(51, copy, 'device-b'));
    expect(there.writer()).toMatchObject({ why: 'clone' });
    const next = await there.append(create('p2'));
    expect(next.chain).toMatch(/^device-b\.1-/);
    expect((await all(there))[1]!.header.parents).toEqual([head.hash]);
    await there.append(create('p3'));
    expect((await all(there))[2]!.header.parents).toEqual([]);

    const back = await openJournal(journalOptions(52, copy));
    expect(back.writer()).toMatchObject({ why: 'elsewhere' });
    expect((await back.append(create('p4'))).chain).toMatch(/^device-a\.2-/);
    expect(names(await all(back))).toEqual(['p1', 'p2', 'p3', 'p4']);
    expect((await openJournal(journalOptions(53, copy, 'device-b'))).writer()).toMatchObject({ why: 'elsewhere' });
  });

  it('a restored folder begins a new epoch, and two restores never the same', async () => {
    const disk = createFakeDisk();
    const head = await (await openJournal(journalOptions(54, disk))).append(create('p1'));
    const one = await openJournal({ ...journalOptions(55, disk.copy()), restored: true });
    const two = await openJournal({ ...journalOptions(56, disk.copy()), restored: true });
    expect([one.writer().why, two.writer().why]).toEqual(['restored', 'restored']);
    const refs = [await one.append(create('p2')), await two.append(create('p2'))];
    expect(refs[0]!.chain).not.toBe(refs[1]!.chain);
    expect((await all(one))[1]!.header.parents).toEqual([head.hash]);
  });

  it('a folder that was rolled back is found by the projection, which asks for a new epoch', async () => {
    const disk = createFakeDisk();
    const journal = await openJournal(journalOptions(57, disk));
    await journal.append(create('p1'));
    const old = disk.copy();
    const applied = await journal.append(create('p2'));
    const rolledBack = await openJournal(journalOptions(58, old));
    expect(await rolledBack.contains(applied)).toBe(false);
    expect((await rolledBack.verify([applied])).chains[0]!.damage).toMatchObject({ code: 'missing-tail', seq: 2 });
    expect(await rolledBack.beginEpoch()).toMatchObject({ why: 'restored' });
    expect((await rolledBack.append(create('p3'))).chain).not.toBe(applied.chain);
    expect(names(await all(rolledBack))).toEqual(['p1', 'p3']);
  });

  it('two epochs in one run know of each other', async () => {
    const journal = await openJournal(journalOptions(59));
    await journal.append(create('p1'));
    await journal.beginEpoch();
    await journal.append({ kind: 'person.edit', changes: [{ ...person('p1', '改'), before: { id: 'p1', name: 'p1' } }] });
    await journal.beginEpoch();
    await journal.append({ kind: 'person.edit', changes: [person('p1', '再改')] });
    const state = await stateOf(journal);
    expect(state.conflicts).toEqual([]);
    expect(state.tables.get('persons')!.get('p1')).toEqual({ id: 'p1', name: '再改' });
    expect(journal.heads().map(({ seq }) => seq)).toEqual([1, 1, 1]);
  });
});
