import { assertNever } from '../basics/assert-never';
import { fail, ok, type Result } from '../basics/result';
import type { Sheet } from '../basics/sheet';
import { importProblem } from '../problems/import-problems';
import type { Problem } from '../problems/problem';
import { decodeText } from './decode-text';
import { readCsv } from './read-csv';
import { readMarkupTables } from './read-markup-tables';
import { readOldWorkbook } from './read-old-workbook';
import { readPackedWorkbook } from './read-packed-workbook';
import type { SpreadsheetRefusal } from './spreadsheet-refusal';

const LARGEST_FILE = 50 * 1024 ** 2;

/**
 * The sheets of a spreadsheet file, told by its content and not by its name: .xlsx, .xls (BIFF8), a web page or XML
 * spreadsheet saved as .xls, .csv in UTF-8, UTF-16, GBK or GB18030. Numbers keep their number format, csv cells stay text.
 * Hostile, damaged, encrypted, empty and enormous files come back as a problem; nothing is thrown.
 */
export function readSpreadsheet(bytes: Uint8Array, fileName: string): Result<readonly Sheet[], Problem> {
  const read = bytes.length > LARGEST_FILE ? fail({ code: 'file-too-large', why: 'bytes' } as const) : readAny(bytes);
  if (!read.ok) {
    return fail(refusedFile(read.error, fileName));
  }
  if (read.value.every(({ rows }) => rows.length === 0))
    return fail(importProblem('file-unreadable', { file: fileName, why: 'no-rows' }));
  return ok(read.value);
}

function refusedFile(refusal: SpreadsheetRefusal, file: string): Problem {
  switch (refusal.code) {
    case 'file-encrypted':
      return importProblem(refusal.code, { file });
    case 'file-too-large':
      return importProblem(refusal.code, { file, why: refusal.why });
    case 'file-unreadable':
      return importProblem(refusal.code, { file, why: refusal.why });
    default:
      return assertNever(refusal);
  }
}

function readAny(bytes: Uint8Array): Result<readonly Sheet[], SpreadsheetRefusal> {
  if (bytes.length === 0) return fail({ code: 'file-unreadable', why: 'empty' });
  try {
    if (startsWith(bytes, [0x50, 0x4b])) return readPackedWorkbook(bytes);
    if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return readOldWorkbook(bytes);
    const text = decodeText(bytes);
    if (!text.ok) return fail({ code: 'file-unreadable', why: text.error });
    if (/^(?:%PDF-|\{\\rtf)/.test(text.value)) return fail({ code: 'file-unreadable', why: 'not-a-spreadsheet' });
    return /^\s*</.test(text.value) ? readMarkupTables(text.value) : readCsv(text.value);
  } catch {
    return fail({ code: 'file-unreadable', why: 'damaged' });
  }
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, i) => bytes[i] === byte);
