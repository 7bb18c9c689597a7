import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { sample, text, sheets, table, workbook, sheetXml, parts, inline } from './spreadsheet-builder';

describe('读取表格文件', () => {
  it('xlsx：文本、数字及其格式、合并单元格、行号与 Excel 一致', () => {
    const [sheet] = sheets(sample('学员名册.xlsx'));
    expect(sheet!.rows.map(({ row }) => row)).not.toContain(24);
    expect(sheet!.rows.at(-1)).toMatchObject({ row: 62, cells: [{ text: '合计' }, { text: '48人' }] });
    expect(sheet!.rows.find(({ row }) => row === 61)!.cells).toEqual([null, { text: '  ', kind: 'text' }]);
    expect(sheet!.rows.find(({ row }) => row === 12)!.cells[3]).toMatchObject({
      kind: 'number',
      number: 420101198503120000,
    });
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
    expect(table(sheets(bom)[0]!)).toEqual([
      ['姓名', '身份证号'],
      ['李㛃', '420601196804202199'],
    ]);
    expect(table(sheets(text('姓名\t证号\n欧阳𬱖\t1'))[0]!)).toEqual([
      ['姓名', '证号'],
      ['欧阳𬱖', '1'],
    ]);
    expect(table(sheets(text('姓名;证号\r\n"龚\n䶮";="0012"'))[0]!)).toEqual([
      ['姓名', '证号'],
      ['龚\n䶮', '0012'],
    ]);
    const utf16 = new Uint8Array(2 + 2 * '姓名\t证号'.length);
    utf16.set([0xff, 0xfe]);
    new Uint16Array(utf16.buffer, 2).set(Array.from('姓名\t证号').map((c) => c.charCodeAt(0)));
    expect(table(sheets(utf16)[0]!)).toEqual([['姓名', '证号']]);
  });

  it('GB18030 四字节的生僻字', () => {
    const gb = Uint8Array.of(...text('a,'), 0xc0, 0xee, 0x81, 0x39, 0xee, 0x39, ...text('\n'));
    expect(table(sheets(gb)[0]!)[0]![1]).toMatch(/^李\p{Script=Han}$/u);
  });

  it('另存为 .xls 的网页和 XML 表格，号码仍是文本', () => {
    const page =
      '<html><meta charset=utf-8><table><tr><th>姓名</th><th>身份证号</th></tr><tr><td>李㛃</td><td>420601196804202199</td></tr></table></html>';
    expect(table(sheets(text(page), '名册.xls')[0]!)).toEqual([
      ['姓名', '身份证号'],
      ['李㛃', '420601196804202199'],
    ]);
    const xml = new Uint8Array(
      XLSX.write(XLSX.utils.book_new(XLSX.utils.aoa_to_sheet([['姓名'], ['李㛃']]), 'S'), {
        type: 'array',
        bookType: 'xlml',
      }) as ArrayBuffer,
    );
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
    const cells =
      '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>HYPERLINK("x")</f><v>=cmd|</v></c><c r="C1"><f>NOW()</f></c></row>';
    const [sheet] = sheets(zipSync(parts(sheetXml(cells))));
    expect(table(sheet!)).toEqual([['2', '=cmd|']]);
  });

  it('只有格式的一百万行不算内容', () => {
    let rows = inline(1, '姓名') + inline(2, '李㛃');
    for (let r = 3; r < 60_000; r++) rows += `<row r="${r}" s="1"><c r="A${r}" s="1"/></row><row r="${r + 60_000}"/>`;
    expect(table(sheets(zipSync(parts(sheetXml(rows + inline(200_000, '杨丹')))))[0]!)).toEqual([
      ['姓名'],
      ['李㛃'],
      ['杨丹'],
    ]);
  });
});
