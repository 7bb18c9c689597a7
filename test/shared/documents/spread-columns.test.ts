import { describe, expect, it } from 'vitest';
import { spreadColumns } from '../../../shared/documents/spread-columns';

describe('落款分栏', () => {
  const columns = (widths: readonly number[]) =>
    widths.map((width) => ({ header: '', width, kind: 'text' }) as const);
  it('每一列都在且只在一栏里', () => {
    for (const widths of [[5], [5, 5], [60, 5, 5, 5], [5, 5, 5, 60], [6, 12, 21, 14, 20, 8, 8, 8]]) {
      for (const pieces of [1, 2, 3, 4]) {
        const needs = Array.from({ length: pieces }, (_, i) => 4 + 9 * i);
        const ranges = spreadColumns(columns(widths), needs);
        expect(ranges.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i))).toEqual(
          widths.map((_, i) => i + 1),
        );
        expect(ranges.length).toBe(Math.min(pieces, widths.length));
      }
    }
  });
  it('放不下“培训机构（盖章）：”的一栏向有余地的邻栏要一列，谁也不因此放不下', () => {
    const widths = [6, 12, 14, 6, 15, 36, 12, 18, 26];
    const needs = [8, 8, 19, 20];
    const ranges = spreadColumns(columns(widths), needs);
    const own = ranges.map(({ from, to }) => widths.slice(from - 1, to).reduce((n, width) => n + width, 0));
    expect(own.map((width, i) => width >= needs[i]!)).toEqual([true, true, true, true]);
    expect(spreadColumns(columns([40, 4, 4, 4]), [4, 4, 4, 4]).map(({ from }) => from)).toEqual([1, 2, 3, 4]);
  });
});
