import { describe, expect, it } from 'vitest';
import type { SheetCell } from '../../../shared/basics/sheet';
import { readCategory } from '../../../shared/import/category-word';
import { readTime, readTimeRange } from '../../../shared/import/cell-time';
import { readTimetable } from '../../../shared/import/read-timetable';
import { course } from '../facts-builder';
import { codes, sheetOf } from './sample-files';

type Value = string | number | SheetCell | null;
const text = (value: string): SheetCell => ({ text: value, kind: 'text' });
const whole = (value: number): SheetCell => ({
  text: String(value),
  kind: 'number',
  number: value,
  format: 'General',
});
const read = (...rows: readonly (readonly Value[])[]) => readTimetable([sheetOf(rows)], { facts: course().facts() });

describe('时间的其他写法', () => {
  it.each([
    '8:30-10:00（90分钟）',
    '（8:30-10:00）',
    '8:30→10:00',
    '从8:30到10:00',
    '8:30-10:00(2学时)',
    '8:30，10:00',
    '8:30至10:00止',
    '0830-1000',
    '8∶30—10∶00',
    '8；30-10；00',
    'AM 8:30-AM 10:00',
    '2026-03-16 8:30-10:00',
    '3月16日（周一） 8:30-10:00',
    '3/16 8:30-10:00',
    '8.30-10.00',
    '8.30 10.00',
  ])('%s', (value) => expect(readTimeRange(text(value))).toEqual([510, 600]));
  it.each(['8:30', '8:30-10:00-11:00', '8:30-10:00 张三', '3-16', '2026-03-16', '1-2节', '25:00-26:00', '8:70-9:00'])(
    '%s 不是起止时间',
    (value) => expect(readTimeRange(text(value))).toBeNull(),
  );
  it.each([text('0830'), text('2026-03-16 08:30'), text('AM 8:30'), whole(830)])('一个时刻 %j', (cell) =>
    expect(readTime(cell)).toBe(510),
  );
  it.each([text('30'), text('2026-03-16'), whole(8), whole(870), whole(2400), whole(46097)])('不是时刻 %j', (cell) =>
    expect(readTime(cell)).toBeNull(),
  );
});

describe('类别的其他写法', () => {
  it.each([
    ['①公共', 'public'],
    ['一、公共基础知识', 'public'],
    ['（2）专业岗位知识：', 'professional'],
    ['必修-公共', 'public'],
    ['公共基础知识/法规', 'public'],
    ['公共基础理论', 'public'],
    ['专业选修课', 'professional'],
    ['专业岗位技能', 'professional'],
    ['Professional', 'professional'],
  ])('%s', (word, category) => expect(readCategory(word)).toBe(category));
  it.each(['公共/专业', '公共、专业', '理论', '-', '1'])('%s 不能猜', (word) =>
    expect(readCategory(word)).toBeNull(),
  );
});

describe('列和行', () => {
  const LESSON: readonly Value[] = ['公共', '2（学时）'];
  it('日期和时间写在一格', () =>
    expect(
      read(
        ['上课时间', '课程类别', '学时'],
        ['3月16日 8:30-10:00', ...LESSON],
        ['2026-03-17 13:30-15:00', ...LESSON],
      ).rows.map(({ entry }) => entry && [entry.date, entry.start, entry.end]),
    ).toEqual([
      ['2026-03-16', 510, 600],
      ['2026-03-17', 810, 900],
    ]));

  it('“上课时间”一列是日期，开始、结束另有两列', () =>
    expect(
      read(['上课时间', '开始时间', '结束时间', '课程类别', '学时'], ['3-16', '8:30', '10:00', ...LESSON]).rows[0]!
        .entry,
    ).toMatchObject({ date: '2026-03-16', start: 510, end: 600 }));

  it('时段（上午、下午）与时间同在', () =>
    expect(
      read(['日期', '时段', '时间', '课程类别', '学时'], ['3月16日', '上午', '8:30-10:00', ...LESSON]).rows[0]!.entry,
    ).toMatchObject({ start: 510, end: 600, periods: 2 }));

  it.each([['培训类别'], ['所属类别'], ['内容分类'], ['课程/类别']])('类别的列名 %s', (heading) =>
    expect(
      read(['日期', '时间', '课程', heading, '计划学时数'], ['3月16日', '8:30-10:00', '法规', ...LESSON]).blocked,
    ).toBe(false),
  );

  it('午休、各类学时小计、只有序号的行不是课', () => {
    const { rows } = read(
      ['课次', '日期', '时间', '课程类别', '学时'],
      [1, '3月16日', '8:30-10:00', ...LESSON],
      [null, '3月16日', '12:00-13:30', '午休', null],
      [null, '公共基础知识学时', null, null, 2],
      [2, null, null, null, null],
    );
    expect(rows.map(({ state, problems }) => [state, ...codes(problems)])).toEqual([
      ['accepted'],
      ['skipped', 'row-summary'],
      ['skipped', 'row-summary'],
      ['skipped', 'row-empty'],
    ]);
  });

  it('课名叫“休息与饮食卫生”的课照常导入', () =>
    expect(
      read(['日期', '时间', '课程名称', '课程类别', '学时'], ['3月16日', '8:30-10:00', '休息与饮食卫生', ...LESSON])
        .counts.accepted,
    ).toBe(1));
});

describe('公式出错的格', () => {
  it('课程名称是 #N/A：不当作名称，写明没有读入，其余照常', () => {
    const preview = read(
      ['日期', '开始时间', '结束时间', '课程类别', '学时', '课程名称'],
      ['2026-03-16', '8:30', '10:00', '公共', 2, { text: '#N/A', kind: 'error' }],
    );
    expect(codes(preview.rows[0]!.problems)).toEqual(['value-unreadable']);
    expect(preview.rows[0]!.entry).not.toHaveProperty('title');
  });
});
