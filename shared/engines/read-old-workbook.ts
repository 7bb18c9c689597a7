import { CFB, read } from 'xlsx';
import { fail, type Result } from '../basics/result';
import type { Sheet } from '../basics/sheet';
import { biffWithoutFormulas } from './biff-without-formulas';
import { sheetsOf } from './sheets-of-workbook';
import type { SpreadsheetRefusal } from './spreadsheet-refusal';

/**
 * The sheets of an OLE compound file: .xls and .et (BIFF8). An encrypted .xlsx is also one ([MS-OFFCRYPTO] 2.3.4), as is
 * an .xls with a FILEPASS record. Workbooks of Excel 95 and before are refused: their code page is not reliably known.
 */
export function readOldWorkbook(bytes: Uint8Array): Result<readonly Sheet[], SpreadsheetRefusal> {
  const container = CFB.read(bytes, { type: 'array' });
  const streams = container.FullPaths.map((path: string) => path.split('/').at(-1)!.toLowerCase());
  if (streams.includes('encryptedpackage')) return fail({ code: 'file-encrypted' });
  const content = CFB.find(container, '/Workbook')?.content;
  if (!content) {
    return fail({ code: 'file-unreadable', why: streams.includes('book') ? 'too-old' : 'not-a-spreadsheet' });
  }
  const clean = CFB.utils.cfb_new();
  CFB.utils.cfb_add(clean, '/Workbook', biffWithoutFormulas(Uint8Array.from(content)));
  try {
    return sheetsOf(
      read(new Uint8Array(CFB.write(clean, { type: 'array' }) as ArrayBuffer), {
        type: 'array',
        dense: true,
        cellNF: true,
        cellFormula: false,
        cellHTML: false,
      }),
    );
  } catch (error) {
    if (error instanceof Error && /password|encrypt/i.test(error.message)) return fail({ code: 'file-encrypted' });
    throw error;
  }
}
