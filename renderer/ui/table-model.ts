import type { ReactNode } from 'react';

/** What a cell is for sorting, finding and copying. */
export type CellValue = string | number | null;

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** px, until the user drags it. */
  readonly width: number;
  readonly value: (row: Row) => CellValue;
  /** How the cell looks; its value as text by default. */
  readonly render?: (row: Row) => ReactNode;
  /** Offers its distinct values as a filter. */
  readonly filter?: boolean;
  readonly align?: 'left' | 'right' | 'center';
  readonly mono?: boolean;
  /** A click on the cell opens the row, as Enter does. */
  readonly opens?: boolean;
}

export interface Sort {
  readonly key: string;
  readonly direction: 'ascending' | 'descending';
}

/** What stands behind the title of a sorted column. */
export const SORT_SIGNS = { ascending: ' ▲', descending: ' ▼' } as const;

/** The order after one more click on a head: ascending, descending, as it was. */
export function nextSort(key: string, sort: Sort | null): Sort | null {
  if (sort?.key !== key) return { key, direction: 'ascending' };
  return sort.direction === 'ascending' ? { key, direction: 'descending' } : null;
}

/** Column key → values that are shown; a missing key shows all. */
export type Filters = { readonly [key: string]: ReadonlySet<string> };

export const cellText = (value: CellValue): string => (value === null ? '' : String(value));

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** Order of two cells: numbers by size, text as Chinese readers expect (pinyin), blanks last in both directions. */
function compareCells(a: CellValue, b: CellValue, sign: 1 | -1): number {
  if (a === null || a === '') return b === null || b === '' ? 0 : 1;
  if (b === null || b === '') return -1;
  return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)));
}

/** The rows to show: those that hold the searched text in some column and pass every filter, in the order asked for. */
export function arrange<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  view: { readonly search: string; readonly filters: Filters; readonly sort: Sort | null },
): readonly Row[] {
  const needle = view.search.trim().normalize('NFKC').toLowerCase();
  const filters = Object.entries(view.filters).flatMap(([key, wanted]) => {
    const column = columns.find((c) => c.key === key);
    return column ? [{ column, wanted }] : [];
  });
  const shown = rows.filter(
    (row) =>
      (needle === '' ||
        columns.some((c) => cellText(c.value(row)).normalize('NFKC').toLowerCase().includes(needle))) &&
      filters.every(({ column, wanted }) => wanted.has(cellText(column.value(row)))),
  );
  const sorted = columns.find((c) => c.key === view.sort?.key);
  if (!sorted) return shown;
  const sign = view.sort?.direction === 'descending' ? -1 : 1;
  return shown
    .map((row, i) => ({ row, i, value: sorted.value(row) }))
    .sort((a, b) => compareCells(a.value, b.value, sign) || a.i - b.i)
    .map(({ row }) => row);
}

/** The distinct values of a column, in order, with how many rows hold each. */
export function choicesOf<Row>(
  rows: readonly Row[],
  column: Column<Row>,
): readonly { readonly text: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const text = cellText(column.value(row));
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].map(([text, count]) => ({ text, count })).sort((a, b) => collator.compare(a.text, b.text));
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

/**
 * A table for the clipboard, as lines with tabs and as HTML. In the HTML every text cell is marked as text, so that
 * Excel and WPS neither turn an 18-digit number into 4.2E+17 nor take '=…' for a formula.
 */
export function clipboardTable<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
): { readonly text: string; readonly html: string } {
  const flat = (text: string): string => text.replace(/[\t\r\n]+/g, ' ');
  const lines = [columns.map((c) => c.title), ...rows.map((row) => columns.map((c) => flat(cellText(c.value(row)))))];
  const cell = (row: Row, column: Column<Row>): string => {
    const value = column.value(row);
    const style = typeof value === 'number' ? '' : ` style="mso-number-format:'\\@'"`;
    return `<td${style}>${escapeHtml(cellText(value))}</td>`;
  };
  const head = `<tr>${columns.map((c) => `<th>${escapeHtml(c.title)}</th>`).join('')}</tr>`;
  const body = rows.map((row) => `<tr>${columns.map((c) => cell(row, c)).join('')}</tr>`).join('');
  return { text: lines.map((line) => line.join('\t')).join('\r\n'), html: `<table>${head}${body}</table>` };
}
