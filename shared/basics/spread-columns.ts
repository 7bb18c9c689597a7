import type { ColumnModel } from './workbook';

/** Cuts columns 1 … n into ranges of about equal width, one per piece; fewer where there are fewer columns. */
export function spreadColumns(
  columns: readonly ColumnModel[],
  pieces: number,
): readonly { readonly from: number; readonly to: number }[] {
  const count = Math.min(pieces, columns.length);
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
  return ranges;
}
