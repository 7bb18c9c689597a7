import { describe, expect, it } from 'vitest';
import { importTimetable } from '../../../shared/commands/import-timetable';
import { TAKE_NOTHING } from '../../../shared/import/preview';
import { readTimetable, type TimetableContext, type TimetablePreview } from '../../../shared/import/read-timetable';
import { entriesToImport } from '../../../shared/import/entries-to-import';
import type { Session } from '../../../shared/records/session';
import { context, course } from '../facts-builder';
import { memoryStore } from '../memory-store';
import { codes, sampleSheets, sheetOf } from './sample-files';

const HEAD = ['课次', '日期', '开始时间', '结束时间', '课程名称', '课程类别', '学时', '教师', '教室', '适用岗位'];
const LINE: readonly (string | number | null)[] = [
  1,
  '2026-03-16',
  '08:30',
  '10:00',
  '法规',
  '公共基础知识',
  2,
  '周讲师',
  '三楼',
  null,
];
const line = (values: { [heading: string]: string | number | null } = {}): (string | number | null)[] =>
  HEAD.map((heading, i) => (heading in values ? values[heading]! : LINE[i]!));
const CONTEXT: TimetableContext = { facts: course().facts() };
const read = (
  lines: readonly (readonly (string | number | null)[])[],
  sessions: readonly Session[] = [],
): TimetablePreview => readTimetable([sheetOf([HEAD, ...lines])], { facts: course().with({ sessions }).facts() });
const said = (values: { [heading: string]: string | number | null }): string[] =>
  codes(read([line(values)]).rows[0]!.problems);

describe('课程表', () => {
  it('样例：17 课，34 学时，其中专业 24', () => {
    const preview = readTimetable(sampleSheets('annual-2026-03/课程表.xlsx'), CONTEXT);
    expect(preview.counts).toMatchObject({ accepted: 17, refused: 0 });
    expect(preview.rows.every(({ problems }) => problems.length === 0)).toBe(true);
    const entries = entriesToImport(preview, TAKE_NOTHING);
    const sum = (list: typeof entries): number => list.reduce((n, { periods }) => n + periods, 0);
    expect(sum(entries)).toBe(34);
    expect(sum(entries.filter(({ category }) => category === 'professional'))).toBe(24);
    expect(entries[16]).toEqual({
      number: 17,
      date: '2026-03-20',
      start: 510,
      end: 600,
      periods: 2,
      category: 'professional',
      title: '四新技术专题',
      teacher: '吴高工',
      room: '三楼阶梯教室',
      posts: [],
      existing: null,
    });
  });

  it.each([
    [{ 课程类别: '选修' }, 'category-unknown'],
    [{ 课程类别: null }, 'category-unknown'],
    [{ 开始时间: '早上' }, 'time-unreadable'],
    [{ 结束时间: null }, 'time-unreadable'],
    [{ 开始时间: '10:00', 结束时间: '08:30' }, 'time-order'],
    [{ 开始时间: '10:00', 结束时间: '10:00' }, 'time-order'],
    [{ 日期: '3月21日' }, 'date-unreadable'],
    [{ 日期: 3.16 }, 'date-unreadable'],
    [{ 学时: '两三' }, 'periods-unreadable'],
    [{ 学时: 0 }, 'periods-unreadable'],
    [{ 学时: 2.5 }, 'periods-unreadable'],
    [{ 学时: 3 }, 'periods-vs-minutes'],
    [{ 学时: 1 }, 'periods-vs-minutes'],
    [{ 课次: '首' }, 'session-number-unreadable'],
    [{ 日期: '2026-03-21' }, 'session-outside-course'],
    [{ 适用岗位: '资料员' }, 'session-posts-public'],
    [{ 适用岗位: '安全员' }, 'post-unknown'],
  ])('%o', (values, code) => expect(said(values)).toEqual([code]));

  it.each(['公共', '公共基础', '公共课', '基础知识'])('%s 是公共基础知识', (word) =>
    expect(read([line({ 课程类别: word })]).rows[0]!.entry!.category).toBe('public'),
  );
  it.each(['专业', '专业知识', '专业岗位', '专业课', '岗位知识'])('%s 是专业岗位知识', (word) =>
    expect(read([line({ 课程类别: word })]).rows[0]!.entry!.category).toBe('professional'),
  );

  it('学时与时长不相称只是提醒', () => {
    expect(read([line({ 学时: 3 })]).rows[0]).toMatchObject({
      state: 'accepted',
      problems: [{ level: 'warning', values: { minutes: 90, fits: 2, periods: 3 } }],
    });
  });

  it('适用岗位可以写几个，全部等于不写', () => {
    expect(read([line({ 课程类别: '专业', 适用岗位: '资料员、市政施工员' })]).rows[0]!.entry!.posts).toEqual([
      '114',
      '104',
    ]);
    expect(read([line({ 适用岗位: '全部岗位' })]).rows[0]!.entry!.posts).toEqual([]);
  });

  it('同一课次两行、时间重叠：后一行不能导入，并指出与哪一行冲突', () => {
    const preview = read([
      line(),
      line(),
      line({ 课次: 2, 开始时间: '09:30', 结束时间: '11:00' }),
      line({ 课次: 3, 开始时间: '10:00', 结束时间: '11:30' }),
    ]);
    expect(
      preview.rows.map(({ state, problems }) => [
        state,
        ...problems.map(({ code, values }) => [code, values?.['why']]),
      ]),
    ).toEqual([
      ['accepted'],
      ['refused', ['session-clash', 'same-number']],
      ['refused', ['session-clash', 'overlap']],
      ['accepted'],
    ]);
  });

  it('岗位不相交的两课可以同时上', () => {
    const both = [
      line({ 课程类别: '专业', 适用岗位: '资料员' }),
      line({ 课次: 2, 课程类别: '专业', 适用岗位: '材料员' }),
    ];
    expect(read(both).counts.accepted).toBe(2);
    expect(read([both[0]!, line({ 课次: 2 })]).counts.accepted).toBe(1);
  });

  it('没有课次一列时按顺序编号', () => {
    const rows = [line(), line({ 开始时间: '10:15', 结束时间: '11:45' })].map((cells) => cells.slice(1));
    const preview = readTimetable([sheetOf([HEAD.slice(1), ...rows])], CONTEXT);
    expect(entriesToImport(preview, TAKE_NOTHING).map(({ number }) => number)).toEqual([1, 2]);
  });

  it('合计行跳过', () => {
    expect(read([line(), ['合计', null, null, null, null, null, 2]]).rows[1]).toMatchObject({
      state: 'skipped',
      problems: [{ code: 'row-summary' }],
    });
  });
});

