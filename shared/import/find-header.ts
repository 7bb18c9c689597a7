import type { MergedRange, Sheet, SheetRow } from '../basics/sheet';
import { plainText } from './cell-text';
import { endsInData, isExtra, planColumns, type ColumnPlan } from './plan-columns';
import type { ColumnChoice } from './preview';
import type { Heading, SheetReader } from './sheet-reader';

/** Header rows and their columns. */
export interface Header {
  readonly rows: readonly number[];
  readonly headings: readonly Heading[];
  readonly plan: ColumnPlan;
}

const SEARCHED_ROWS = 40;
const MOST_HEADER_ROWS = 3;

/**
 * The header of a sheet: of all one to three consecutive rows near the top those under which most fields are found, below
 * whatever title rows there are. Without any, the first row with two texts, so that columns can be chosen by hand.
 */
export function findHeader<Kind extends string, Entry, Context>(
  reader: SheetReader<Kind, Entry, Context>,
  sheet: Sheet,
  choice: ColumnChoice,
  context: Context,
): (Header & { readonly score: number }) | null {
  const width = Math.max(0, ...sheet.rows.slice(0, 200).map(({ cells }) => cells.length));
  let best: (Header & { readonly score: number }) | null = null;
  for (let first = 0; first < Math.min(sheet.rows.length, SEARCHED_ROWS); first++) {
    for (let count = 1; count <= MOST_HEADER_ROWS; count++) {
      const rows = consecutive(sheet.rows, first, count);
      if (!rows) break;
      const header = headerOf(reader, sheet, rows, width, choice, context);
      if (header.score >= 2 && better(header, best)) best = header;
    }
  }
  if (best) {
    let header = withVerticalMerges(reader, sheet, best, width, choice, context);
    for (let rows = withExtras(reader, sheet, header); rows; rows = withExtras(reader, sheet, header)) {
      const longer = headerOf(reader, sheet, rows, width, choice, context);
      if (longer.score < header.score) break;
      header = longer;
    }
    return header;
  }
  const start = sheet.rows.findIndex(({ cells }) => cells.filter((cell) => cell?.kind === 'text').length >= 2);
  const rows = start < 0 ? null : consecutive(sheet.rows, start, 1);
  return rows && headerOf(reader, sheet, rows, width, choice, context);
}

/** More fields; of equally many the shorter header, so that title rows stay out of it. */
function better(
  header: { readonly score: number; readonly rows: readonly number[] },
  best: typeof header | null,
): boolean {
  if (!best || header.score !== best.score) return header.score > (best?.score ?? 0);
  return header.rows.length < best.rows.length;
}

/** A heading that is merged downwards covers header rows that show nothing else that is known. */
function withVerticalMerges<Kind extends string, Entry, Context>(
  reader: SheetReader<Kind, Entry, Context>,
  sheet: Sheet,
  header: Header & { readonly score: number },
  width: number,
  choice: ColumnChoice,
  context: Context,
): Header & { readonly score: number } {
  const columns = new Set(header.plan.columnOf.values());
  const covering = (sheet.merges ?? []).filter(({ row, column }) => header.rows.includes(row) && columns.has(column));
  const last = Math.max(header.rows.at(-1)!, ...covering.map(({ row, rows }) => row + rows - 1));
  const first = header.rows[0]!;
  const rows = sheet.rows.filter(({ row }) => row >= first && row <= last);
  if (last - first + 1 > MOST_HEADER_ROWS || rows.length === header.rows.length) return header;
  return headerOf(reader, sheet, rows, width, choice, context);
}

/**
 * The header and the row below it, where that row says something only of columns beyond the fields: the numbers of lessons
 * under their dates, when nothing is merged downwards.
 */
function withExtras<Kind extends string, Entry, Context>(
  reader: SheetReader<Kind, Entry, Context>,
  sheet: Sheet,
  header: Header,
): readonly SheetRow[] | null {
  const columns = new Set(header.plan.columnOf.values());
  const fields = [...header.plan.columnOf].flatMap(([field, column]) => (isExtra(field) ? [] : [column]));
  const next = sheet.rows.find(({ row }) => row === header.rows.at(-1)! + 1);
  if (!reader.extras || !next || header.rows.length >= MOST_HEADER_ROWS) return null;
  const texts = next.cells.map(plainText);
  const says = texts.filter((text, column) => text !== '' && columns.has(column)).length;
  if (says < 2 || fields.some((column) => (texts[column] ?? '') !== '')) return null;
  return sheet.rows.filter(({ row }) => header.rows.includes(row) || row === next.row);
}

function consecutive(rows: readonly SheetRow[], first: number, count: number): readonly SheetRow[] | null {
  const part = rows.slice(first, first + count);
  return part.length === count && part.at(-1)!.row - part[0]!.row === count - 1 ? part : null;
}

function headerOf<Kind extends string, Entry, Context>(
  reader: SheetReader<Kind, Entry, Context>,
  sheet: Sheet,
  rows: readonly SheetRow[],
  width: number,
  choice: ColumnChoice,
  context: Context,
): Header & { readonly score: number } {
  const headings = Array.from({ length: width }, (_, index) => ({
    index,
    texts: rows.map((row) => textAt(sheet.merges ?? [], rows, row, index)),
  }));
  const plan = planColumns(reader, headings, choice, context);
  const ambiguous = plan.problems.filter(({ code }) => code === 'column-ambiguous').length;
  const score = rows.length > 1 && endsInData(reader, headings, plan.columnOf) ? 0 : plan.columnOf.size + ambiguous;
  return { rows: rows.map(({ row }) => row), headings, plan, score };
}

/** The text of a header cell; inside a merged range that of its first cell. */
function textAt(
  merges: readonly MergedRange[],
  rows: readonly SheetRow[],
  { row, cells }: SheetRow,
  column: number,
): string {
  const own = plainText(cells[column]);
  if (own !== '') return own;
  const merge = merges.find(
    (m) => row >= m.row && row < m.row + m.rows && column >= m.column && column < m.column + m.columns,
  );
  const source = merge && rows.find((candidate) => candidate.row === merge.row);
  return source ? plainText(source.cells[merge.column]) : '';
}
