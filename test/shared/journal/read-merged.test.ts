import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeEntry } from '../../../shared/journal/encode-entry';
import type { Entry } from '../../../shared/journal/entry';
import { openJournal } from '../../../shared/journal/journal';
import { segmentName } from '../../../shared/journal/journal-names';
import { mergeOrder } from '../../../shared/journal/merge-order';
import { createFakeDisk } from '../../fakes/fake-disk';
import { entryMaker, sets } from '../../fakes/entry-maker';
import { journalOn, journalOptions } from '../../fakes/journal-ports';

const step = fc.record({
  chain: fc.integer({ min: 0, max: 3 }),
  sees: fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 2 }),
  newSegment: fc.boolean(),
});

describe('a journal of several chains', () => {
  it(
    'is read in the merge order of its entries, also where parents are missing, from any checkpoint on',
    { timeout: 60_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { minLength: 1, maxLength: 25 }),
          fc.integer(),
          fc.nat(),
          async (steps, seed, cut) => {
            const disk = createFakeDisk();
            const port = journalOn(disk);
            const maker = entryMaker(seed);
            const entries: Entry[] = [];
            const ends = new Map<
              number,
              { readonly entry: Entry; readonly segment: string; readonly size: number }
            >();
            for (const { chain, sees, newSegment } of steps) {
              // Device 4 is one whose entries never came here.
              const parents = [
                ...new Set(
                  sees.flatMap((other) => (other === 4 ? 'ee'.repeat(32) : (ends.get(other)?.entry.hash ?? []))),
                ),
              ];
              const entry = await maker.make(`device-${chain}.1-0000abcd`, [sets('p', 1)], { parents });
              const last = ends.get(chain);
              const segment = last && !newSegment ? last.segment : segmentName(entry.header.seq);
              const size = last && !newSegment ? last.size : 0;
              const line = encodeEntry(entry);
              await port.append(entry.header.chain, segment, size, line);
              ends.set(chain, { entry, segment, size: size + line.length });
              entries.push(entry);
            }
            const expected = mergeOrder(entries).map(({ hash }) => hash);
            const journal = await openJournal(journalOptions(seed, disk, 'device-z'));
            const read = async (after: Parameters<typeof journal.readAll>[0]): Promise<readonly string[]> => {
              const hashes: string[] = [];
              for await (const batch of journal.readAll(after)) hashes.push(...batch.map(({ hash }) => hash));
              return hashes;
            };
            expect(await read({ batch: 3 })).toEqual(expected);
            const known = entries.slice(0, cut % (entries.length + 1));
            const after = known.map(({ header, hash }) => ({ chain: header.chain, seq: header.seq, hash }));
            const left = await read({ after });
            expect(left).toEqual(expected.filter((hash) => known.every((entry) => entry.hash !== hash)));
            expect((await journal.verify(after)).sound).toBe(true);
          },
        ),
        { numRuns: 150 },
      );
    },
  );
});
