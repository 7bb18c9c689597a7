import { zipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as XLSX from 'xlsx';
import { readSpreadsheet } from '../../../shared/engines/read-spreadsheet';
import {
  sample,
  text,
  sheets,
  refusal,
  table,
  workbook,
  sheetXml,
  parts,
  inline,
  small,
  directoryEntry,
  renamed,
  withFilePass,
  withFormulaRecord,
} from './spreadsheet-builder';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('有害、损坏和过大的文件各有说法，不抛异常，不超过 10 秒', { timeout: 120_000 }, () => {
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

  it('一格五百万字、没有成对的引号、改了扩展名的 PDF', () => {
    const head = '姓名,身份证号,岗位\n';
    expect(timed(text(`${head}${'张'.repeat(5_000_000)},1,资料员\n`))).toBe('file-too-large:cell');
    expect(timed(text(`${head}"张三,${'a,b,c\n'.repeat(200_000)}`))).toBe('file-too-large:cell');
    expect(timed(text(`<table><tr><td>${'张'.repeat(40_000)}</td></tr></table>`))).toBe('file-too-large:cell');
    expect(timed(text(`${head}${'张'.repeat(32_767)},1,资料员\n`))).toBe('ok');
    expect(timed(text('%PDF-1.4\n1 0 obj\n'))).toBe('file-unreadable:not-a-spreadsheet');
    expect(timed(text('{\\rtf1 姓名}'))).toBe('file-unreadable:not-a-spreadsheet');
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
    expect(
      timed(
        renamed(
          zipSync(parts(small, { 'xl/zzproto': text('{"polluted":1}') })),
          'xl/zzproto',
          'x/__proto__'.slice(1),
        ),
      ),
    ).toMatch(/^file-unreadable/);
    expect(Object.keys(Object.prototype).length).toBe(before);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(timed(zipSync(parts(small, { 'xl/nested.zip': zipSync(parts(small)) })))).toBe('ok');
  });

  it('同名的两个部分', () => {
    const twice = renamed(
      zipSync(parts(small, { 'xl/worksheets/sheet2.xml': text(small) })),
      'xl/worksheets/sheet2.xml',
      'xl/worksheets/sheet1.xml',
    );
    expect(timed(twice)).toBe('file-unreadable:hostile');
  });

  it('表中的 __proto__、constructor 只是文字', () => {
    const rows = table(
      sheets(
        workbook([
          ['__proto__', 'constructor'],
          ['toString', 'hasOwnProperty'],
        ]),
      )[0]!,
    );
    expect(rows).toEqual([
      ['__proto__', 'constructor'],
      ['toString', 'hasOwnProperty'],
    ]);
    expect(table(sheets(text('__proto__,constructor\n1,2'))[0]!)).toEqual([
      ['__proto__', 'constructor'],
      ['1', '2'],
    ]);
  });

  it('25,000 行：xlsx、xls、csv、网页', () => {
    const rows = Array.from({ length: 25_000 }, (_, i) => [i, '某人']);
    const xml = sheetXml(rows.map((_, i) => inline(i + 1, 'x')).join(''));
    expect(timed(zipSync(parts(xml)))).toBe('file-too-large:rows');
    expect(timed(workbook(rows, 'biff8'))).toBe('file-too-large:rows');
    expect(timed(text(rows.map((row) => row.join(',')).join('\n')))).toBe('file-too-large:rows');
    expect(timed(text(`<table>${'<tr><td>1</td></tr>'.repeat(25_000)}</table>`))).toBe('file-too-large:rows');
    expect(timed(zipSync(parts(xml.replaceAll('<row', '<x:row').replaceAll('</row', '</x:row'))))).toBe(
      'file-too-large:rows',
    );
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
    for (let i = 0; i < 120; i++) {
      const bytes = whole.slice();
      const at = (i * 7919) % bytes.length;
      bytes[at]! ^= 1 << (i % 8);
      const read = readSpreadsheet(bytes, 'x.xlsx');
      if (read.ok) expect(JSON.stringify(read.value)).toBe(right);
    }
  });

  it('xls 中损坏的公式不会让程序停不下来；公式格仍给出存好的值', () => {
    const whole = withFormulaRecord(workbook([['姓名', 1]], 'biff8'));
    expect(table(sheets(whole)[0]!)).toEqual([['姓名', '1']]);
    for (const id of [0x0006, 0x0206, 0x0406])
      expect(timed(withFormulaRecord(workbook([['姓名', 1]], 'biff8'), id))).toBe('ok');
  });

  it('翻转 xls 的任何一位不会卡住，也不抛异常', () => {
    const whole = sample('学员名册-旧版.xls');
    vi.spyOn(console, 'error').mockReturnValue(undefined); // the library talks of records that it does not know
    for (let i = 0; i < 120; i++) {
      const bytes = whole.slice();
      const at = i < 60 ? i * 7 : (i * 7919) % bytes.length;
      bytes[at]! ^= 1 << (i % 8);
      timed(bytes);
    }
  });
});
