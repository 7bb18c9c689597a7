import { describe, expect, it } from 'vitest';
import { openJournal, PART_CHANGES } from '../../../shared/journal/journal';
import type { JournalPort } from '../../../shared/journal/journal-port';
import { createReplay } from '../../../shared/journal/replay';
import { createFakeDisk } from '../../fakes/fake-disk';
import { journalOn, journalOptions } from '../../fakes/journal-ports';
import { allEntries, create, firstKeys, person, stateOf } from '../../fakes/read-journal';

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
    const entries = await allEntries(again);
    expect(firstKeys(entries)).toEqual(['p1', 'p2', 'p3']);
    expect(entries[1]!.header).toMatchObject({
      kind: 'person.create',
      reason: '补录',
      parents: [first.hash],
      operator: '教务',
    });
    expect(await again.verify()).toMatchObject({ sound: true, entries: 3 });
  });

  it('does overlapping appends in their order', async () => {
    const journal = await openJournal(journalOptions(3));
    const refs = await Promise.all(Array.from({ length: 50 }, (_, i) => journal.append(create(`p${i}`))));
    expect(refs.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    expect(firstKeys(await allEntries(journal))).toEqual(Array.from({ length: 50 }, (_, i) => `p${i}`));
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
    expect(firstKeys(await allEntries(await openJournal(journalOptions(6, disk))))).toEqual(['p1', 'p2']);
  });

  it('goes on in a new segment when one is full, and reads over all of them', async () => {
    const disk = createFakeDisk();
    const journal = await openJournal({ ...journalOptions(7, disk), segmentBytes: 2000 });
    for (let i = 1; i <= 12; i++) await journal.append(create(`p${i}`));
    const segments = await journalOn(disk).segments();
    expect(segments.length).toBeGreaterThan(2);
    expect(segments.every(({ size }) => size <= 2000)).toBe(true);
    const again = await openJournal({ ...journalOptions(8, disk), segmentBytes: 2000 });
    expect(again.head()!.seq).toBe(12);
    expect((await allEntries(again)).length).toBe(12);
    expect(firstKeys(await allEntries(again, { after: [{ ...again.head()!, seq: 7 }] }))).toEqual([
      'p8',
      'p9',
      'p10',
      'p11',
      'p12',
    ]);
    expect(await allEntries(again, { after: again.heads() })).toEqual([]);
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
    const bad = {
      kind: 'person.create',
      changes: [{ table: 'persons', key: 'p1', before: null, after: { name: undefined } }],
    };
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
    const closing = await journal.append({
      kind: 'roster.import',
      changes: many(2 * PART_CHANGES + 1),
      reason: '名册',
    });
    expect(closing.seq).toBe(4);
    const entries = await allEntries(journal);
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
    await expect(
      journal.appendImport({ kind: 'roster.import', parts: [many(2), many(3), many(1)] }),
    ).rejects.toMatchObject({ fault: 'io' });
    left = 100;
    await journal.append(create('later'));
    const state = await stateOf(await openJournal(journalOptions(22, disk)));
    expect([...state.tables.get('persons')!.keys()]).toEqual(['later']);
    expect(state.openImports).toMatchObject([{ parts: 4, seen: 2 }]);
  });

  it('keep other entries behind them', async () => {
    const journal = await openJournal(journalOptions(23));
    const [closing, after] = await Promise.all([
      journal.appendImport({ kind: 'roster.import', parts: [many(1), many(1)] }),
      journal.append(create('x')),
    ]);
    expect([closing.seq, after.seq]).toEqual([3, 4]);
  });
});
