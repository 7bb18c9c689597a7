import type { ColumnModel } from '../basics/workbook';

/**
 * Cuts columns 1 … n into ranges of about equal width, one per piece; fewer where there are fewer columns. A range that is narrower than
 * its piece needs takes columns from a neighbour that can spare them.
 */
export function spreadColumns(
  columns: readonly ColumnModel[],
  needs: readonly number[],
): readonly { readonly from: number; readonly to: number }[] {
  const count = Math.min(needs.length, columns.length);
  const total = columns.reduce((n, { width }) => n + width, 0);
  const ranges: { from: number; to: number }[] = [];
  let from = 1;
  let used = 0;
  for (let piece = 1; piece <= count; piece++) {
    let to = from;
    used += columns[from - 1]!.width;
    while (
      to < columns.length - (count - piece) &&
      (piece === count || used + columns[to]!.width / 2 <= (total * piece) / count)
    ) {
      used += columns[to]!.width;
      to++;
    }
    ranges.push({ from, to });
    from = to + 1;
  }
  const widthOf = ({ from: first, to: last }: { from: number; to: number }): number =>
    columns.slice(first - 1, last).reduce((n, { width }) => n + width, 0);
  const spares = (range: { from: number; to: number }, i: number, column: number): boolean =>
    range.to > range.from && widthOf(range) - columns[column - 1]!.width >= needs[i]!;
  for (let i = 0; i + 1 < count; i++) {
    const [own, next] = [ranges[i]!, ranges[i + 1]!];
    while (widthOf(own) < needs[i]! && spares(next, i + 1, next.from)) own.to = next.from++;
  }
  for (let i = count - 1; i > 0; i--) {
    const [own, before] = [ranges[i]!, ranges[i - 1]!];
    while (widthOf(own) < needs[i]! && spares(before, i - 1, before.to)) own.from = before.to--;
  }
  return ranges;
}
