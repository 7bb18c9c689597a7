import type { FootLine, Paper, SheetPage, SheetPages } from '../basics/printed-workbook';
import type { SheetModel } from '../basics/workbook';
import { rowHeight, textWidth } from './row-height';
import { spreadColumns } from './spread-columns';

/** A4 landscape. */
const PAPER: Paper = { width: 841.9, height: 595.3, side: 28.8, top: 43.2, bottom: 50.4 };

const FOOT_GAP = 8;
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
  const foot = model.foot.map((line) => footLine(line, model));
  const room = ((PAPER.height - PAPER.top - PAPER.bottom) / scale) * FILLED - title - subtitle - header;
  const footRoom = foot.length === 0 ? 0 : foot.reduce((n, { height }) => n + height, FOOT_GAP);
  const pages = paginate(rows, room, footRoom);
  return { paper: PAPER, scale, across, title, subtitle, header, rows, footGap: FOOT_GAP, foot, pages };
}

/** How many pages all sheets of a workbook have when it is printed. */
export const printedPages = (sheets: readonly SheetModel[]): number =>
  sheets.reduce((n, sheet) => n + sheetPages(sheet).pages.length, 0);

/** A foot line with its pieces over the columns; a line with fewer columns than pieces is joined at its end. */
function footLine(line: string, { columns }: SheetModel): FootLine {
  const texts = line.split('\t');
  const needs = texts.map((text) => textWidth(text) + PIECE_MARGIN);
  const pieces = spreadColumns(columns, needs).map((range, p, ranges) => ({
    ...range,
    text: p === ranges.length - 1 ? texts.slice(p).join('    ') : texts[p]!,
  }));
  const heights = pieces.map(({ text, from, to }) => {
    const width = columns.slice(from - 1, to).reduce((n, column) => n + column.width, 0);
    return rowHeight([text], [{ header: '', width, kind: 'text' }], FOOT_LINE);
  });
  return { height: Math.max(...heights), pieces };
}

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
