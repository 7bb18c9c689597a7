import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { clockTime } from '../../../shared/basics/minutes';
import type { SheetCell } from '../../../shared/basics/sheet';
import { readAttendance, type AttendancePreview } from '../../../shared/import/read-attendance';
import { readRoster } from '../../../shared/import/read-roster';
import { readTimetable } from '../../../shared/import/read-timetable';
import { course, idNumber } from '../facts-builder';
import { ANNUAL, codes, NOBODY, sheetOf } from './sample-files';

type Value = string | number | SheetCell | null;
const EXCHANGE = {
  ruleset: 'hubei-2020-37-exchange',
  purpose: 'exchange',
  today: day('2020-12-31'),
  known: NOBODY,
} as const;
const FACTS = course().withPeople(3).withSessions(6).facts();
const TODAY = day('2026-03-20');

describe('名册的列名各有各的写法', () => {
  const HEAD = ['姓名', '身份证号', '岗位', '发证日期', '取证方式'];
  const ROW: readonly Value[] = ['杨国平', idNumber(1), '资料员', '2023-09-28', '新取证'];
  it.each([
    ['姓名', '姓名/Name'],
    ['姓名', '学员名称'],
    ['身份证号', '身份证号码/护照号'],
    ['身份证号', '本人身份证号码'],
    ['身份证号', '公民身份证号'],
    ['岗位', '报考岗位'],
    ['岗位', '职务/岗位'],
    ['岗位', '工种'],
    ['发证日期', '证书核发日期'],
    ['发证日期', '原证书发证日期'],
    ['发证日期', '首次发证日期'],
    ['取证方式', '新证/换证'],
  ])('%s 写成“%s”', (heading, other) => {
    const preview = readRoster([sheetOf([HEAD.map((one) => (one === heading ? other : one)), ROW])], ANNUAL);
    expect(preview.problems).toEqual([]);
    expect(preview.rows[0]!.entry!.entry).toMatchObject({ post: '114', issuedOn: '2023-09-28', origin: 'new' });
  });

  it('含糊的写法让位给明确的：岗位与工种、发证日期与首次发证日期同在时不必选择', () => {
    const preview = readRoster(
      [
        sheetOf([
          [...HEAD, '工种', '首次发证日期'],
          [...ROW, '钢筋工', '2015-01-01'],
        ]),
      ],
      ANNUAL,
    );
    expect(preview.blocked).toBe(false);
    expect(preview.rows[0]!.entry!.entry).toMatchObject({ post: '114', issuedOn: '2023-09-28' });
  });

  it('换证名册：网上申请报名日期；只有“在岗”一列时就是企业在岗', () => {
    const preview = readRoster(
      [
        sheetOf([
          ['姓名', '身份证号', '岗位', '发证日期', '网上申请报名日期', '是否在岗', '系统能否查询', '有效期止'],
          ['杨国平', idNumber(1), '施工员', '2018-05-01', '2020-09-10', '是', '可查询到', '2021-05-01'],
        ]),
      ],
      EXCHANGE,
    );
    expect(preview.rows[0]!.problems).toEqual([]);
    expect(preview.rows[0]!.entry!.entry).toMatchObject({
      appliedOn: '2020-09-10',
      employed: 'yes',
      foundInSystem: 'yes',
      validUntil: '2021-05-01',
    });
  });

  it('发证日期写成数字 2023 或 2023.9：读不出来，不是 1905 年', () => {
    for (const typed of [2023, 2023.9]) {
      const preview = readRoster([sheetOf([HEAD, ROW.map((one, i) => (i === 3 ? typed : one))])], ANNUAL);
      expect(codes(preview.rows[0]!.problems)).toEqual(['date-unreadable']);
    }
  });
});

describe('几张工作表', () => {
  const ROWS = [
    ['姓名', '身份证号', '岗位', '发证日期'],
    ['杨国平', idNumber(1), '资料员', '2023-09-28'],
  ];
  it('另一张也是名册：说明没有读入；选定了就不再说', () => {
    const sheets = [sheetOf(ROWS, { name: '资料员' }), sheetOf(ROWS, { name: '材料员' })];
    expect(readRoster(sheets, ANNUAL).problems).toMatchObject([
      { code: 'sheet-left', level: 'warning', values: { read: '资料员', left: ['材料员'] } },
    ]);
    expect(readRoster(sheets, ANNUAL, { sheet: '材料员' }).problems).toEqual([]);
  });

  it('隐藏的、只有表头的、说明页不算', () => {
    const sheets = [
      sheetOf(ROWS),
      sheetOf(ROWS, { name: '字典', hidden: true }),
      sheetOf(ROWS.slice(0, 1), { name: '空表' }),
      sheetOf([['填表说明'], ['姓名', '请填写']], { name: '说明' }),
    ];
    expect(readRoster(sheets, ANNUAL).problems).toEqual([]);
  });
});

