import { read } from 'xlsx';
import { fail, type Result } from '../basics/result';
import type { Sheet } from '../basics/sheet';
import { sheetsOf } from './sheets-of-workbook';
import { SPREADSHEET_LIMITS } from './spreadsheet-limits';
import type { SpreadsheetRefusal } from './spreadsheet-refusal';

const XML_SPREADSHEET = 'urn:schemas-microsoft-com:office:spreadsheet';

/** The tables of a web page, or an XML Spreadsheet 2003, that was saved under the name .xls. Cells of pages stay text. */
export function readMarkupTables(text: string): Result<readonly Sheet[], SpreadsheetRefusal> {
  const start = text.slice(0, 2000);
  const rows = start.includes(XML_SPREADSHEET) ? /<(?:\w+:)?Row[\s>/]/g : /<tr[\s>]/gi;
  if (!start.includes(XML_SPREADSHEET) && !/<table[\s>]/i.test(text))
    return fail({ code: 'file-unreadable', why: 'not-a-spreadsheet' });
  if (text.length > SPREADSHEET_LIMITS.xmlBytes) return fail({ code: 'file-too-large', why: 'cells' });
  let count = 0;
  while (rows.exec(text))
    if (++count > SPREADSHEET_LIMITS.rows * 2) return fail({ code: 'file-too-large', why: 'rows' });
  return sheetsOf(
    read(text, { type: 'string', raw: true, dense: true, cellNF: true, cellFormula: false, cellHTML: false }),
  );
}
