import { zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { readSpreadsheet } from '../../../shared/engines/read-spreadsheet';
import type { Sheet } from '../../../shared/basics/sheet';

const samples = path.resolve(import.meta.dirname, '../../samples/annual-2026-03');
const sample = (name: string): Uint8Array => new Uint8Array(readFileSync(path.join(samples, name)));
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

function sheets(bytes: Uint8Array, name = '名册.xlsx'): readonly Sheet[] {
  const read = readSpreadsheet(bytes, name);
  if (!read.ok) throw new Error(`${read.error.code} ${JSON.stringify(read.error.values)}`);
  return read.value;
}
const refusal = (bytes: Uint8Array, name = '名册.xlsx'): string => {
  const read = readSpreadsheet(bytes, name);
  return read.ok ? 'ok' : `${read.error.code}:${String(read.error.values?.['why'] ?? '')}`;
};
const table = (sheet: Sheet): (string | null)[][] => sheet.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? null));

function workbook(rows: unknown[][], bookType: XLSX.BookType = 'xlsx', date1904 = false): Uint8Array {
  const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet(rows), '名册');
  if (date1904) book.Workbook = { WBProps: { date1904: true } };
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType }) as ArrayBuffer);
}

const WORKBOOK = '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>';
const RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>';
const ROOT_RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>';
const TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>';
const sheetXml = (rows: string): string => `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
const parts = (sheet: Uint8Array | string, more: { [path: string]: Uint8Array } = {}): { [path: string]: Uint8Array } => ({
  '[Content_Types].xml': text(TYPES),
  '_rels/.rels': text(ROOT_RELS),
  'xl/workbook.xml': text(WORKBOOK),
  'xl/_rels/workbook.xml.rels': text(RELS),
  'xl/worksheets/sheet1.xml': typeof sheet === 'string' ? text(sheet) : sheet,
  ...more,
});
const inline = (row: number, value: string): string => `<row r="${row}"><c r="A${row}" t="inlineStr"><is><t>${value}</t></is></c></row>`;
const small = sheetXml(inline(1, '姓名') + inline(2, '李㛃'));

describe('读取表格文件', () => {
  it('xlsx：文本、数字及其格式、合并单元格、行号与 Excel 一致', () => {
    const [sheet] = sheets(sample('学员名册.xlsx'));
    expect(sheet!.rows.map(({ row }) => row)).not.toContain(24);
    expect(sheet!.rows.at(-1)).toMatchObject({ row: 62, cells: [{ text: '合计' }, { text: '48人' }] });
    expect(sheet!.rows.find(({ row }) => row === 61)!.cells).toEqual([null, { text: '  ', kind: 'text' }]);
    expect(sheet!.rows.find(({ row }) => row === 12)!.cells[3]).toMatchObject({ kind: 'number', number: 420101198503120000 });
    expect(sheet!.merges).toContainEqual({ row: 1, column: 0, rows: 1, columns: 12 });
    const [timetable] = sheets(sample('课程表.xlsx'));
    expect(timetable!.rows[2]!.cells[1]).toMatchObject({ kind: 'number', number: 46097, format: 'yyyy-mm-dd' });
  });

  it('xls（BIFF）与 GBK 编码的 csv 给出相同的文字，csv 中的号码不会变成数字', () => {
    const [xls] = sheets(sample('学员名册-旧版.xls'), '学员名册-旧版.xls');
    const [csv] = sheets(sample('学员名册-GBK.csv'), '学员名册-GBK.csv');
    const byNumber = new Map(table(xls!).map((row) => [row[3], row]));
    expect(csv!.rows.length).toBe(46);
    for (const row of table(csv!).slice(1)) expect(byNumber.get(row[3]!)?.slice(1, 11)).toEqual(row.slice(1, 11));
    expect(csv!.rows.every(({ cells }) => cells.every((cell) => cell === null || cell.kind === 'text'))).toBe(true);
  });

  it('csv：UTF-8 有无签名、UTF-16、制表符与分号、引号中的换行、="…" 写法', () => {
    const bom = Uint8Array.of(0xef, 0xbb, 0xbf, ...text('姓名,身份证号\n李㛃,420601196804202199'));
    expect(table(sheets(bom)[0]!)).toEqual([['姓名', '身份证号'], ['李㛃', '420601196804202199']]);
    expect(table(sheets(text('姓名\t证号\n欧阳𬱖\t1'))[0]!)).toEqual([['姓名', '证号'], ['欧阳𬱖', '1']]);
    expect(table(sheets(text('姓名;证号\r\n"龚\n䶮";="0012"'))[0]!)).toEqual([['姓名', '证号'], ['龚\n䶮', '0012']]);
    const utf16 = new Uint8Array(2 + 2 * '姓名\t证号'.length);
    utf16.set([0xff, 0xfe]);
    new Uint16Array(utf16.buffer, 2).set([...'姓名\t证号'].map((c) => c.charCodeAt(0)));
    expect(table(sheets(utf16)[0]!)).toEqual([['姓名', '证号']]);
  });

  it('GB18030 四字节的生僻字', () => {
    const gb = Uint8Array.of(...text('a,'), 0xc0, 0xee, 0x81, 0x39, 0xee, 0x39, ...text('\n'));
    expect(table(sheets(gb)[0]!)[0]![1]).toMatch(/^李\p{Script=Han}$/u);
  });

  it('另存为 .xls 的网页和 XML 表格，号码仍是文本', () => {
    const page = '<html><meta charset=utf-8><table><tr><th>姓名</th><th>身份证号</th></tr><tr><td>李㛃</td><td>420601196804202199</td></tr></table></html>';
    expect(table(sheets(text(page), '名册.xls')[0]!)).toEqual([['姓名', '身份证号'], ['李㛃', '420601196804202199']]);
    const xml = new Uint8Array(XLSX.write(XLSX.utils.book_new(XLSX.utils.aoa_to_sheet([['姓名'], ['李㛃']]), 'S'), { type: 'array', bookType: 'xlml' }) as ArrayBuffer);
    expect(table(sheets(xml, '名册.xls')[0]!)).toEqual([['姓名'], ['李㛃']]);
  });

  it('内容决定读法，扩展名不作数', () => {
    expect(table(sheets(workbook([['姓名'], ['李㛃']]), '名册.csv')[0]!)).toEqual([['姓名'], ['李㛃']]);
    expect(table(sheets(text('姓名,岗位\n'), '名册.xlsx')[0]!)).toEqual([['姓名', '岗位']]);
  });

  it('1904 日期系统被认出', () => {
    expect(sheets(workbook([['日期']], 'xlsx', true))[0]!.date1904).toBe(true);
    expect(sheets(workbook([['日期']]))[0]!.date1904).toBe(false);
  });

  it('公式不计算，取存好的值；没有存值的是空格', () => {
    const cells = '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>HYPERLINK("x")</f><v>=cmd|</v></c><c r="C1"><f>NOW()</f></c></row>';
    const [sheet] = sheets(zipSync(parts(sheetXml(cells))));
    expect(table(sheet!)).toEqual([['2', '=cmd|']]);
  });

  it('只有格式的一百万行不算内容', () => {
    let rows = inline(1, '姓名') + inline(2, '李㛃');
    for (let r = 3; r < 60_000; r++) rows += `<row r="${r}" s="1"><c r="A${r}" s="1"/></row><row r="${r + 60_000}"/>`;
    expect(table(sheets(zipSync(parts(sheetXml(rows + inline(200_000, '杨丹')))))[0]!)).toEqual([['姓名'], ['李㛃'], ['杨丹']]);
  });
});

describe('有害、损坏和过大的文件各有说法，不抛异常，不超过 10 秒', () => {
  const timed = (bytes: Uint8Array): string => {
    const start = performance.now();
    const said = refusal(bytes);
    expect(performance.now() - start).toBeLessThan(10_000);
    return said;
  };

  it('空文件、只有空格的文件、空工作簿', () => {
    expect(timed(new Uint8Array())).toBe('file-unreadable:empty');
    expect(timed(text('\n\n,,\n'))).toBe('file-unreadable:no-rows');
    expect(timed(zipSync(parts(sheetXml(''))))).toBe('file-unreadable:no-rows');
  });

  it('压缩炸弹：声称的大小超限，未解压即拒绝', () => {
    const bomb = zipSync(parts(small, { 'xl/media/a.bin': new Uint8Array(9), 'xl/media/b.bin': new Uint8Array(9) }));
    for (const name of ['xl/media/a.bin', 'xl/media/b.bin']) {
      new DataView(bomb.buffer).setUint32(directoryEntry(bomb, name) + 24, 160 * 1024 ** 2, true);
    }
    expect(timed(bomb)).toBe('file-too-large:inflated');
  });

  it('大小作假：声称很小，实际很大', () => {
    const bomb = zipSync(parts(new Uint8Array(20 * 1024 ** 2).fill(32)));
    const at = directoryEntry(bomb, 'xl/worksheets/sheet1.xml');
    new DataView(bomb.buffer).setUint32(at + 24, 1000, true);
    expect(timed(bomb)).toBe('file-unreadable:hostile');
  });

  it('超过 200 个部分', () => {
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`xl/x${i}.xml`, new Uint8Array(1)]));
    expect(timed(zipSync(parts(small, many)))).toBe('file-too-large:inflated');
  });

  it('路径越界、原型名、嵌套压缩包', () => {
    expect(timed(zipSync(parts(small, { '../evil.xml': text('x') })))).toBe('file-unreadable:hostile');
    expect(timed(zipSync(parts(small, { '/etc/x': text('x') })))).toBe('file-unreadable:hostile');
    const before = Object.keys(Object.prototype).length;
    expect(timed(renamed(zipSync(parts(small, { 'xl/zzproto': text('{"polluted":1}') })), 'xl/zzproto', 'x/__proto__'.slice(1)))).toMatch(/^file-unreadable/);
    expect(Object.keys(Object.prototype).length).toBe(before);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(timed(zipSync(parts(small, { 'xl/nested.zip': zipSync(parts(small)) })))).toBe('ok');
  });

  it('同名的两个部分', () => {
    const twice = renamed(zipSync(parts(small, { 'xl/worksheets/sheet2.xml': text(small) })), 'xl/worksheets/sheet2.xml', 'xl/worksheets/sheet1.xml');
    expect(timed(twice)).toBe('file-unreadable:hostile');
  });

  it('表中的 __proto__、constructor 只是文字', () => {
    const rows = table(sheets(workbook([['__proto__', 'constructor'], ['toString', 'hasOwnProperty']]))[0]!);
    expect(rows).toEqual([['__proto__', 'constructor'], ['toString', 'hasOwnProperty']]);
    expect(table(sheets(text('__proto__,constructor\n1,2'))[0]!)).toEqual([['__proto__', 'constructor'], ['1', '2']]);
  });

  it('25,000 行：xlsx、xls、csv、网页', () => {
    const rows = Array.from({ length: 25_000 }, (_, i) => [i, '某人']);
    expect(timed(workbook(rows))).toBe('file-too-large:rows');
    expect(timed(workbook(rows, 'biff8'))).toBe('file-too-large:rows');
    expect(timed(text(rows.map((row) => row.join(',')).join('\n')))).toBe('file-too-large:rows');
    expect(timed(text(`<table>${'<tr><td>1</td></tr>'.repeat(25_000)}</table>`))).toBe('file-too-large:rows');
    expect(timed(zipSync(parts(sheetXml(rows.map((_, i) => inline(i + 1, 'x')).join('')).replaceAll('<row', '<x:row').replaceAll('</row', '</x:row'))))).toBe('file-too-large:rows');
    expect(timed(workbook(rows.slice(0, 20_000)))).toBe('ok');
  });

  it('加密的 xlsx（OLE 中的 EncryptedPackage）和有密码的 xls（FILEPASS）', () => {
    const ole = XLSX.CFB.utils.cfb_new();
    XLSX.CFB.utils.cfb_add(ole, '/EncryptionInfo', new Uint8Array(64));
    XLSX.CFB.utils.cfb_add(ole, '/EncryptedPackage', new Uint8Array(5000));
    expect(timed(new Uint8Array(XLSX.CFB.write(ole, { type: 'array' }) as ArrayBuffer))).toBe('file-encrypted:');
    expect(timed(withFilePass(workbook([['姓名'], ['李㛃']], 'biff8')))).toBe('file-encrypted:');
  });

  it('Excel 95 的工作簿不猜编码', () => {
    expect(timed(workbook([['姓名']], 'biff5'))).toBe('file-unreadable:too-old');
  });

  it('不是表格的文件：PDF、图片、Word 文档、网页里没有表', () => {
    expect(timed(text('%PDF-1.7\n\u0000\u0001'))).toBe('file-unreadable:not-a-spreadsheet');
    expect(timed(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 200, 200))).toMatch(/^file-unreadable/);
    expect(timed(zipSync({ 'word/document.xml': text('<x/>') }))).toBe('file-unreadable:not-a-spreadsheet');
    expect(timed(text('<html><p>没有表</p></html>'))).toBe('file-unreadable:not-a-spreadsheet');
  });

  it('超过 50 MB', () => {
    expect(timed(new Uint8Array(50 * 1024 ** 2 + 1))).toBe('file-too-large:bytes');
  });

  it('损坏的 UTF-8 不会被当成国标编码读成乱码', () => {
    const bytes = text('姓名,岗位\n'.repeat(20));
    bytes[40] = 0xff;
    expect(timed(bytes)).toBe('file-unreadable:damaged');
  });

  it('截断在任何位置', () => {
    for (const name of ['学员名册.xlsx', '学员名册-旧版.xls']) {
      const whole = sample(name);
      for (let i = 1; i < 60; i++) timed(whole.subarray(0, Math.floor((whole.length * i) / 60)));
    }
    expect(timed(sample('学员名册.xlsx').subarray(0, 6000))).toBe('file-unreadable:damaged');
  });

  it('翻转任何一位：xlsx 的内容要么原样，要么报损坏', () => {
    const whole = sample('学员名册.xlsx');
    const right = JSON.stringify(sheets(whole));
    for (let i = 0; i < 300; i++) {
      const bytes = whole.slice();
      const at = (i * 7919) % bytes.length;
      bytes[at]! ^= 1 << (i % 8);
      const read = readSpreadsheet(bytes, 'x.xlsx');
      if (read.ok) expect(JSON.stringify(read.value)).toBe(right);
    }
  });

  it('翻转 xls 的任何一位不会卡住，也不抛异常', () => {
    const whole = sample('学员名册-旧版.xls');
    for (let i = 0; i < 300; i++) {
      const bytes = whole.slice();
      const at = i < 150 ? i * 3 : (i * 7919) % bytes.length;
      bytes[at]! ^= 1 << (i % 8);
      timed(bytes);
    }
  });
});

/** Where the zip's directory speaks of a path. */
function directoryEntry(zip: Uint8Array, name: string): number {
  const wanted = Buffer.from(name);
  for (let at = 0; ; at++) {
    at = Buffer.from(zip.buffer, zip.byteOffset, zip.length).indexOf(Buffer.from([0x50, 0x4b, 1, 2]), at);
    if (at < 0) throw new Error(`no ${name} in the directory`);
    if (wanted.equals(zip.subarray(at + 46, at + 46 + wanted.length))) return at;
  }
}

/** The zip with one path written over by another of the same length. */
function renamed(zip: Uint8Array, from: string, to: string): Uint8Array {
  if (from.length !== to.length) throw new Error('equal lengths only');
  const bytes = Buffer.from(zip);
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at)) bytes.write(to, at);
  return new Uint8Array(bytes);
}

/** The xls with a FILEPASS record ([MS-XLS] 2.4.117, RC4) put behind its first BOF. */
function withFilePass(xls: Uint8Array): Uint8Array {
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
