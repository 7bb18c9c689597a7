import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { dayRange, weekdayText } from '../../../renderer/text/format';

describe('日期的写法', () => {
  it.each([
    ['2026-03-16', '2026-03-20', '2026年3月16–20日'],
    ['2026-03-30', '2026-04-03', '2026年3月30日–4月3日'],
    ['2025-12-29', '2026-01-02', '2025年12月29日–2026年1月2日'],
    ['2026-03-16', '2026-03-16', '2026年3月16日'],
  ])('%s 到 %s', (from, to, text) => {
    expect(dayRange(day(from), day(to))).toBe(text);
  });

  it('2026-03-16 是周一', () => {
    expect(weekdayText(day('2026-03-16'))).toBe('周一');
  });
});