describe('课程表的其他写法', () => {
  const HEAD = ['序号', '课次', '日期', '上课时间', '课程类别', '学时'];
  const read = (values: { [heading: string]: Value } = {}) =>
    readTimetable(
      [
        sheetOf([
          HEAD,
          HEAD.map((one, i) =>
            one in values ? values[one]! : ['1', '第一课', '3月16日（周一）', '8:30-10:00', '公共', '2节'][i]!,
          ),
        ]),
      ],
      { facts: course().facts() },
    );

  it('序号与课次同在、第一课、没有年份的日期、2节', () => {
    const preview = read();
    expect(preview.problems).toEqual([]);
    expect(preview.rows[0]!.entry).toMatchObject({ number: 1, date: '2026-03-16', start: 510, end: 600, periods: 2 });
  });

  it.each(['8:30 10:00', '8:30/10:00', '8:30\n10:00', '8:30-10:00（上午）', '上午 8:30 - 10:00'])('%s', (time) =>
    expect(read({ 上课时间: time }).rows[0]!.entry).toMatchObject({ start: 510, end: 600 }),
  );

  it.each([
    ['公共基础知识（公共）', 'public'],
    ['公共基础知识学时', 'public'],
    ['公需课', 'public'],
    ['通用基础知识', 'public'],
    ['岗位专业知识', 'professional'],
    ['专业岗位知识课程', 'professional'],
    ['专业技能', 'professional'],
  ])('类别 %s', (word, category) => expect(read({ 课程类别: word }).rows[0]!.entry!.category).toBe(category));
  it.each(['理论', '法律法规', '专业基础知识', '公共专业', '知识'])('类别 %s 不能猜', (word) =>
    expect(codes(read({ 课程类别: word }).rows[0]!.problems)).toEqual(['category-unknown']),
  );
});

