import type { Sheet, SheetRow } from '../basics/sheet';
import { isBlank } from './cell-text';

/** The rows below the header with downward merges filled in: a date or an employer that was merged over several rows. */
export function rowsWithMergesFilled(sheet: Sheet, headerEnd: number): readonly SheetRow[] {
  const rows = sheet.rows.filter(({ row }) => row > headerEnd);
  const down = (sheet.merges ?? []).filter((merge) => merge.rows > 1 && merge.row > headerEnd);
  if (down.length === 0) return rows;
  const byRow = new Map(rows.map((row) => [row.row, row]));
  for (const merge of down) {
    const value = byRow.get(merge.row)?.cells[merge.column];
    if (!value) continue;
    for (let row = merge.row + 1; row < merge.row + merge.rows; row++) {
      const line = byRow.get(row);
      if (!line || !isBlank(line.cells[merge.column])) continue;
      const cells = [...line.cells];
      while (cells.length <= merge.column) cells.push(null);
      cells[merge.column] = value;
      byRow.set(row, { row, cells });
    }
  }
  return rows.map(({ row }) => byRow.get(row)!);
}
