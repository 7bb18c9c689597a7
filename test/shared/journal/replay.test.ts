import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../../../shared/basics/json';
import type { Entry } from '../../../shared/journal/entry';
import { mergeOrder } from '../../../shared/journal/merge-order';
import { CONFLICT_DECISION, createReplay, replay, type ReplayedState } from '../../../shared/journal/replay';
import { stateDigest } from '../../../shared/journal/state-digest';
import { entryMaker, sets, type EntryMaker } from '../../fakes/entry-maker';
import { nodeSha256 } from '../../fakes/journal-ports';
import { seededRandom } from '../../fakes/seeded-random';

const A = 'device-a.1-0000abcd';
const B = 'device-b.1-0000abcd';
const C = 'device-c.1-0000abcd';

const value = (state: ReplayedState, key: string): Json | undefined => state.tables.get('persons')?.get(key);
describe('重放：记录从留痕重新得出', () => {
  let maker: EntryMaker;
  beforeEach(() => {
    maker = entryMaker(10);
  });

  it('新增、修改、删除', async () => {
    const entries = [
      await maker.make(A, [sets('p1', { name: '甲' }), sets('p2', { name: '乙' })]),
      await maker.make(A, [sets('p1', { name: '甲改' })]),
      await maker.make(A, [sets('p2', null)]),
      await maker.make(A, [sets('p1', { name: '又改' }), sets('p1', { name: '同一条里再改' })]),
    ];
    const steps = createReplay();
    expect(entries.map((entry) => steps.add(entry).map(({ key, value: after }) => [key, after]))).toEqual([
      [
        ['p1', { name: '甲' }],
        ['p2', { name: '乙' }],
      ],
      [['p1', { name: '甲改' }]],
      [['p2', null]],
      [
        ['p1', { name: '又改' }],
        ['p1', { name: '同一条里再改' }],
      ],
    ]);
    expect([...steps.state().tables.get('persons')!]).toEqual([['p1', { name: '同一条里再改' }]]);
    expect(steps.state()).toMatchObject({
      conflicts: [],
      openImports: [],
      sealed: [],
      heads: [{ chain: A, seq: 4 }],
    });
  });

  it('已删除的内容当作没有，封存的内容只知道有', async () => {
    const entry = await maker.make(A, [sets('p1', 1), sets('p2', 2)]);
    const sealed = await maker.make(A, [sets('p2', 3)]);
    const state = replay([
      { ...entry, items: [null, entry.items[1]!] },
      { ...sealed, items: [{ table: 'persons', key: 'p2', enc: 'aes-256-gcm', cipher: 'AAAA' }] },
    ]);
    expect(state.tables.size).toBe(0);
    expect(state.sealed).toEqual([{ table: 'persons', key: 'p2', entry: { chain: A, seq: 2, hash: sealed.hash } }]);
  });

  it('`__proto__` 作表名和键名也无害', async () => {
    const state = replay([
      await maker.make(A, [{ table: '__proto__', key: '__proto__', before: null, after: { polluted: true } }]),
    ]);
    expect(state.tables.get('__proto__')!.get('__proto__')).toEqual({ polluted: true });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(await stateDigest(nodeSha256, state)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('大批导入：要么全部生效，要么全不生效', () => {
  const part = (number: number, parts = 3) => ({ id: 'import-1', part: number, parts });

  it('到收尾一条才生效', async () => {
    const maker = entryMaker(20);
    const entries = [
      await maker.make(A, [sets('p1', 1)], { import: part(1) }),
      await maker.make(A, [sets('p2', 2)], { import: part(2) }),
      await maker.make(A, [], { import: part(3) }),
    ];
    expect(replay(entries.slice(0, 2))).toMatchObject({
      openImports: [{ chain: A, id: 'import-1', parts: 3, seen: 2 }],
    });
    expect(replay(entries.slice(0, 2)).tables.size).toBe(0);
    expect([...replay(entries).tables.get('persons')!.keys()]).toEqual(['p1', 'p2']);
    expect(replay(entries).openImports).toEqual([]);
  });

  it('少了一部分、部分数不符、别的链的部分，都不算齐', async () => {
    for (const numbers of [[1, 3], [2, 1, 3], [1, 1, 3], [3]]) {
      const maker = entryMaker(21);
      const entries = [];
      for (const number of numbers)
        entries.push(await maker.make(A, [sets(`p${number}`, number)], { import: part(number) }));
      expect(replay(entries).tables.size).toBe(0);
    }
    const maker = entryMaker(22);
    const split = [
      await maker.make(A, [sets('p1', 1)], { import: part(1, 2) }),
      await maker.make(B, [], { import: part(2, 2) }),
    ];
    expect(replay(split).tables.size).toBe(0);
  });

  it('导入期间别的修改排在导入之前', async () => {
    const maker = entryMaker(23);
    const entries = [
      await maker.make(A, [sets('p1', '导入')], { import: part(1, 2) }),
      await maker.make(A, [sets('p1', '手改')]),
      await maker.make(A, [], { import: part(2, 2) }),
    ];
    expect(value(replay(entries), 'p1')).toBe('导入');
  });
});

describe('两台设备改了同一条记录：都保留，由人决定', () => {
  async function edited() {
    const maker = entryMaker(30);
    const base = await maker.make(A, [sets('p1', '原值'), sets('p2', '原值')]);
    const b1 = await maker.make(B, [sets('p1', '乙机')], { parents: [base.hash] });
    const a2 = await maker.make(A, [sets('p1', '甲机')]);
    return { maker, base, a2, b1 };
  }

  it('合并次序在先的生效，另一个列为待决', async () => {
    const { base, a2, b1 } = await edited();
    for (const given of [
      [base, a2, b1],
      [b1, base, a2],
    ]) {
      const state = replay(given);
      expect(value(state, 'p1')).toBe('甲机');
      expect(state.conflicts).toEqual([
        {
          table: 'persons',
          key: 'p1',
          inForce: { entry: { chain: A, seq: 2, hash: a2.hash }, value: '甲机' },
          rivals: [{ entry: { chain: B, seq: 1, hash: b1.hash }, value: '乙机' }],
        },
      ]);
    }
    const steps = createReplay();
    expect(mergeOrder([base, a2, b1]).map((entry) => steps.add(entry).length)).toEqual([2, 1, 0]);
  });

  it('知道对方修改之后再改的，不是冲突', async () => {
    const maker = entryMaker(31);
    const a1 = await maker.make(A, [sets('p1', 1)]);
    const b1 = await maker.make(B, [sets('p1', 2)], { parents: [a1.hash] });
    const b2 = await maker.make(B, [sets('p1', 3)]);
    const a2 = await maker.make(A, [sets('p1', 4)], { parents: [b2.hash] });
    const c1 = await maker.make(C, [sets('p1', 5)], { parents: [a2.hash] });
    const state = replay([c1, b2, a1, b1, a2]);
    expect(value(state, 'p1')).toBe(5);
    expect(state.conflicts).toEqual([]);
  });

  it('两边改成一样的值、改的不是同一条，都不是冲突', async () => {
    const { maker, base, a2 } = await edited();
    const c1 = await maker.make(C, [sets('p1', '甲机'), sets('p2', '丙机')], { parents: [base.hash] });
    const state = replay([base, a2, c1]);
    expect(state.conflicts).toEqual([]);
    expect(value(state, 'p2')).toBe('丙机');
  });

  it('删除与修改相遇也是冲突', async () => {
    const maker = entryMaker(32);
    const base = await maker.make(A, [sets('p1', 1)]);
    const a2 = await maker.make(A, [sets('p1', null)]);
    const b1 = await maker.make(B, [sets('p1', 2)], { parents: [base.hash] });
    const state = replay([base, a2, b1]);
    expect(value(state, 'p1')).toBeUndefined();
    expect(state.conflicts).toMatchObject([{ inForce: { value: null }, rivals: [{ value: 2 }] }]);
  });

  it('后来的普通修改不会悄悄了结冲突', async () => {
    const { maker, base, a2, b1 } = await edited();
    const a3 = await maker.make(A, [sets('p1', '再改')], { parents: [b1.hash] });
    const state = replay([base, a2, b1, a3]);
    expect(value(state, 'p1')).toBe('再改');
    expect(state.conflicts).toMatchObject([{ inForce: { value: '再改' }, rivals: [{ value: '乙机' }] }]);
  });

  it('另一台接着改，待决的是它最后的值', async () => {
    const { maker, base, a2, b1 } = await edited();
    const b2 = await maker.make(B, [sets('p1', '乙机再改')]);
    expect(replay([base, a2, b1, b2]).conflicts).toMatchObject([
      { inForce: { value: '甲机' }, rivals: [{ value: '乙机再改', entry: { seq: 2 } }] },
    ]);
  });

  it('人的决定指明对手，冲突了结；没有指明的还在', async () => {
    const { maker, base, a2, b1 } = await edited();
    const c1 = await maker.make(C, [sets('p1', '丙机')], { parents: [base.hash] });
    const one = await maker.make(A, [sets('p1', '乙机')], {
      kind: CONFLICT_DECISION,
      parents: [b1.hash],
      reason: '以签到表为准',
    });
    const state = replay([base, a2, b1, c1, one]);
    expect(value(state, 'p1')).toBe('乙机');
    expect(state.conflicts).toMatchObject([{ rivals: [{ value: '丙机' }] }]);
    const both = await maker.make(A, [sets('p1', '甲机')], { kind: CONFLICT_DECISION, parents: [c1.hash] });
    expect(replay([base, a2, b1, c1, one, both]).conflicts).toEqual([]);
  });

  it('决定之后对方才到的修改，又是冲突', async () => {
    const { maker, base, a2, b1 } = await edited();
    const decided = await maker.make(A, [sets('p1', '乙机')], { kind: CONFLICT_DECISION, parents: [b1.hash] });
    const b2 = await maker.make(B, [sets('p1', '乙机三改')]);
    const state = replay([base, a2, b1, decided, b2]);
    expect(state.conflicts).toMatchObject([
      { inForce: { value: '乙机', entry: { seq: 3 } }, rivals: [{ value: '乙机三改' }] },
    ]);
  });
});

/** What one device does next: on which key, and which other device's newest entry it has seen by then. */
const step = fc.record({
  chain: fc.integer({ min: 0, max: 3 }),
  key: fc.integer({ min: 0, max: 4 }),
  after: fc.option(fc.integer({ min: 0, max: 3 })),
  sees: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 2 }),
  kind: fc.constantFrom('person.edit', 'person.edit', CONFLICT_DECISION),
  import: fc.option(fc.integer({ min: 1, max: 2 }), { freq: 4 }),
});

describe('for any changes over any number of chains', () => {
  it('every arrival order gives the same state, conflicts and digest', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), fc.integer(), async (steps, seed) => {
        const maker = entryMaker(seed);
        const entries: Entry[] = [];
        const heads = new Map<number, Entry>();
        for (const { chain, key, after, sees, kind, import: part } of steps) {
          const parents = [...new Set(sees.flatMap((other) => heads.get(other)?.hash ?? []))];
          const more = { kind, parents, ...(part === null ? {} : { import: { id: 'i', part, parts: 2 } }) };
          const entry = await maker.make(`device-${chain}.1-0000abcd`, [sets(`p${key}`, after)], more);
          heads.set(chain, entry);
          entries.push(entry);
        }
        const random = seededRandom(seed);
        const states = [
          entries,
          shuffled(entries, random),
          shuffled([...entries, ...entries.slice(0, 3)], random),
        ].map((given) => replay(given));
        const digests = await Promise.all(states.map((state) => stateDigest(nodeSha256, state)));
        expect(new Set(digests).size).toBe(1);
        expect(states[1]!.conflicts).toEqual(states[0]!.conflicts);
        expect(states[2]!.openImports).toEqual(states[0]!.openImports);
        const ordered = mergeOrder(shuffled(entries, random));
        expect(ordered.length).toBe(entries.length);
        const at = new Map(ordered.map(({ hash }, i) => [hash, i]));
        for (const { header, hash } of ordered) {
          for (const before of [...header.parents, ...(header.prevHash === '' ? [] : [header.prevHash])])
            expect(at.get(before)!).toBeLessThan(at.get(hash)!);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('one chain alone never has a conflict, and its last value of each key is in force', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.option(fc.integer())), { maxLength: 30 }),
        async (edits) => {
          const maker = entryMaker(50);
          const entries = [];
          const expected = new Map<string, Json>();
          for (const [key, after] of edits) {
            entries.push(await maker.make(A, [sets(`p${key}`, after)]));
            if (after === null) expected.delete(`p${key}`);
            else expected.set(`p${key}`, after);
          }
          const state = replay(entries);
          expect(state.conflicts).toEqual([]);
          expect(new Map(state.tables.get('persons') ?? [])).toEqual(expected);
        },
      ),
    );
  });
});

function shuffled<T>(items: readonly T[], random: ReturnType<typeof seededRandom>): readonly T[] {
  const left = [...items];
  return items.map(() => left.splice(random.below(left.length), 1)[0]!);
}
