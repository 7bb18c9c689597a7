import { rowHeight, textWidth } from './row-height';
import { spreadColumns } from './spread-columns';
import type { SheetModel } from './workbook';

/** A4 landscape and its margins, in points. The writer prints with these margins. */
export const PAPER = { width: 841.9, height: 595.3, side: 28.8, top: 43.2, bottom: 50.4 } as const;

export const FOOT_GAP = 8;
const FOOT_LINE = 24;
/** A piece of a foot line is set a little larger than the cells, and its cell has margins. */
const PIECE_MARGIN = 2;
const TITLE_HEIGHT = 32;
const SUBTITLE_HEIGHT = 20;
const HEADER_HEIGHT = 28;
const ROW_HEIGHT = 21;
/** A foot never stands on a page without some of its table. */
const ROWS_WITH_FOOT = 3;
/** Printers and programs differ by a few points; a page that is full to the last one would spill over. */
const FILLED = 0.97;
/** Excel's width of a column in points: 7 pixels a digit and 5 between, at 96 to the inch (ISO/IEC 29500-1, 18.3.1.13). */
const columnPoints = (width: number): number => Math.trunc(width * 7 + 5) * 0.75;

/** A printed page: rows from … to − 1 of the sheet. Only the last page has the foot. */
export interface SheetPage {
  readonly from: number;
  readonly to: number;
}

/** How a sheet stands on paper: heights in points before it is shrunk to the width of the page, and what is on each page. */
export interface SheetPages {
  /** 1 = not shrunk; a text of 10 points is printed in 10 × scale. */
  readonly scale: number;
  /** Width of the table before it is shrunk. */
  readonly across: number;
  readonly title: number;
  readonly subtitle: number;
  readonly header: number;
  readonly rows: readonly number[];
  readonly foot: readonly number[];
  readonly pages: readonly SheetPage[];
}

/**
 * Lays a sheet out on A4 landscape. Title, sub-line and header stand on every page; the foot stands on the last one and brings
 * at least three rows with it, so that a place for the stamp is never alone on its page. An empty sheet is one page.
 */
export function sheetPages(model: SheetModel): SheetPages {
  const { columns } = model;
  const across = columns.reduce((n, { width }) => n + columnPoints(width), 0);
  const scale = Math.min(1, (PAPER.width - 2 * PAPER.side) / across);
  const merged = (text: string, least: number): number =>
    rowHeight([text], [{ header: '', width: columns.reduce((n, { width }) => n + width, 0), kind: 'text' }], least);
  const title = merged(model.title, TITLE_HEIGHT);
  const subtitle = model.subtitle === undefined ? 0 : merged(model.subtitle, SUBTITLE_HEIGHT);
  const header = rowHeight(
    columns.map((column) => column.header),
    columns,
    HEADER_HEIGHT,
  );
  const rows = model.rows.map((values) => rowHeight(values, columns, ROW_HEIGHT));
  const foot = model.foot.map((line) => footHeight(line, model));
  const room = ((PAPER.height - PAPER.top - PAPER.bottom) / scale) * FILLED - title - subtitle - header;
  const footRoom = foot.length === 0 ? 0 : foot.reduce((n, height) => n + height, FOOT_GAP);
  return { scale, across, title, subtitle, header, rows, foot, pages: paginate(rows, room, footRoom) };
}

/** How many pages all sheets of a workbook have when it is printed. */
export const printedPages = (sheets: readonly SheetModel[]): number =>
  sheets.reduce((n, sheet) => n + sheetPages(sheet).pages.length, 0);

/** Which pieces of a foot line stand over which columns (1 … n); a line with fewer columns than pieces is joined at its end. */
export function footPieces(
  line: string,
  { columns }: Pick<SheetModel, 'columns'>,
): readonly { readonly text: string; readonly from: number; readonly to: number }[] {
  const pieces = line.split('\t');
  const needs = pieces.map((piece) => textWidth(piece) + PIECE_MARGIN);
  return spreadColumns(columns, needs).map((range, p, ranges) => ({
    ...range,
    text: p === ranges.length - 1 ? pieces.slice(p).join('    ') : pieces[p]!,
  }));
}

const footHeight = (line: string, model: SheetModel): number =>
  Math.max(
    ...footPieces(line, model).map(({ text, from, to }) => {
      const width = model.columns.slice(from - 1, to).reduce((n, column) => n + column.width, 0);
      return rowHeight([text], [{ header: '', width, kind: 'text' }], FOOT_LINE);
    }),
  );

function paginate(rows: readonly number[], room: number, foot: number): readonly SheetPage[] {
  const pages: { from: number; to: number }[] = [{ from: 0, to: 0 }];
  let used = 0;
  rows.forEach((height, i) => {
    if (used > 0 && used + height > room) {
      pages.push({ from: i, to: i });
      used = 0;
    }
    used += height;
    pages.at(-1)!.to = i + 1;
  });
  const heightOf = ({ from, to }: SheetPage): number => rows.slice(from, to).reduce((n, height) => n + height, 0);
  const last = pages.at(-1)!;
  const before = pages.at(-2);
  const carried = Math.max(0, last.to - ROWS_WITH_FOOT);
  if (heightOf(last) + foot > room && last.to - last.from > 1) {
    const from = Math.max(last.from + 1, carried);
    pages.push({ from, to: last.to });
    last.to = from;
  } else if (before && last.from > carried) {
    const from = Math.max(before.from + 1, carried);
    if (heightOf({ from, to: last.to }) + foot <= room) before.to = last.from = from;
  }
  return pages;
}
