import Papa from 'papaparse';
import { fail, ok, type Result } from '../basics/result';
import type { Sheet, SheetCell, SheetRow } from '../basics/sheet';
import { SPREADSHEET_LIMITS } from './spreadsheet-limits';
import type { SpreadsheetRefusal } from './spreadsheet-refusal';

const DELIMITERS = [',', '\t', ';', '，', '|'] as const;
const SPARE_ROWS = 1000;

/** The one sheet of a text file with a separator (RFC 4180; tab, semicolon, full-width comma and upright stroke as well). All cells stay text. */
export function readCsv(text: string): Result<readonly Sheet[], SpreadsheetRefusal> {
  const parsed = Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    skipEmptyLines: false,
    preview: SPREADSHEET_LIMITS.rows + SPARE_ROWS,
  });
  const tooLong = (field: string): boolean => field.length > SPREADSHEET_LIMITS.cellCharacters;
  if (parsed.data.some((fields) => fields.some(tooLong))) return fail({ code: 'file-too-large', why: 'cell' });
  const rows: SheetRow[] = [];
  parsed.data.forEach((fields, i) => {
    const cells = fields.slice(0, SPREADSHEET_LIMITS.columns).map(textCell);
    if (cells.some((cell) => cell !== null)) rows.push({ row: i + 1, cells });
  });
  if (rows.length > SPREADSHEET_LIMITS.rows || parsed.meta.truncated)
    return fail({ code: 'file-too-large', why: 'rows' });
  return ok([{ name: 'csv', hidden: false, date1904: false, rows }]);
}

/** Excel writes ="0123" where a text must stay a text: the text is meant. */
function textCell(field: string): SheetCell | null {
  const guarded = /^="([^"]*)"$/.exec(field);
  const text = guarded ? guarded[1]! : field;
  return text === '' ? null : { text, kind: 'text' };
}

/** The separator that most of the first lines are cut by. */
function delimiterOf(text: string): string {
  const lines = text.slice(0, 20_000).split(/\r\n|\n|\r/, 50);
  const count = (delimiter: string): number => lines.reduce((sum, line) => sum + line.split(delimiter).length - 1, 0);
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}
