import ExcelJS, { type DataValidation, type Style, type Workbook, type Worksheet } from 'exceljs';
import { PACKAGE_LIMITS } from '../basics/archive';
import { parseDay } from '../basics/day';
import type { PrintedSheet, PrintedWorkbook } from '../basics/printed-workbook';
import type { CellValue, ColumnModel } from '../basics/workbook';
import { unzip } from './unzip';
import { columnLetters, sheetName } from './workbook-layout';
import { cellStyles, FOOT, HEADER, SUBTITLE, TITLE } from './workbook-styles';
import { zip } from './zip';

/** exceljs takes whole ranges here, which its types do not say. */
type RangeValidations = { readonly dataValidations: { add(range: string, rule: DataValidation): void } };

const STYLES = 'xl/styles.xml';
/**
 * The first font of a workbook is the one that column widths are counted in. The library's is Calibri 11, for which systems without it
 * take a font a third wider; ten points of Song are seven pixels a digit, which is what the layout reckons with.
 */
const LIBRARY_FONT = /<font>(?:(?!<\/font>).)*Calibri(?:(?!<\/font>).)*<\/font>/;
const OUR_FONT = '<font><sz val="10"/><name val="宋体"/></font>';
const SHEET = /^xl\/worksheets\/sheet\d+\.xml$/;
const SHEET_END = '</worksheet>';
const LONGEST_INLINE_LIST = 255;
const CHOICES_SHEET = '选项';
/** ISO/IEC 29500 ST_Xstring: _xHHHH_ is an escape, so the underscore of one that stands in a text is itself escaped. */
const ESCAPE_LOOKALIKE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/**
 * An .xlsx file of a workbook that was laid out: title, sub-line, header repeated on every page, bordered rows, foot lines, A4 landscape fitted to
 * the width, frozen panes, dropdowns, page numbers. No formula is ever written; every text is in text format. The same
 * model gives the same bytes.
 */
export async function writeWorkbook(model: PrintedWorkbook): Promise<Uint8Array<ArrayBuffer>> {
  const created = parseDay(model.created.slice(0, 10));
  if (!created) throw new RangeError('a workbook needs the day of its making');
  const book = new ExcelJS.Workbook();
  book.creator = model.author;
  book.lastModifiedBy = model.author;
  book.created = new Date(model.created);
  book.modified = new Date(model.created);
  const choices = new ChoiceLists();
  const names = new Set<string>([CHOICES_SHEET]);
  for (const sheet of model.sheets) {
    const name = sheetName(sheet.name, names);
    names.add(name.toLowerCase());
    writeSheet(book, name, sheet, choices);
  }
  choices.writeInto(book);
  const written = new Uint8Array(await book.xlsx.writeBuffer());

  // The library stamps its zip with the clock, so the parts are packed again with the model's day.
  const archive = unzip(written, PACKAGE_LIMITS);
  if (!archive.ok) throw new Error(`the workbook could not be packed: ${archive.error.kind}`);
  const parts = archive.value.entries
    .filter(({ path }) => !path.endsWith('/'))
    .map(({ path }) => {
      const part = archive.value.read(path);
      if (!part.ok) throw new Error(`the workbook could not be packed: ${part.error.kind}`);
      return { path, bytes: finished(path, part.value) };
    });
  return zip(parts, created);
}

function writeSheet(book: Workbook, name: string, model: PrintedSheet, choices: ChoiceLists): void {
  const { columns, layout } = model;
  const { paper } = layout;
  const headerRow = model.subtitle === undefined ? 2 : 3;
  const footer = model.pageFooter === undefined ? '' : `&L&9 ${escapeFooter(model.pageFooter)}`; // the blank keeps a leading digit out of the size
  const sheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: model.frozenColumns, ySplit: headerRow, zoomScale: 100 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `1:${headerRow}`,
      margins: {
        left: paper.side / 72,
        right: paper.side / 72,
        top: paper.top / 72,
        bottom: paper.bottom / 72,
        header: 0.3,
        footer: 0.35,
      },
    },
    headerFooter: { oddFooter: `${footer}&C&9第 &P 页  共 &N 页` },
  });
  sheet.columns = columns.map(({ width }) => ({ width }));

  mergedLine(sheet, 1, columns.length, model.title, TITLE, layout.title);
  if (model.subtitle !== undefined) mergedLine(sheet, 2, columns.length, model.subtitle, SUBTITLE, layout.subtitle);
  const header = sheet.getRow(headerRow);
  columns.forEach((column, i) => {
    const cell = header.getCell(i + 1);
    cell.value = safeText(column.header);
    cell.style = HEADER;
  });
  header.height = layout.header;
  const last = writeRows(sheet, headerRow, model);
  writeChoices(sheet, headerRow + 1, last, columns, choices);
  writeFoot(sheet, last + 1, model);
}

