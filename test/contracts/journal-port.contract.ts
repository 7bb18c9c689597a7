import { beforeEach, describe, expect, it } from 'vitest';
import { StorageError, type JournalPort, type StorageFault } from '../../shared/journal/journal-port';

const CHAIN = 'device-a.1-0000abcd';
const OTHER = 'device-b.12-ffff0000';
const FIRST = '0000000001.jsonl';
const LATER = '0000000120.jsonl';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (found: Uint8Array): string => new TextDecoder().decode(found);

async function faultOf(work: Promise<unknown>): Promise<StorageFault | 'none'> {
  try {
    await work;
  } catch (error) {
    expect(error).toBeInstanceOf(StorageError);
    return (error as StorageError).fault;
  }
  return 'none';
}

/** One journal to test, and the same bytes opened anew as another program run would. */
export interface JournalUnderTest {
  readonly port: JournalPort;
  reopen(): Promise<JournalPort>;
  /** What was set aside so far. */
  aside(): Promise<readonly Uint8Array[]>;
}

/** What every JournalPort must do, whatever it stands on. */
export function journalPortContract(name: string, create: () => Promise<JournalUnderTest>): void {
  describe(`journal port: ${name}`, () => {
    let journal: JournalUnderTest;
    let port: JournalPort;
    beforeEach(async () => {
      journal = await create();
      port = journal.port;
    });

    it('is empty at first', async () => {
      expect(await port.segments()).toEqual([]);
    });

    it('keeps what was appended, in order, also for the next run', async () => {
      await port.append(CHAIN, FIRST, 0, bytes('一\n'));
      await port.append(CHAIN, FIRST, 4, bytes('two\n'));
      for (const at of [port, await journal.reopen()]) {
        expect(text(await at.read(CHAIN, FIRST))).toBe('一\ntwo\n');
        expect(await at.segments()).toEqual([{ chain: CHAIN, name: FIRST, size: 8 }]);
      }
    });

    it('lists segments by chain, then name', async () => {
      await port.append(OTHER, FIRST, 0, bytes('x'));
      await port.append(CHAIN, LATER, 0, bytes('later'));
      await port.append(CHAIN, FIRST, 0, bytes('first'));
      expect(await port.segments()).toEqual([
        { chain: CHAIN, name: FIRST, size: 5 },
        { chain: CHAIN, name: LATER, size: 5 },
        { chain: OTHER, name: FIRST, size: 1 },
      ]);
    });

    it('reads a part, and less where the segment ends', async () => {
      await port.append(CHAIN, FIRST, 0, bytes('0123456789'));
      expect(text(await port.read(CHAIN, FIRST, 4))).toBe('456789');
      expect(text(await port.read(CHAIN, FIRST, 4, 3))).toBe('456');
      expect(text(await port.read(CHAIN, FIRST, 8, 100))).toBe('89');
      expect(text(await port.read(CHAIN, FIRST, 100, 5))).toBe('');
    });

    it('refuses an append at another size than the segment has, and writes nothing', async () => {
      await port.append(CHAIN, FIRST, 0, bytes('one\n'));
      expect(await faultOf(port.append(CHAIN, FIRST, 0, bytes('again\n')))).toBe('moved');
      expect(await faultOf(port.append(CHAIN, FIRST, 3, bytes('x')))).toBe('moved');
      expect(await faultOf(port.append(CHAIN, FIRST, 5, bytes('x')))).toBe('moved');
      expect(await faultOf(port.append(CHAIN, LATER, 1, bytes('x')))).toBe('moved');
      expect(text(await port.read(CHAIN, FIRST))).toBe('one\n');
      expect((await port.segments()).length).toBe(1);
    });

    it('lets only one of two appends at the same place through', async () => {
      const faults = await Promise.all(
        ['a', 'b'].map((mark) => faultOf(port.append(CHAIN, FIRST, 0, bytes(mark.repeat(3000))))),
      );
      expect(faults.sort()).toEqual(['moved', 'none']);
      const found = text(await port.read(CHAIN, FIRST));
      expect(['a'.repeat(3000), 'b'.repeat(3000)]).toContain(found);
    });

    it('sets a torn end aside without losing it', async () => {
      await port.append(CHAIN, FIRST, 0, bytes('whole\ntorn'));
      await port.setAside(CHAIN, FIRST, 6);
      expect(text(await port.read(CHAIN, FIRST))).toBe('whole\n');
      expect((await journal.aside()).map(text)).toEqual(['torn']);
      await port.append(CHAIN, FIRST, 6, bytes('next\n'));
      expect(text(await (await journal.reopen()).read(CHAIN, FIRST))).toBe('whole\nnext\n');
    });

    it('keeps every torn end under a name of its own', async () => {
      for (const torn of ['first', 'second', 'third']) {
        await port.append(CHAIN, FIRST, 0, bytes(torn));
        await port.setAside(CHAIN, FIRST, 0);
      }
      expect((await journal.aside()).map(text).sort()).toEqual(['first', 'second', 'third']);
      expect((await port.segments()).every(({ size }) => size === 0)).toBe(true);
    });

    it('sets nothing aside where nothing stands behind', async () => {
      await port.append(CHAIN, FIRST, 0, bytes('whole\n'));
      await port.setAside(CHAIN, FIRST, 6);
      expect(await journal.aside()).toEqual([]);
      expect(text(await port.read(CHAIN, FIRST))).toBe('whole\n');
    });

    it('says that a segment is missing', async () => {
      expect(await faultOf(port.read(CHAIN, FIRST))).toBe('missing');
      expect(await faultOf(port.setAside(CHAIN, FIRST, 0))).toBe('missing');
    });

    it('makes no path out of a name', async () => {
      for (const [chain, segment] of [
        ['../device-a.1-0000abcd', FIRST],
        ['..', FIRST],
        [CHAIN, '../0000000001.jsonl'],
        [CHAIN, '0000000001.jsonl/x'],
        ['set-aside', FIRST],
      ] as const) {
        expect(await faultOf(port.append(chain, segment, 0, bytes('x')))).toBe('io');
        expect(await faultOf(port.read(chain, segment))).toBe('io');
      }
      expect(await port.segments()).toEqual([]);
    });

    it('tries whether bytes can be stored, as often as one likes, and leaves nothing of it', async () => {
      await port.append(CHAIN, FIRST, 0, bytes('one\n'));
      for (const size of [0, 1, 300_000]) await port.tryWrite(size);
      expect(await port.segments()).toEqual([{ chain: CHAIN, name: FIRST, size: 4 }]);
      expect(await journal.aside()).toEqual([]);
      await port.append(CHAIN, FIRST, 4, bytes('two\n'));
      expect(text(await (await journal.reopen()).read(CHAIN, FIRST))).toBe('one\ntwo\n');
    });

    it('takes large appends whole', async () => {
      const large = Uint8Array.from({ length: 3_000_000 }, (_, i) => i % 251);
      await port.append(CHAIN, FIRST, 0, large);
      const found = await (await journal.reopen()).read(CHAIN, FIRST);
      expect(found.length).toBe(large.length);
      expect(found.every((byte, i) => byte === large[i])).toBe(true);
    });
  });
}
