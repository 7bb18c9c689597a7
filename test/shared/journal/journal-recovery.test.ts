import { describe, expect, it } from 'vitest';
import { openJournal } from '../../../shared/journal/journal';
import type { JournalPort } from '../../../shared/journal/journal-port';
import { createFakeDisk, type FakeDisk } from '../../fakes/fake-disk';
import { journalOn, journalOptions } from '../../fakes/journal-ports';
import { allEntries, create, firstKeys, person, stateOf } from '../../fakes/read-journal';

const only = (disk: FakeDisk, end = '.jsonl'): string => [...disk.files().keys()].find((name) => name.endsWith(end))!;

describe('what a power cut or a failure leaves', () => {
  it('a torn last line is set aside, reported once, and the chain goes on', async () => {
    const disk = createFakeDisk();
    const journal = await openJournal(journalOptions(30, disk));
    const kept = await journal.append(create('p1'));
    const port = journalOn(disk);
    const { size } = (await port.segments())[0]!;
    await port.append(kept.chain, '0000000001.jsonl', size, new TextEncoder().encode('{"crc":"00000000","ha'));

    const again = await openJournal(journalOptions(31, disk));
    expect(again.findings().tornEnds).toMatchObject([
      { code: 'torn-end', chain: kept.chain, seq: 2, line: 2, offset: size, bytes: 21, atEnd: true },
    ]);
    expect(again.findings().damages).toEqual([]);
    expect(again.head()).toEqual(kept);
    expect((await again.append(create('p2'))).seq).toBe(2);
    const third = await openJournal(journalOptions(32, disk));
    expect(third.findings()).toEqual({ tornEnds: [], damages: [] });
    expect(firstKeys(await allEntries(third))).toEqual(['p1', 'p2']);
    expect(new TextDecoder().decode(disk.files().get(only(disk, '.part')))).toBe('{"crc":"00000000","ha');
  });

  it('a torn first line of a chain or of a new segment', async () => {
    for (const before of [0, 4]) {
      const disk = createFakeDisk();
      const journal = await openJournal({ ...journalOptions(33, disk), segmentBytes: 10 });
      for (let i = 0; i < before; i++) await journal.append(create(`p${i}`));
      const name = `${String(before + 1).padStart(10, '0')}.jsonl`;
      await journalOn(disk).append(journal.writer().chain, name, 0, new TextEncoder().encode('{"crc'));
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
    expect(again.findings().damages).toMatchObject([
      { code: 'line-damaged', chain: kept.chain, seq: 2, line: 2, atEnd: true },
    ]);
    expect(again.writer()).toMatchObject({ why: 'damaged' });
    expect(again.heads()).toEqual([kept]);
    const next = await again.append(create('p3'));
    expect(next.chain).toMatch(/^device-a\.2-/);
    const entries = await allEntries(again);
    expect(firstKeys(entries)).toEqual(['p1', 'p3']);
    expect(entries[1]!.header.parents).toEqual([kept.hash]);
    expect(disk.files().get(file)!.length).toBe(before.length);

    const third = await openJournal(journalOptions(37, disk));
    expect(third.writer()).toEqual({ chain: next.chain, why: 'continue' });
    expect((await third.verify()).chains.map(({ damage }) => damage?.seq ?? null)).toEqual([2, null]);

    // The right bytes come back from a second copy: nothing forked, both are there.
    disk.flipBit(file, before.length * 8 - 200);
    const healed = await openJournal(journalOptions(38, disk));
    expect((await healed.verify()).sound).toBe(true);
    expect([...firstKeys(await allEntries(healed))].map(String).sort()).toEqual(['p1', 'p2', 'p3']);
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
    expect(firstKeys(await allEntries(again))).toEqual(['p1']);
    expect(again.findings().damages).toMatchObject([{ seq: 2, segment: '0000000002.jsonl', atEnd: false }]);
    const next = await again.append(create('p6'));
    expect(again.writer()).toMatchObject({ why: 'damaged', chain: next.chain });
    const entries = await allEntries(again);
    expect(firstKeys(entries)).toEqual(['p1', 'p6']);
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
    expect(firstKeys(await allEntries(journal))).toEqual(['p1']);
    disk.limit(null);
    expect((await journal.append(create('p2'))).seq).toBe(2);
    expect(journal.mode()).toEqual({ kind: 'writable' });
    expect(firstKeys(await allEntries(await openJournal(journalOptions(42, disk))))).toEqual(['p1', 'p2']);
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
    expect(firstKeys(await allEntries(journal))).toEqual(['p1']);
    broken = false;
    expect((await journal.append(create('p2'))).seq).toBe(2);
    expect(firstKeys(await allEntries(await openJournal(journalOptions(44, disk))))).toEqual(['p1', 'p2']);
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
    expect((await allEntries(there))[1]!.header.parents).toEqual([head.hash]);
    await there.append(create('p3'));
    expect((await allEntries(there))[2]!.header.parents).toEqual([]);

    const back = await openJournal(journalOptions(52, copy));
    expect(back.writer()).toMatchObject({ why: 'elsewhere' });
    expect((await back.append(create('p4'))).chain).toMatch(/^device-a\.2-/);
    expect(firstKeys(await allEntries(back))).toEqual(['p1', 'p2', 'p3', 'p4']);
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
    expect((await allEntries(one))[1]!.header.parents).toEqual([head.hash]);
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
    expect(firstKeys(await allEntries(rolledBack))).toEqual(['p1', 'p3']);
  });

  it('two epochs in one run know of each other', async () => {
    const journal = await openJournal(journalOptions(59));
    await journal.append(create('p1'));
    await journal.beginEpoch();
    await journal.append({
      kind: 'person.edit',
      changes: [{ ...person('p1', '改'), before: { id: 'p1', name: 'p1' } }],
    });
    await journal.beginEpoch();
    await journal.append({ kind: 'person.edit', changes: [person('p1', '再改')] });
    const state = await stateOf(journal);
    expect(state.conflicts).toEqual([]);
    expect(state.tables.get('persons')!.get('p1')).toEqual({ id: 'p1', name: '再改' });
    expect(journal.heads().map(({ seq }) => seq)).toEqual([1, 1, 1]);
  });
});
