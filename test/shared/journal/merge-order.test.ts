import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../shared/journal/entry';
import { mergeOrder } from '../../../shared/journal/merge-order';
import { entryMaker, sets } from '../../fakes/entry-maker';

const A = 'device-a.1-0000abcd';
const B = 'device-b.1-0000abcd';
const C = 'device-c.1-0000abcd';

const places = (entries: readonly Entry[]): readonly string[] =>
  entries.map(({ header }) => `${header.chain[7]}${header.seq}`);

describe('the order of entries', () => {
  it('is by number in a chain, parents first, the smaller chain first, never by the clock', async () => {
    const maker = entryMaker(1);
    const b1 = await maker.make(B, [], { time: Date.UTC(2000, 0, 1) });
    const b2 = await maker.make(B, []);
    const a1 = await maker.make(A, [], { parents: [b1.hash], time: Date.UTC(2040, 0, 1) });
    const a2 = await maker.make(A, []);
    const c1 = await maker.make(C, [], { parents: [a1.hash] });
    for (const given of [
      [b1, b2, a1, a2, c1],
      [c1, a2, a1, b2, b1],
      [a1, a2, b2, c1, b1],
    ]) {
      expect(places(mergeOrder(given))).toEqual(['b1', 'a1', 'a2', 'b2', 'c1']);
    }
  });

  it('takes an entry that is given twice once, and leaves out what stands behind a gap', async () => {
    const maker = entryMaker(2);
    const entries = [];
    for (let i = 0; i < 4; i++) entries.push(await maker.make(A, []));
    expect(places(mergeOrder([...entries, ...entries]))).toEqual(['a1', 'a2', 'a3', 'a4']);
    expect(places(mergeOrder([entries[3]!, entries[0]!, entries[1]!]))).toEqual(['a1', 'a2']);
  });

  it('does not wait for parents that are not there, but does for those that are', async () => {
    const maker = entryMaker(3);
    const b1 = await maker.make(B, [], { parents: ['ee'.repeat(32)] });
    const a1 = await maker.make(A, [], { parents: [b1.hash] });
    const c1 = await maker.make(C, []);
    expect(places(mergeOrder([a1, b1, c1]))).toEqual(['c1', 'b1', 'a1']);
    expect(places(mergeOrder([a1]))).toEqual(['a1']);
  });

  it('refuses two entries in one place', async () => {
    const one = await entryMaker(4).make(A, [sets('p', 1)]);
    const two = await entryMaker(5).make(A, [sets('p', 2)]);
    expect(() => mergeOrder([one, two])).toThrow(RangeError);
  });
});
