import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, dayFromEpoch, monthOf, yearOf } from '../../../shared/basics/day';
import { readDayText } from '../../../renderer/ui/read-day-text';

describe('手工录入的日期', () => {
  it.each([
    ['20260316', '2026-03-16'],
    ['2026-03-16', '2026-03-16'],
    ['2026-3-16', '2026-03-16'],
    ['2026.3.16', '2026-03-16'],
    ['2026/3/16', '2026-03-16'],
    ['2026年3月16日', '2026-03-16'],
    [' 2026 年 3 月 16 日 ', '2026-03-16'],
    ['２０２６．３．１６', '2026-03-16'],
    ['2026。3。16', '2026-03-16'],
    ['2024-2-29', '2024-02-29'],
  ])('%s 读作 %s', (text, expected) => {
    expect(readDayText(text)).toBe(expected);
  });

  it.each(['', '2026', '2026-13-1', '2023-2-29', '2026-02-30', '202603', '16.3.2026', '明天', '2026-3-16x'])(
    '“%s”不是日期',
    (text) => {
      expect(readDayText(text)).toBeNull();
    },
  );

  it('没有写年份时用给出的年份，没有给出就读不出', () => {
    expect(readDayText('3-16', 2026)).toBe('2026-03-16');
    expect(readDayText('3月16日', 2026)).toBe('2026-03-16');
    expect(readDayText('3.16')).toBeNull();
    expect(readDayText('2-29', 2025)).toBeNull();
  });

  it('任何一天的六种写法都读回同一天', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), (n) => {
        const d = dayFromEpoch(n);
        const [y, m, t] = [yearOf(d), monthOf(d), dateOf(d)];
        for (const text of [
          d,
          d.replaceAll('-', ''),
          `${y}.${m}.${t}`,
          `${y}/${m}/${t}`,
          `${y}-${m}-${t}`,
          `${y}年${m}月${t}日`,
        ])
          expect(readDayText(text)).toBe(d);
      }),
    );
  });
});
