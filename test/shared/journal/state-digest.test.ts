import { describe, expect, it } from 'vitest';
import type { Json } from '../../../shared/basics/json';
import type { Entry } from '../../../shared/journal/entry';
import { replay } from '../../../shared/journal/replay';
import { stateDigest } from '../../../shared/journal/state-digest';
import { entryMaker, sets } from '../../fakes/entry-maker';
import { nodeSha256 } from '../../fakes/journal-ports';

const A = 'device-a.1-0000abcd';
const B = 'device-b.1-0000abcd';

describe('the digest of a state', () => {
  it('has not changed since it was fixed', async () => {
    const tables = new Map([
      [
        'persons',
        new Map<string, Json>([
          ['p2', { b: 1, a: '二' }],
          ['p1', false],
        ]),
      ],
      ['empty', new Map()],
    ]);
    expect(await stateDigest(nodeSha256, { tables, conflicts: [] })).toBe(
      'a104ba85db33be747ddfd03a437bcf600c795969d9f02537634ae57e52a0684d',
    );
  });

  it('differs with any value, key, table or conflict, and not with salts, order or history', async () => {
    const one = entryMaker(40);
    const two = entryMaker(41);
    const digest = (entries: Iterable<Entry>) => stateDigest(nodeSha256, replay(entries));
    const first = await digest([await one.make(A, [sets('p1', 1), sets('p2', { x: [1, 2] })])]);
    expect(
      await digest([
        await two.make(B, [sets('p2', 9)]),
        await two.make(B, [sets('p2', { x: [1, 2] })]),
        await two.make(B, [sets('p1', 1)]),
      ]),
    ).toBe(first);
    const others = [
      [sets('p1', 2), sets('p2', { x: [1, 2] })],
      [sets('p1', 1), sets('p2', { x: [2, 1] })],
      [sets('p1', 1), sets('p3', { x: [1, 2] })],
      [sets('p1', 1), { ...sets('p2', { x: [1, 2] }), table: 'courses' }],
      [sets('p1', 1)],
    ];
    const digests = new Set([first]);
    for (const changes of others) digests.add(await digest([await entryMaker(42).make(A, changes)]));
    expect(digests.size).toBe(6);
  });

  it('does not depend on how the records fall into thousands', async () => {
    const records = Array.from({ length: 2500 }, (_, i) => [`k${i}`, i] as const);
    const forwards = await stateDigest(nodeSha256, { tables: new Map([['t', new Map(records)]]), conflicts: [] });
    const backwards = await stateDigest(nodeSha256, {
      tables: new Map([['t', new Map(records.toReversed())]]),
      conflicts: [],
    });
    expect(backwards).toBe(forwards);
  });
});
