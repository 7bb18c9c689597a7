import { describe, expect, it } from 'vitest';
import { chooseChain, openHeads, type ChainState } from '../../../shared/journal/chain';
import { checkpointOf, coveredSeq, sameCheckpoint } from '../../../shared/journal/checkpoint';
import {
  chainId,
  firstSeqOf,
  isChainId,
  isSegmentName,
  parseChainId,
  segmentName,
} from '../../../shared/journal/journal-names';

const state = (chain: string, more: Partial<ChainState> = {}): ChainState => ({
  chain,
  head: `head of ${chain}`,
  damaged: false,
  continues: [],
  ...more,
});
const NEW = '12345678';

describe('which chain a device writes in', () => {
  it.each([
    ['nothing here yet', [], 'device-a.1-12345678', 'install'],
    ['its own chain', [state('device-a.1-00000000')], 'device-a.1-00000000', 'continue'],
    [
      'its newest chain',
      [state('device-a.2-00000000', { continues: ['head of device-a.1-00000000'] }), state('device-a.1-00000000')],
      'device-a.2-00000000',
      'continue',
    ],
    ['ten epochs', [state('device-a.9-00000000'), state('device-a.10-00000000')], 'device-a.10-00000000', 'continue'],
    ['its own chain, still empty', [state('device-a.1-00000000', { head: null })], 'device-a.1-00000000', 'continue'],
    ['only another device', [state('device-b.4-00000000')], 'device-a.1-12345678', 'clone'],
    [
      'another device went on from its head',
      [state('device-a.1-00000000'), state('device-b.1-00000000', { continues: ['head of device-a.1-00000000'] })],
      'device-a.2-12345678',
      'elsewhere',
    ],
    [
      'another device that knew less',
      [state('device-a.1-00000000'), state('device-b.1-00000000', { continues: ['an older entry'] })],
      'device-a.1-00000000',
      'continue',
    ],
    ['damage in its chain', [state('device-a.3-00000000', { damaged: true })], 'device-a.4-12345678', 'damaged'],
    [
      'damage in an older chain',
      [state('device-a.1-00000000', { damaged: true }), state('device-a.2-00000000')],
      'device-a.2-00000000',
      'continue',
    ],
    [
      'two with the same number',
      [state('device-a.2-00000000'), state('device-a.2-ffffffff')],
      'device-a.3-12345678',
      'ambiguous',
    ],
  ] as const)('%s', (_what, chains, chain, why) => {
    expect(chooseChain('device-a', chains, NEW)).toEqual({ chain, why });
    expect(chooseChain('device-a', chains.toReversed(), NEW)).toEqual({ chain, why });
  });

  it('a restored folder never goes on in a chain', () => {
    expect(chooseChain('device-a', [state('device-a.1-00000000')], NEW, true)).toEqual({
      chain: 'device-a.2-12345678',
      why: 'restored',
    });
    expect(chooseChain('device-a', [state('device-b.1-00000000')], NEW, true)).toEqual({
      chain: 'device-a.1-12345678',
      why: 'clone',
    });
  });

  it('a device id that makes no safe name is a mistake of the program', () => {
    for (const id of ['', 'a.b', '../up', 'a b', '设备', 'x'.repeat(65)])
      expect(() => chooseChain(id, [], NEW)).toThrow(RangeError);
  });

  it('a new chain names the heads that nobody continues', () => {
    const chains = [
      state('device-a.1-00000000'),
      state('device-a.2-00000000', { continues: ['head of device-a.1-00000000'] }),
      state('device-b.1-00000000'),
      state('device-c.1-00000000', { head: null }),
      state('device-a.3-00000000'),
    ];
    expect(openHeads(chains, 'device-a.3-00000000')).toEqual([
      'head of device-a.2-00000000',
      'head of device-b.1-00000000',
    ]);
  });
});

describe('names', () => {
  it('of chains are read back', () => {
    const name = { deviceId: '0f9a3c1e-7b52-4b1d-9a55-3d5f0c6a7e21', number: 12, random: 'ab12cd34' };
    expect(parseChainId(chainId(name))).toEqual(name);
    for (const text of [
      '',
      'a',
      'a.1',
      'a.0-00000000',
      'a.01-00000000',
      'a.1-0000000',
      'a.1-0000000G',
      '.1-00000000',
      'a/b.1-00000000',
      'set-aside',
    ]) {
      expect(isChainId(text)).toBe(false);
      expect(parseChainId(text)).toBeNull();
    }
  });

  it('of segments sort as they were written', () => {
    expect(segmentName(1)).toBe('0000000001.jsonl');
    expect(firstSeqOf(segmentName(120))).toBe(120);
    expect([segmentName(100), segmentName(99), segmentName(9)].sort()).toEqual([
      segmentName(9),
      segmentName(99),
      segmentName(100),
    ]);
    for (const text of ['1.jsonl', '0000000000.jsonl', '0000000001.jsonl.part', '../0000000001.jsonl'])
      expect(isSegmentName(text)).toBe(false);
    for (const seq of [0, -1, 1.5, 10_000_000_000]) expect(() => segmentName(seq)).toThrow(RangeError);
  });
});

describe('checkpoints', () => {
  const ref = (chain: string, seq: number) => ({ chain, seq, hash: `${chain}${seq}` });
  it('are the highest entry of each chain, sorted', () => {
    const checkpoint = checkpointOf([ref('b', 1), ref('a', 3), ref('b', 2), ref('a', 1)]);
    expect(checkpoint).toEqual([ref('a', 3), ref('b', 2)]);
    expect([coveredSeq(checkpoint, 'a'), coveredSeq(checkpoint, 'c')]).toEqual([3, 0]);
  });

  it('are the same in any order', () => {
    expect(sameCheckpoint([ref('a', 1), ref('b', 2)], [ref('b', 2), ref('a', 1)])).toBe(true);
    expect(sameCheckpoint([ref('a', 1)], [ref('a', 2)])).toBe(false);
    expect(sameCheckpoint([ref('a', 1)], [ref('a', 1), ref('b', 1)])).toBe(false);
    expect(sameCheckpoint([ref('a', 1)], [{ ...ref('a', 1), hash: 'other' }])).toBe(false);
  });
});