/** The data rows and the spare rows; gives the number of the last one. */
function writeRows(
  sheet: Worksheet,
  headerRow: number,
  { columns, rows, flagged, spareRows, layout }: PrintedSheet,
): number {
  const style = cellStyles();
  const flags = new Set(flagged?.map(({ row, column }) => `${row}:${column}`));
  rows.forEach((values, r) => {
    const row = sheet.getRow(headerRow + 1 + r);
    columns.forEach(({ kind }, c) => {
      const value: CellValue = values[c] ?? null;
      const cell = row.getCell(c + 1);
      if (value !== null) cell.value = typeof value === 'string' ? safeText(value) : value;
      cell.style = style(kind, typeof value === 'number' ? 'number' : 'text', flags.has(`${r}:${c}`));
    });
    row.height = layout.rows[r]!;
  });
  // Every page ends where the preview says; a sheet that is going to be filled in finds its own ends.
  if (spareRows === undefined)
    for (const { to } of layout.pages.slice(0, -1)) sheet.getRow(headerRow + to).addPageBreak();
  const last = headerRow + rows.length;
  for (let r = 1; r <= (spareRows ?? 0); r++) {
    const row = sheet.getRow(last + r);
    row.height = 21;
    columns.forEach(({ kind }, c) => {
      row.getCell(c + 1).style = style(kind, kind === 'number' ? 'number' : 'text', false);
    });
  }
  return last + (spareRows ?? 0);
}

function writeChoices(
  sheet: Worksheet,
  first: number,
  last: number,
  columns: readonly ColumnModel[],
  choices: ChoiceLists,
): void {
  if (last < first) return;
  columns.forEach((column, i) => {
    if (!column.choices) return;
    const letters = columnLetters(i + 1);
    (sheet as Worksheet & RangeValidations).dataValidations.add(`${letters}${first}:${letters}${last}`, {
      type: 'list',
      allowBlank: true,
      formulae: [choices.formula(column.choices)],
      showErrorMessage: true,
      errorTitle: column.header,
      error: '请从下拉列表中选择。',
    });
  });
}

function writeFoot(sheet: Worksheet, from: number, { layout }: PrintedSheet): void {
  if (layout.foot.length > 0) sheet.getRow(from).height = layout.footGap;
  layout.foot.forEach(({ height, pieces }, i) => {
    const row = sheet.getRow(from + 1 + i);
    row.height = height;
    for (const { text, from: left, to: right } of pieces) {
      const cell = row.getCell(left);
      cell.value = safeText(text);
      cell.style = FOOT;
      if (right > left) sheet.mergeCells(row.number, left, row.number, right);
    }
  });
}

function mergedLine(
  sheet: Worksheet,
  row: number,
  columns: number,
  text: string,
  style: Partial<Style>,
  height: number,
): void {
  const cell = sheet.getCell(row, 1);
  cell.value = safeText(text);
  cell.style = style;
  if (columns > 1) sheet.mergeCells(row, 1, row, columns);
  sheet.getRow(row).height = height;
}

/** Lists too long for a rule of their own (255 characters), or with a comma or quote in them, stand in a hidden sheet. */
class ChoiceLists {
  private readonly lists: (readonly string[])[] = [];

  formula(choices: readonly string[]): string {
    const inline = choices.join(',');
    if (inline.length <= LONGEST_INLINE_LIST && !choices.some((choice) => /[,"]/.test(choice))) return `"${inline}"`;
    this.lists.push(choices);
    const letters = columnLetters(this.lists.length);
    return `${CHOICES_SHEET}!$${letters}$1:$${letters}$${choices.length}`;
  }

  writeInto(book: Workbook): void {
    if (this.lists.length === 0) return;
    const sheet = book.addWorksheet(CHOICES_SHEET, { state: 'veryHidden' });
    this.lists.forEach((list, column) => {
      list.forEach((choice, row) => {
        sheet.getCell(row + 1, column + 1).value = safeText(choice);
      });
    });
  }
}

/** What the library cannot say: the default font, and that a number in text format is meant so. */
function finished(path: string, bytes: Uint8Array): Uint8Array {
  if (path === STYLES) return inOurFont(bytes);
  return SHEET.test(path) ? withoutWarnings(bytes) : bytes;
}

/** Spreadsheet programs put a green corner on every identity number otherwise (ISO/IEC 29500-1, 18.3.1.50 ignoredErrors). */
function withoutWarnings(sheet: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(sheet);
  const [, range] = /<dimension ref="([A-Z]+\d+(?::[A-Z]+\d+)?)"/.exec(text) ?? [];
  if (range === undefined || !text.endsWith(SHEET_END)) throw new Error('the workbook has a sheet of another form');
  const ignored = `<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors>`;
  return new TextEncoder().encode(text.slice(0, -SHEET_END.length) + ignored + SHEET_END);
}

function inOurFont(styles: Uint8Array): Uint8Array<ArrayBuffer> {
  const text = new TextDecoder().decode(styles);
  if (!LIBRARY_FONT.test(text)) throw new Error('the workbook has no default font');
  return new TextEncoder().encode(text.replace(LIBRARY_FONT, OUR_FONT));
}

const safeText = (text: string): string => text.toWellFormed().replace(ESCAPE_LOOKALIKE, '_x005F_');

/** '&' starts a code in a page footer; the whole may have 255 characters. */
const escapeFooter = (text: string): string =>
  Array.from(text.replaceAll('\n', ' ')).slice(0, 80).join('').replaceAll('&', '&&');
