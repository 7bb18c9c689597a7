import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  ageOn,
  anniversary,
  day,
  dayFromEpoch,
  dayOf,
  epochDays,
  parseDay,
  weekdayOf,
} from '../../../shared/basics/day';

describe('日期', () => {
  it('不存在的日期不被接受', () => {
    expect(parseDay('2023-02-29')).toBeNull();
    expect(parseDay('2024-02-29')).toBe('2024-02-29');
    expect(parseDay('2020-13-01')).toBeNull();
    expect(parseDay('2020-1-1')).toBeNull();
    expect(dayOf(1900, 2, 29)).toBeNull();
    expect(dayOf(2000, 2, 29)).toBe('2000-02-29');
  });

  it('2月29日的周年在平年是3月1日', () => {
    expect(anniversary(day('2024-02-29'), 1)).toBe('2025-03-01');
    expect(anniversary(day('2024-02-29'), 4)).toBe('2028-02-29');
  });

  it('生日当天满周岁，前一天不满', () => {
    expect(ageOn(day('1960-09-10'), day('2020-09-09'))).toBe(59);
    expect(ageOn(day('1960-09-10'), day('2020-09-10'))).toBe(60);
    expect(ageOn(day('2004-02-29'), day('2022-02-28'))).toBe(17);
    expect(ageOn(day('2004-02-29'), day('2022-03-01'))).toBe(18);
  });

  it('2026-03-16 是星期一', () => {
    expect(weekdayOf(day('2026-03-16'))).toBe(1);
    expect(weekdayOf(day('2026-03-22'))).toBe(7);
    expect(weekdayOf(day('1969-12-31'))).toBe(3);
  });

  it('天数与日期互为反函数', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 2_000_000 }), (n) => {
        expect(epochDays(dayFromEpoch(n))).toBe(n);
      }),
    );
  });

  it('加减天数可以抵消', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: -5000, max: 5000 }), (n, k) => {
        const d = dayFromEpoch(n);
        expect(addDays(addDays(d, k), -k)).toBe(d);
      }),
    );
  });
});
