import { say } from '../../../shared/problems/say';
import * as XLSX from 'xlsx';
import type { Sheet } from '../../../shared/basics/sheet';
import { readSpreadsheet } from '../../../shared/engines/read-spreadsheet';
import { sampleBytes } from '../../sample-bytes';

export const sample = (name: string): Uint8Array => sampleBytes(`annual-2026-03/${name}`);
export const text = (value: string): Uint8Array => new TextEncoder().encode(value);

export function sheets(bytes: Uint8Array, name = '名册.xlsx'): readonly Sheet[] {
  const read = readSpreadsheet(bytes, name);
  if (!read.ok) throw new Error(`${read.error.code} ${JSON.stringify(read.error.values)}`);
  return read.value;
}
export const refusal = (bytes: Uint8Array, name = '名册.xlsx'): string => {
  const read = readSpreadsheet(bytes, name);
  return read.ok ? 'ok' : `${read.error.code}:${say(read.error.values?.['why'] ?? '')}`;
};
export const table = (sheet: Sheet): (string | null)[][] =>
  sheet.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? null));

export function workbook(rows: unknown[][], bookType: XLSX.BookType = 'xlsx', date1904 = false): Uint8Array {
  const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet(rows), '名册');
  if (date1904) book.Workbook = { WBProps: { date1904: true } };
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType }) as ArrayBuffer);
}

const WORKBOOK =
  '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>';
const RELS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>';
const ROOT_RELS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>';
const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>';
export const sheetXml = (rows: string): string =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
export const parts = (
  sheet: Uint8Array | string,
  more: { [path: string]: Uint8Array } = {},
): { [path: string]: Uint8Array } => ({
  '[Content_Types].xml': text(TYPES),
  '_rels/.rels': text(ROOT_RELS),
  'xl/workbook.xml': text(WORKBOOK),
  'xl/_rels/workbook.xml.rels': text(RELS),
  'xl/worksheets/sheet1.xml': typeof sheet === 'string' ? text(sheet) : sheet,
  ...more,
});
export const inline = (row: number, value: string): string =>
  `<row r="${row}"><c r="A${row}" t="inlineStr"><is><t>${value}</t></is></c></row>`;
export const small = sheetXml(inline(1, '姓名') + inline(2, '李㛃'));

/** Where the zip's directory speaks of a path. */
export function directoryEntry(zip: Uint8Array, name: string): number {
  const wanted = Buffer.from(name);
  for (let at = 0; ; at++) {
    at = Buffer.from(zip.buffer, zip.byteOffset, zip.length).indexOf(Buffer.from([0x50, 0x4b, 1, 2]), at);
    if (at < 0) throw new Error(`no ${name} in the directory`);
    if (wanted.equals(zip.subarray(at + 46, at + 46 + wanted.length))) return at;
  }
}

/** The zip with one path written over by another of the same length. */
export function renamed(zip: Uint8Array, from: string, to: string): Uint8Array {
  if (from.length !== to.length) throw new Error('equal lengths only');
  const bytes = Buffer.from(zip);
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at)) bytes.write(to, at);
  return new Uint8Array(bytes);
}

/** The xls with a FILEPASS record ([MS-XLS] 2.4.117, RC4) put behind its first BOF. */
export function withFilePass(xls: Uint8Array): Uint8Array {
  const ole = XLSX.CFB.read(xls, { type: 'array' });
  const stream = XLSX.CFB.find(ole, 'Workbook')!;
  const content = Buffer.from(stream.content as Uint8Array);
  const bof = 4 + content.readUInt16LE(2);
  const pass = Buffer.alloc(4 + 54);
  pass.writeUInt16LE(0x2f, 0);
  pass.writeUInt16LE(54, 2);
  pass.writeUInt16LE(1, 4);
  pass.writeUInt16LE(1, 6);
  pass.writeUInt16LE(1, 8);
  stream.content = Buffer.concat([content.subarray(0, bof), pass, content.subarray(bof)]);
  stream.size = stream.content.length;
  return new Uint8Array(XLSX.CFB.write(ole, { type: 'array' }) as ArrayBuffer);
}

/** The xls with the number cell B1 made a FORMULA record ([MS-XLS] 2.4.127; 0x0206 and 0x0406 are those of Excel 3 and 4) whose tokens run past their end. */
export function withFormulaRecord(xls: Uint8Array, id = 0x0006): Uint8Array {
  const ole = XLSX.CFB.read(xls, { type: 'array' });
  const stream = XLSX.CFB.find(ole, 'Workbook')!;
  const content = Buffer.from(stream.content as Uint8Array);
  let at = 0;
  while (content.readUInt16LE(at) !== 0x0203) at += 4 + content.readUInt16LE(at + 2);
  const tokens = Buffer.from([0x44, 0x00, 0x00, 0x00, 0x00, 0x44, 0x00]);
  const formula = Buffer.alloc(4 + 22 + tokens.length);
  formula.writeUInt16LE(id, 0);
  formula.writeUInt16LE(22 + tokens.length, 2);
  content.copy(formula, 4, at + 4, at + 4 + 14);
  formula.writeUInt16LE(tokens.length - 1, 24);
  tokens.copy(formula, 26);
  stream.content = Buffer.concat([content.subarray(0, at), formula, content.subarray(at + 18)]);
  stream.size = stream.content.length;
  return new Uint8Array(XLSX.CFB.write(ole, { type: 'array' }) as ArrayBuffer);
}