describe('再次导入课程表', () => {
  const store = memoryStore(course().facts());
  const lines = [
    line(),
    line({ 课次: 2, 开始时间: '10:15', 结束时间: '11:45', 课程类别: '专业', 适用岗位: '资料员' }),
  ];
  const first = importTimetable(store.facts(), { entries: entriesToImport(read(lines), TAKE_NOTHING) }, context());
  if (!first.ok) throw new Error(JSON.stringify(first.error));
  store.commit(first.value);
  const { sessions } = store.facts();

  it('相同的文件不写任何东西', () => {
    const again = read(lines, sessions);
    expect(again.counts).toMatchObject({ accepted: 2, unchanged: 2 });
    expect(entriesToImport(again, { take: 'all' })).toEqual([]);
  });

  it('没有课次一列的相同文件也认得出来', () => {
    const without = readTimetable([sheetOf([HEAD.slice(1), ...lines.map((cells) => cells.slice(1))])], {
      facts: course().with({ sessions }).facts(),
    });
    expect(without.counts.unchanged).toBe(2);
  });

  it('改过的文件：旧值 → 新值，默认不动；采用后只改这些，空白不清除', () => {
    const changed = read(
      [
        line({ 教师: '吴高工', 教室: null }),
        line({ 课次: 2, 开始时间: '10:15', 结束时间: '11:45', 课程类别: '专业', 课程名称: '绿色施工' }),
      ],
      sessions,
    );
    expect(changed.rows.map(({ changes }) => changes.map(({ label, from, to }) => [label, from, to]))).toEqual([
      [['授课教师', '周讲师', '吴高工']],
      [['课程名称', '法规', '绿色施工']],
    ]);
    expect(entriesToImport(changed, TAKE_NOTHING)).toEqual([]);
    const result = importTimetable(
      store.facts(),
      { entries: entriesToImport(changed, { take: [2, 3] }), differing: 'take' },
      context(),
    );
    expect(result.ok && result.value.changes.map(({ after }) => after)).toMatchObject([
      { number: 1, teacher: '吴高工', room: '三楼' },
      { number: 2, title: '绿色施工', posts: ['114'] },
    ]);
  });

  it('与已有的另一课时间重叠', () => {
    const clash = read([line({ 课次: 9, 开始时间: '09:00', 结束时间: '10:30' })], sessions);
    expect(clash.rows[0]).toMatchObject({
      state: 'refused',
      problems: [{ code: 'session-clash', values: { other: '已有的第 1 课' } }],
    });
  });
});
