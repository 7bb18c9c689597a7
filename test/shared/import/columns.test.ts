import { describe, expect, it } from 'vitest';
import { normaliseHeading } from '../../../shared/import/heading-text';
import { attendanceReader } from '../../../shared/import/read-attendance';
import { barredReader } from '../../../shared/import/read-barred';
import { outsideHoursReader } from '../../../shared/import/read-outside-hours';
import { readRoster, rosterReader } from '../../../shared/import/read-roster';
import { scoreReader } from '../../../shared/import/read-scores';
import { readTimetable, timetableReader } from '../../../shared/import/read-timetable';
import { recheck } from '../../../shared/import/recheck';
import { REASON_HEADING } from '../../../shared/import/refused-workbook';
import { course } from '../facts-builder';
import { ANNUAL, codes, sheetOf } from './sample-files';

const ROW = ['杨国平', '420101199805027608', '资料员', '2023-09-28'];
const fieldsOf = (preview: {
  columns: readonly { heading: string; field: string | null }[];
}): { [heading: string]: string | null } =>
  Object.fromEntries(preview.columns.map(({ heading, field }) => [heading, field]));

describe('列名', () => {
  it.each([rosterReader, timetableReader, attendanceReader, scoreReader, outsideHoursReader, barredReader])(
    '$kind 的写法没有两个项目共用，都已归整',
    ({ fields }) => {
      const all = fields.flatMap(({ spellings }) => [...spellings]);
      expect(all.length).toBe(new Set(all).size);
      for (const spelling of all) expect(normaliseHeading(spelling)).toBe(spelling);
      expect(all).not.toContain(normaliseHeading(REASON_HEADING));
    },
  );

  it('星号、空格、换行、括号中的说明不影响', () => {
    const preview = readRoster(
      [sheetOf([['*姓 名', '身份证号码\n（18位）', '岗位名称：', '发证日期（年-月-日）'], ROW])],
      ANNUAL,
    );
    expect(preview.problems).toEqual([]);
    expect(preview.rows[0]).toMatchObject({ row: 2, state: 'accepted', name: '杨国平' });
  });

  it('标题行、说明行、空行在表头之前', () => {
    const preview = readRoster(
      [
        sheetOf([
          ['某某培训名册'],
          ['单位：某某', null, '日期：2026-03-16'],
          [],
          ['姓名', '身份证号', '岗位', '发证日期'],
          ROW,
        ]),
      ],
      ANNUAL,
    );
    expect(preview.headerRows).toEqual([4]);
    expect(preview.counts).toMatchObject({ accepted: 1, refused: 0 });
  });

  it('两层表头：上层合并，下层才是列名', () => {
    const sheet = sheetOf(
      [
        ['名册'],
        ['序号', '个人信息', null, '证书信息', null],
        [null, '姓名', '身份证号', '岗位', '发证日期'],
        ['1', ...ROW],
      ],
      {
        merges: [
          { row: 2, column: 0, rows: 2, columns: 1 },
          { row: 2, column: 1, rows: 1, columns: 2 },
          { row: 2, column: 3, rows: 1, columns: 2 },
        ],
      },
    );
    const preview = readRoster([sheet], ANNUAL);
    expect(preview.problems).toEqual([]);
    expect(preview.rows).toHaveLength(1);
    expect(preview.rows[0]).toMatchObject({ row: 4, state: 'accepted' });
    expect(preview.columns.find(({ field }) => field === 'order')?.letter).toBe('A');
  });

  it('列名在上层竖向合并，下层是别的小标题：下层不会被当成数据', () => {
    const sheet = sheetOf(
      [
        ['姓名', '身份证号', '岗位', '发证日期', '学时', null],
        [null, null, null, null, '公共', '专业'],
        [...ROW, '10', '24'],
      ],
      { merges: [0, 1, 2, 3].map((column) => ({ row: 1, column, rows: 2, columns: 1 })) },
    );
    const preview = readRoster([sheet], ANNUAL);
    expect(preview.headerRows).toEqual([1, 2]);
    expect(preview.rows.map(({ row }) => row)).toEqual([3]);
  });

  it('缺必需的列：指明缺什么，一行也不导入', () => {
    const preview = readRoster(
      [
        sheetOf([
          ['姓名', '岗位', '发证日期'],
          ['杨国平', '资料员', '2023-09-28'],
        ]),
      ],
      ANNUAL,
    );
    expect(preview.problems).toMatchObject([
      { code: 'column-missing', values: { column: '证件号码' }, field: 'idNumber' },
    ]);
    expect(preview).toMatchObject({ blocked: true, rows: [] });
    expect(preview.columns.map(({ heading }) => heading)).toEqual(['姓名', '岗位', '发证日期']);
  });

  it('完全没有认得的列：三列都报缺，仍给出各列供选择', () => {
    const preview = readRoster(
      [
        sheetOf([
          ['甲', '乙'],
          ['a', 'b'],
        ]),
      ],
      ANNUAL,
    );
    expect(codes(preview.problems)).toEqual(['column-missing', 'column-missing', 'column-missing']);
    expect(preview.columns.map(({ key }) => key)).toEqual(['甲', '乙']);
    expect(readRoster([sheetOf([])], ANNUAL).blocked).toBe(true);
  });

  it('两列都可能：不猜，指定一列后解除', () => {
    const sheet = sheetOf([
      ['姓名', '身份证号', '岗位', '发证日期', '联系电话', '手机'],
      [...ROW, '027-87654321', '19900001000'],
    ]);
    const preview = readRoster([sheet], ANNUAL);
    expect(preview.problems).toMatchObject([
      { code: 'column-ambiguous', field: 'phone', values: { candidates: ['E 列“联系电话”', 'F 列“手机”'] } },
    ]);
    expect(preview.blocked).toBe(true);
    const chosen = recheck(preview, { choice: { phone: '手机' } });
    expect(chosen.blocked).toBe(false);
    expect(chosen.rows[0]!.shown['phone']).toBe('19900001000');
    expect(chosen.columns.find(({ field }) => field === 'phone')).toMatchObject({ guessed: false, letter: 'F' });
    expect(recheck(preview, { choice: { phone: '' } }).rows[0]!.shown['phone']).toBeUndefined();
  });

  it('同名的两列各有自己的名字', () => {
    const preview = readRoster(
      [
        sheetOf([
          ['姓名', '姓名', '身份证号', '岗位', '发证日期'],
          ['张', ...ROW],
        ]),
      ],
      ANNUAL,
    );
    expect(preview.columns.map(({ key }) => key).slice(0, 2)).toEqual(['姓名', '姓名#2']);
    expect(recheck(preview, { choice: { name: '姓名#2' } }).rows[0]!.name).toBe('杨国平');
  });

  it('完全相符的列名优先于带括号的', () => {
    const preview = readRoster(
      [
        sheetOf([
          ['姓名', '身份证号', '岗位', '岗位（原）', '发证日期'],
          ['杨国平', '420101199805027608', '资料员', '质检员', '2023-09-28'],
        ]),
      ],
      ANNUAL,
    );
    expect(preview.problems).toEqual([]);
    expect(fieldsOf(preview)).toMatchObject({ 岗位: 'post', '岗位(原)': null });
  });

  it('同一版式的文件指纹相同，列名不同则不同，内容不影响', () => {
    const head = ['姓名', '身份证号', '岗位', '发证日期'];
    const one = readRoster([sheetOf([head, ROW])], ANNUAL).layout;
    expect(readRoster([sheetOf([['标题'], head, ['李㛃', ...ROW.slice(1)]])], ANNUAL).layout).toBe(one);
    expect(readRoster([sheetOf([[...head, '备注'], ROW])], ANNUAL).layout).not.toBe(one);
  });

  it('几张表中取认得最多的一张，隐藏的不看，也可以指定', () => {
    const good = sheetOf([['姓名', '身份证号', '岗位', '发证日期'], ROW], { name: '名册' });
    const cover = sheetOf(
      [
        ['说明', '姓名'],
        ['请填写', 'x'],
      ],
      { name: '说明' },
    );
    const hidden = { ...good, name: '旧', hidden: true };
    const preview = readRoster([hidden, cover, good], ANNUAL);
    expect(preview.sheet.name).toBe('名册');
    expect(preview.sheetNames).toEqual(['说明', '名册']);
    expect(readRoster([cover, good], ANNUAL, { sheet: '说明' }).blocked).toBe(true);
  });

  it('竖向合并的数据单元格对每一行都有效', () => {
    const sheet = sheetOf(
      [
        ['课次', '日期', '时间', '课程名称', '课程类别', '学时'],
        ['1', '2026-03-16', '08:30-10:00', '法规', '公共', '2'],
        ['2', null, '10:15-11:45', '道德', '公共', '2'],
      ],
      { merges: [{ row: 2, column: 1, rows: 2, columns: 1 }] },
    );
    const preview = readTimetable([sheet], { facts: course().facts() });
    expect(preview.rows.map(({ entry }) => entry?.date)).toEqual(['2026-03-16', '2026-03-16']);
  });
});
