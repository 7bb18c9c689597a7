import { describe, expect, it } from 'vitest';
import { conclusionOf } from '../../../shared/regulation/conclusion';
import type { Finding, Judgement } from '../../../shared/regulation/finding';
import { day } from '../../../shared/basics/day';

const active = { status: { kind: 'active' } } as const;
const judged = (...findings: readonly Pick<Finding, 'outcome' | 'severity'>[]): Judgement =>
  ({ findings, submittable: findings.every(({ severity }) => severity !== 'error') }) as unknown as Judgement;

describe('一个人的结论', () => {
  it.each([
    [
      '没有提醒，可以上报',
      judged({ outcome: 'met', severity: null }, { outcome: 'notMet', severity: 'info' }),
      'ready',
    ],
    ['有提醒', judged({ outcome: 'cannotTell', severity: 'warning' }), 'reminded'],
    [
      '不符合',
      judged({ outcome: 'cannotTell', severity: 'error' }, { outcome: 'notMet', severity: 'error' }),
      'failing',
    ],
    [
      '只缺记录',
      judged({ outcome: 'cannotTell', severity: 'error' }, { outcome: 'notMet', severity: 'warning' }),
      'undecided',
    ],
  ] as const)('%s', (_, judgement, conclusion) => expect(conclusionOf(active, judgement)).toBe(conclusion));

  it('离开本班的，不论结论如何都不上报', () => {
    const left = { status: { kind: 'left', on: day('2026-03-18'), reason: '工地调动' } } as const;
    expect(conclusionOf(left, judged({ outcome: 'met', severity: null }))).toBe('gone');
  });
});
