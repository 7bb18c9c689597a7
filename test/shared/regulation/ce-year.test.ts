import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, anniversary, day, dayFromEpoch, epochDays, yearOf, type Day } from '../../../shared/basics/day';
import {
  ceYearDays,
  ceYearOf,
  firstCeYear,
  isNearAnniversary,
  type CeConvention,
  type CertificateOrigin,
} from '../../../shared/regulation/ce-year';

const dayArbitrary = (from: string, to: string): fc.Arbitrary<Day> =>
  fc.integer({ min: epochDays(day(from)), max: epochDays(day(to)) }).map(dayFromEpoch);
const issued = fc.oneof(
  dayArbitrary('2015-01-01', '2030-12-31'),
  fc.constantFrom(day('2016-02-29'), day('2020-02-29'), day('2024-02-29'), day('2023-01-01'), day('2023-12-31')),
);
const origins = fc.constantFrom<CertificateOrigin>('new', 'exchanged');
const conventions = fc.constantFrom<CeConvention>('anniversary', 'as-examples');

describe('继续教育年度', () => {
  it('官方示例：2020-03-10 新取证，2021年度是 2021-03-10 至 2022-03-09', () => {
    const at = (on: string): number | null => ceYearOf(day('2020-03-10'), 'new', day(on), 'anniversary');
    expect(at('2021-03-09')).toBeNull();
    expect(at('2021-03-10')).toBe(2021);
    expect(at('2022-03-09')).toBe(2021);
    expect(at('2022-03-10')).toBe(2022);
    expect(ceYearDays(day('2020-03-10'), 'new', 2021, 'anniversary')).toEqual({
      from: '2021-03-10',
      to: '2022-03-09',
    });
  });

  it('官方示例：2021-02-05 换发，按示例是 2021-02-06 至 2022-02-05', () => {
    expect(ceYearDays(day('2021-02-05'), 'exchanged', 2021, 'as-examples')).toEqual({
      from: '2021-02-06',
      to: '2022-02-05',
    });
    expect(ceYearDays(day('2021-02-05'), 'exchanged', 2021, 'anniversary')).toEqual({
      from: '2021-02-05',
      to: '2022-02-04',
    });
  });

  it('起计之日起，每一天恰属一个年度', () => {
    fc.assert(
      fc.property(issued, origins, conventions, fc.integer({ min: 0, max: 4000 }), (d, origin, convention, later) => {
        const first = firstCeYear(d, origin);
        const start = ceYearDays(d, origin, first, convention).from;
        expect(ceYearOf(d, origin, addDays(start, -1), convention)).toBeNull();
        const on = addDays(start, later);
        const year = ceYearOf(d, origin, on, convention);
        expect(year).not.toBeNull();
        const containing = Array.from({ length: 14 }, (_, k) => first + k).filter((label) => {
          const { from, to } = ceYearDays(d, origin, label, convention);
          return from <= on && on <= to;
        });
        expect(containing).toEqual([year]);
      }),
    );
  });

  it('年度首尾相接，标签是发证年加 k', () => {
    fc.assert(
      fc.property(issued, origins, conventions, fc.integer({ min: 1, max: 12 }), (d, origin, convention, k) => {
        const label = yearOf(d) + k;
        const { from, to } = ceYearDays(d, origin, label, convention);
        expect(ceYearDays(d, origin, label + 1, convention).from).toBe(addDays(to, 1));
        expect(ceYearOf(d, origin, from, convention)).toBe(label);
        expect(ceYearOf(d, origin, to, convention)).toBe(label);
        const shift = convention === 'as-examples' && origin === 'exchanged' ? 1 : 0;
        expect(from).toBe(addDays(anniversary(d, k), shift));
      }),
    );
  });

  it('两种口径只在周年日当天不同，而那天总有提示', () => {
    fc.assert(
      fc.property(
        issued,
        origins,
        fc.integer({ min: -3, max: 3 }),
        fc.integer({ min: 0, max: 8 }),
        (d, origin, step, k) => {
          const on = addDays(anniversary(d, k), step);
          const differ = ceYearOf(d, origin, on, 'anniversary') !== ceYearOf(d, origin, on, 'as-examples');
          if (differ) expect(isNearAnniversary(d, origin, on)).toBe(true);
          const counts = yearOf(anniversary(d, k)) >= firstCeYear(d, origin);
          expect(isNearAnniversary(d, origin, on)).toBe(counts && Math.abs(step) <= 1);
        },
      ),
    );
  });

  it('2月29日发证，平年的周年日是3月1日', () => {
    const at = (on: string): number | null => ceYearOf(day('2024-02-29'), 'new', day(on), 'anniversary');
    expect([at('2025-02-28'), at('2025-03-01'), at('2026-02-28'), at('2028-02-28'), at('2028-02-29')]).toEqual([
      null,
      2025,
      2025,
      2027,
      2028,
    ]);
  });
});