describe('考勤表的其他写法', () => {
  const read = (head: readonly Value[], rows: readonly (readonly Value[])[], facts = FACTS): AttendancePreview =>
    readAttendance([sheetOf([head, ...rows])], { facts, today: TODAY });
  const ticks = (n: number): Value[] => Array.from({ length: n }, () => '√');
  const columns = (head: readonly Value[]): (string | null)[] =>
    read(['姓名', ...head], [['杨国平', ...ticks(head.length)]])
      .columns.slice(1)
      .map(({ field }) => field?.slice(8) ?? null);

  it.each([
    [
      '每天从第1节数起',
      ['3月16日第1节', '3月16日第2节', '3月16日第3节', '3月16日第4节', '3月17日第1节', '3月17日第2节'],
    ],
    ['括号中的序号', ['03-16(1)', '03-16(2)', '03-16(3)', '03-16(4)', '03-17(5)', '03-17(6)']],
    ['只有日期，当天几课就有几列', ['3月16日', '3月16日', '3月16日', '3月16日', '3月17日', '3月17日']],
    [
      '日期和时间',
      FACTS.sessions.map(({ date, start }) => `${date.slice(5)} ${clockTime(start)}${start < 600 ? '-10:00' : ''}`),
    ],
    ['中文数字', ['第一课', '第二课', '第三课', '第四课', '第五课', '第六课']],
    ['连写的日期', ['20260316-1', '20260316-2', '20260316-3', '20260316-4', '20260317-5', '20260317-6']],
  ])('%s', (_title, head) => expect(columns(head)).toEqual(['S1', 'S2', 'S3', 'S4', 'S5', 'S6']));

  it('日期列比当天的课少，或课次与日期不合：不猜', () => {
    expect(columns(['3月16日', '3月17日'])).toEqual([null, null]);
    expect(columns(['03-16 第1课', '03-17 第2课'])).toEqual(['S1', null]);
  });

  it('上下午各从第1节数起；列名是课名', () => {
    expect(columns(['3.16上午1', '3.16上午2', '3.16下午1', '3.16下午2', '3.17上午1', '3.17上午2'])).toEqual([
      'S1',
      'S2',
      'S3',
      'S4',
      'S5',
      'S6',
    ]);
    const named = FACTS.sessions.map((session, i) => ({
      ...session,
      title: i === 5 ? '法规' : `绿色施工 ${'甲乙丙丁戊'[i]!}`,
    }));
    const facts = {
      ...FACTS,
      sessions: named.map((one, i) => ({ ...one, title: i < 2 ? '法规' : one.title })),
    };
    expect(
      read(['姓名', '法规', '绿色施工丁'], [['杨国平', '√', '√']], facts).columns.map(({ field }) => field),
    ).toEqual(['name', null, 'session:S4']);
  });

  it('日期一行、课次一行，没有向下合并：两行都是表头', () => {
    const preview = read(
      ['姓名', '身份证号', '3月16日', null, null, null, '3月17日', null],
      [
        [null, null, 1, 2, 3, 4, 5, 6],
        ['杨国平', idNumber(1), ...ticks(6)],
      ],
      FACTS,
    );
    expect(preview.headerRows).toEqual([1, 2]);
    expect(preview.counts).toMatchObject({ accepted: 1, refused: 0 });
    expect(preview.rows[0]!.entry!.marks).toHaveLength(6);
  });

  it('第一行数据不会被当作表头的第二层', () => {
    const preview = read(
      ['姓名', '3.16上午1', '上午2', '3.16下午1', '下午2'],
      [
        ['杨国平', '√', '√', '√', '√'],
        ['梁志强', '√', '√', '√', '√'],
      ],
    );
    expect(preview.headerRows).toEqual([1]);
  });

  it.each([
    ['√（迟到5分钟）', { kind: 'attended', late: 5, early: 0 }],
    ['请假（病）', { kind: 'leave' }],
    ['婚假', { kind: 'leave' }],
    ['请事假', { kind: 'leave' }],
    ['事', { kind: 'leave' }],
    ['公出', { kind: 'leave' }],
    ['事假1天', { kind: 'leave' }],
    ['❌', { kind: 'absent' }],
    ['无故缺席', { kind: 'absent' }],
    ['✅', { kind: 'attended', late: 0, early: 0 }],
    ['到场', { kind: 'attended', late: 0, early: 0 }],
    ['迟到十五分钟', { kind: 'attended', late: 15, early: 0 }],
    ['迟10m早走5', { kind: 'attended', late: 10, early: 5 }],
    ['缺席', { kind: 'absent' }],
    ['实到', { kind: 'attended', late: 0, early: 0 }],
  ])('%s', (text, mark) =>
    expect(read(['姓名', '第1课'], [['杨国平', text]]).rows[0]!.entry!.marks[0]!.mark).toEqual(mark),
  );
  it('未登记、没有记录：与空白相同', () =>
    expect(read(['姓名', '第1课'], [['杨国平', '未登记']]).rows[0]!.entry!.marks).toEqual([]));
  it.each(['○', '●', '△', '/', '半天假', '2'])('%s 各处含义不同，不猜', (text) =>
    expect(codes(read(['姓名', '第1课'], [['杨国平', text]]).rows[0]!.problems)).toEqual(['mark-unreadable']),
  );

  it('号码被遮盖：凭姓名，遮盖的号码必须对得上', () => {
    const hidden = (number: string): string => `${number.slice(0, 4)}**********${number.slice(-4)}`;
    const one = (number: string) => read(['姓名', '身份证号', '第1课'], [['杨国平', number, '√']]).rows[0]!;
    expect(one(hidden(idNumber(1))).state).toBe('accepted');
    expect(codes(one(hidden(idNumber(1)).replace(/^..../, '9999')).problems)).toEqual(['person-not-in-roster']);
  });

  it('同名的两人，岗位不同：写了岗位就能分清', () => {
    const facts = course().withPeople(3).withSessions(6).facts();
    const [first, second] = facts.enrolments;
    const persons = new Map(facts.persons);
    persons.set(second!.personId, { ...persons.get(second!.personId)!, name: '杨国平' });
    const twins = {
      ...facts,
      persons,
      enrolments: facts.enrolments.map((one) =>
        one === first ? { ...one, post: '114' } : one === second ? { ...one, post: '111' } : one,
      ),
    };
    const preview = read(
      ['姓名', '岗位', '第1课'],
      [
        ['杨国平', '资料员', '√'],
        ['杨国平', '材料员', '缺'],
        ['杨国平', null, '√'],
      ],
      twins,
    );
    expect(preview.rows.map(({ entry, problems }) => entry?.enrolments[0]!.id ?? codes(problems)[0])).toEqual([
      first!.id,
      second!.id,
      'person-ambiguous',
    ]);
  });
});
