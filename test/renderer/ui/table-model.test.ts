import { describe, expect, it } from 'vitest';
import { arrange, choicesOf, clipboardTable, type Column } from '../../../renderer/ui/table-model';

interface Row {
  readonly name: string;
  readonly hours: number | null;
  readonly number: string;
}
const rows: readonly Row[] = [
  { name: '周明', hours: 34, number: '420199199001010012' },
  { name: '安琪', hours: null, number: '420199199001010039' },
  { name: '李一', hours: 8, number: '=1+1' },
];
const columns: readonly Column<Row>[] = [
  { key: 'name', title: '姓名', width: 80, value: (r) => r.name },
  { key: 'hours', title: '学时', width: 60, value: (r) => r.hours },
  { key: 'number', title: '证件号码', width: 160, value: (r) => r.number },
];
const names = (list: readonly Row[]): string => list.map((r) => r.name).join(' ');
const all = { search: '', filters: {}, sort: null };

describe('表格的排序、筛选和查找', () => {
  it('姓名按拼音排序', () => {
    expect(names(arrange(rows, columns, { ...all, sort: { key: 'name', direction: 'ascending' } }))).toBe(
      '安琪 李一 周明',
    );
  });

  it('数字按大小排序，空白无论升降都在最后', () => {
    expect(names(arrange(rows, columns, { ...all, sort: { key: 'hours', direction: 'ascending' } }))).toBe(
      '李一 周明 安琪',
    );
    expect(names(arrange(rows, columns, { ...all, sort: { key: 'hours', direction: 'descending' } }))).toBe(
      '周明 李一 安琪',
    );
  });

  it('查找不分全角半角', () => {
    expect(names(arrange(rows, columns, { ...all, search: '０１２' }))).toBe('周明');
  });

  it('筛选只留下选中的值，包括空白', () => {
    expect(names(arrange(rows, columns, { ...all, filters: { hours: new Set(['', '8']) } }))).toBe('安琪 李一');
    expect(choicesOf(rows, columns[1]!).map((c) => c.text)).toEqual(['', '8', '34']);
  });

  it('没有条件时保持原来的顺序', () => {
    expect(arrange(rows, columns, all)).toEqual(rows);
  });
});

describe('复制到 Excel', () => {
  it('十八位号码和以等号开头的文字都作为文本粘贴，数字仍是数字', () => {
    const { html } = clipboardTable(rows, columns);
    expect(html).toContain(`<td style="mso-number-format:'\\@'">420199199001010012</td>`);
    expect(html).toContain(`<td style="mso-number-format:'\\@'">=1+1</td>`);
    expect(html).toContain('<td>34</td>');
  });

  it('文字里的标签和换行不会破坏表格', () => {
    const { text, html } = clipboardTable([{ name: '<b>甲</b>\n乙\t丙', hours: 1, number: '' }], columns);
    expect(html).toContain('&lt;b&gt;甲&lt;/b&gt;');
    expect(text).toBe('姓名\t学时\t证件号码\r\n<b>甲</b> 乙 丙\t1\t');
  });
});
