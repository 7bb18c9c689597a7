import { zipSync } from 'fflate';
import { read } from 'xlsx';
import type { ArchiveRefusal } from '../basics/archive';
import { fail, ok, type Result } from '../basics/result';
import type { Sheet } from '../basics/sheet';
import { rowsWithContent } from './rows-with-content';
import { sheetsOf } from './sheets-of-workbook';
import { SPREADSHEET_LIMITS } from './spreadsheet-limits';
import type { SpreadsheetRefusal } from './spreadsheet-refusal';
import { unzip } from './unzip';

/** Every part in XML, for the library insists on those that the file lists; not what hangs on sheets (comments, drawings). */
const NEEDED = /\.(xml|rels)$/i;
const NOT_NEEDED =
  /^xl\/(worksheets\/_rels|drawings|media|comments|threadedComments|pivotTables|pivotCache|printerSettings)/i;
const SHEET = /^xl\/worksheets\//i;

/**
 * The sheets of an .xlsx (ISO/IEC 29500). Its zip is read by our own reader, which checks sizes before and while inflating
 * and every checksum; only then the clean parts, without rows that are only formatted, go to the spreadsheet library.
 */
export function readPackedWorkbook(bytes: Uint8Array): Result<readonly Sheet[], SpreadsheetRefusal> {
  const archive = unzip(bytes, SPREADSHEET_LIMITS.archive);
  if (!archive.ok) return fail(refusalOf(archive.error));
  if (!archive.value.entries.some(({ path }) => /^xl\/workbook\.xml$/i.test(path))) {
    return fail({ code: 'file-unreadable', why: 'not-a-spreadsheet' });
  }
  const parts: { [path: string]: Uint8Array } = {};
  let size = 0;
  for (const { path } of archive.value.entries) {
    if (!NEEDED.test(path) || NOT_NEEDED.test(path)) continue;
    const part = archive.value.read(path);
    if (!part.ok) return fail(refusalOf(part.error));
    const wanted = SHEET.test(path) ? rowsWithContent(part.value, SPREADSHEET_LIMITS.rows) : ok(part.value);
    if (!wanted.ok) return fail({ code: 'file-too-large', why: 'rows' });
    size += wanted.value.length;
    if (size > SPREADSHEET_LIMITS.xmlBytes) return fail({ code: 'file-too-large', why: 'cells' });
    parts[path] = wanted.value;
  }
  const clean = zipSync(parts, { level: 0 });
  return sheetsOf(read(clean, { type: 'array', dense: true, cellNF: true, cellFormula: false, cellHTML: false }));
}

function refusalOf({ kind }: ArchiveRefusal): SpreadsheetRefusal {
  switch (kind) {
    case 'too-many-entries':
    case 'too-large':
    case 'entry-too-large':
      return { code: 'file-too-large', why: 'inflated' };
    case 'encrypted':
      return { code: 'file-encrypted' };
    case 'path-escapes':
    case 'path-reserved':
    case 'duplicate-path':
    case 'size-lies':
      return { code: 'file-unreadable', why: 'hostile' };
    default:
      return { code: 'file-unreadable', why: 'damaged' };
  }
}
