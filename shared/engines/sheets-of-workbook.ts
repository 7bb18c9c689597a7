import type { CellObject, WorkBook, WorkSheet } from 'xlsx';
import { fail, ok, type Result } from '../basics/result';
import type { MergedRange, Sheet, SheetCell, SheetRow } from '../basics/sheet';
import { SPREADSHEET_LIMITS } from './spreadsheet-limits';
import type { SpreadsheetRefusal } from './spreadsheet-refusal';

/** Our sheets from the library's workbook (read with `dense`). Formulas are never computed: the stored value counts. */
export function sheetsOf(workbook: WorkBook): Result<readonly Sheet[], SpreadsheetRefusal> {
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const sheets: Sheet[] = [];
  for (const [i, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name];
    if (!sheet) continue;
    const rows = rowsOf(sheet);
    if (rows.length > SPREADSHEET_LIMITS.rows) return fail({ code: 'file-too-large', why: 'rows' });
    if (rows.some(({ cells }) => cells.some((cell) => (cell?.text.length ?? 0) > SPREADSHEET_LIMITS.cellCharacters)))
      return fail({ code: 'file-too-large', why: 'cell' });
    const merges = (sheet['!merges'] ?? []).map(mergedRange);
    const hidden = Boolean(workbook.Workbook?.Sheets?.[i]?.Hidden);
    sheets.push({ name, hidden, date1904, rows, ...(merges.length > 0 && { merges }) });
  }
  return ok(sheets);
}

function rowsOf(sheet: WorkSheet): SheetRow[] {
  const rows: SheetRow[] = [];
  const data = sheet['!data'] ?? [];
  for (let r = 0; r < data.length; r++) {
    const line = data[r];
    if (!line) continue;
    const cells: (SheetCell | null)[] = [];
    for (let c = 0; c < Math.min(line.length, SPREADSHEET_LIMITS.columns); c++) cells.push(cellOf(line[c]));
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    if (cells.length > 0) rows.push({ row: r + 1, cells });
  }
  return rows;
}

function cellOf(cell: CellObject | undefined): SheetCell | null {
  if (!cell || cell.v === undefined || cell.v === null) return null;
  switch (cell.t) {
    case 'n': {
      const number = Number(cell.v);
      const format = typeof cell.z === 'string' ? cell.z : 'General';
      return { text: cell.w ?? String(number), kind: 'number', number, format };
    }
    case 'b':
      return { text: cell.v ? 'TRUE' : 'FALSE', kind: 'boolean' };
    case 'e':
      return { text: cell.w ?? '#N/A', kind: 'error' };
    default: {
      const text = String(cell.v);
      return text === '' ? null : { text, kind: 'text' };
    }
  }
}

const mergedRange = ({ s, e }: { s: { r: number; c: number }; e: { r: number; c: number } }): MergedRange => ({
  row: s.r + 1,
  column: s.c,
  rows: e.r - s.r + 1,
  columns: e.c - s.c + 1,
});
