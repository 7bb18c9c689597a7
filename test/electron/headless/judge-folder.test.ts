import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { judgeArguments } from '../../../electron/headless/judge-arguments';
import { judgeFolder, type FolderVerdict } from '../../../electron/headless/judge-folder';
import { judgeJson } from '../../../electron/headless/judge-json';
import { judgeText } from '../../../electron/headless/judge-text';
import { aligned, terminalWidth } from '../../../electron/headless/text-columns';
import { idNumber } from '../../shared/facts-builder';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const COURSE = {
  title: '班',
  purpose: 'annual',
  ruleset: 'hubei-annual',
  startsOn: '2026-03-16',
  endsOn: '2026-03-20',
};
const ROSTER = `姓名,身份证号,岗位,发证日期,取证方式\n杨国平,${idNumber(1)},资料员,2023-09-28,新取证\n李㛃,${idNumber(2)},材料员,2023-09-28,新取证\n`;
const TIMETABLE =
  '课次,日期,开始时间,结束时间,课程类别,学时\n1,2026-03-16,08:30,10:00,公共,2\n2,2026-03-16,10:15,11:45,专业,2\n';
const ATTENDANCE = `姓名,身份证号,03-16 第1课,03-16 第2课\n杨国平,${idNumber(1)},√,迟50\n李㛃,${idNumber(2)},缺,\n`;
const SCORES = `姓名,身份证号,测试日期,成绩\n杨国平,${idNumber(1)},2026-03-25,61.5\n李㛃,${idNumber(2)},2026-03-25,缺考\n`;
const ALL = {
  'course.json': JSON.stringify(COURSE),
  '学员名册.csv': ROSTER,
  '课程表.csv': TIMETABLE,
  '考勤表.csv': ATTENDANCE,
  '测试成绩.csv': SCORES,
};

const judge = (
  files: { readonly [name: string]: string | Uint8Array },
  on: string | null = null,
): ReturnType<typeof judgeFolder> =>
  judgeFolder(
    Object.keys(files),
    (name) => {
      const content = files[name]!;
      return typeof content === 'string' ? bytes(content) : content;
    },
    on === null ? null : day(on),
  );
function verdict(files: { readonly [name: string]: string | Uint8Array }, on: string | null = null): FolderVerdict {
  const result = judge(files, on);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}
const refusal = (files: { readonly [name: string]: string | Uint8Array }): string => {
  const result = judge(files);
  return result.ok ? '' : result.error;
};

describe('没有日期、写法不同的 course.json', () => {
  const { endsOn: _end, startsOn: _start, ...undated } = COURSE;
  const roster = (course: object, text = ROSTER): { readonly [name: string]: string } => ({
    'course.json': JSON.stringify(course),
    '学员名册.csv': text,
  });

  it('只有名册：有 --on 就按那一天，没有就按名册中最晚的日期', () => {
    expect(verdict(roster(undated), '2026-05-01').on).toBe('2026-05-01');
    expect(verdict(roster(undated)).on).toBe('2023-09-28');
    expect(verdict({ ...ALL, 'course.json': JSON.stringify(undated) }).on).toBe('2026-03-25');
  });

  it('没有结班日期时，出生日期也不能晚于其他文件中最晚的日期', () => {
    const unborn = ROSTER.replace(idNumber(1), '420101202604010018');
    const { rows } = verdict({ ...ALL, ...roster(undated, unborn) }).roster;
    expect(rows[0]!.problems.map(({ code }) => code)).toEqual(['id-birth-date']);
  });

  it('2026-3-16 这样的日期、记事本存成的 UTF-16', () => {
    expect(verdict(roster({ ...COURSE, startsOn: '2026-3-16', endsOn: '2026/3/20' })).course).toMatchObject({
      startsOn: '2026-03-16',
      endsOn: '2026-03-20',
    });
    const units = Uint16Array.from(`\uFEFF${JSON.stringify(COURSE)}`, (unit) => unit.charCodeAt(0));
    expect(verdict({ ...roster(COURSE), 'course.json': new Uint8Array(units.buffer) }).course.title).toBe('班');
  });
});

describe('核验一个文件夹', () => {
  it('四个文件都在：学时、成绩按程序的规则', () => {
    const [first, second] = verdict(ALL).judgements;
    expect(first).toMatchObject({
      hours: { total: 3, professional: 1, public: 2, unrecordedSessions: 0 },
      bestScore: 61.5,
    });
    expect(second).toMatchObject({ hours: { total: 0, unrecordedSessions: 1 }, bestScore: null });
  });

  it('缺考勤、课程表或成绩：有关的规则无法判定', () => {
    const { '课程表.csv': _a, '考勤表.csv': _b, '测试成绩.csv': _c, ...only } = ALL;
    const alone = verdict(only);
    const outcome = (rule: string): string | undefined =>
      alone.judgements[0]!.findings.find((finding) => finding.rule === rule)?.outcome;
    expect(['total-hours', 'professional-hours', 'test-passed'].map(outcome)).toEqual([
      'cannotTell',
      'cannotTell',
      'cannotTell',
    ]);
    expect(judgeText(alone)).toContain('没有：课程表、考勤表、测试成绩');
  });

  it('核验日：--on，其次结班日期，再次文件中最晚的日期', () => {
    expect(verdict(ALL, '2026-04-01').on).toBe('2026-04-01');
    expect(verdict(ALL).on).toBe('2026-03-20');
    const { endsOn: _e, ...open } = COURSE;
    expect(verdict({ ...ALL, 'course.json': JSON.stringify(open) }).on).toBe('2026-03-25');
    const { startsOn: _s, ...none } = open;
    expect(verdict({ ...ALL, 'course.json': JSON.stringify(none) }).course).toMatchObject({
      startsOn: '2026-03-16',
      endsOn: '2026-03-16',
    });
    expect(
      refusal({ 'course.json': JSON.stringify(none), '学员名册.csv': ROSTER.replaceAll('2023-09-28', '') }),
    ).toContain('--on');
  });

  it('同名文件先取 xlsx，再 xls，再 csv；其余写明未读', () => {
    const chosen = verdict({ ...ALL, '学员名册.xls': ROSTER, '名册备份.csv': ROSTER, 'a.txt': '' });
    expect(chosen.files.roster).toBe('学员名册.xls');
    expect(chosen.ignored).toEqual(['学员名册.csv', '名册备份.csv', 'a.txt']);
    expect(judgeText(chosen)).toContain('名册备份.csv');
  });

  it('不能核验时说明原因', () => {
    expect(refusal({})).toContain('course.json');
    expect(refusal({ 'course.json': '{' })).toContain('JSON');
    expect(refusal({ 'course.json': '[]' })).toContain('对象');
    expect(refusal({ 'course.json': JSON.stringify({ ...COURSE, title: '' }) })).toContain('title');
    expect(refusal({ 'course.json': JSON.stringify({ ...COURSE, purpose: 'x' }) })).toContain('purpose');
    expect(refusal({ 'course.json': JSON.stringify({ ...COURSE, endsOn: '2026-02-30' }) })).toContain('endsOn');
    expect(refusal({ ...ALL, 'course.json': JSON.stringify({ ...COURSE, ruleset: 'x' }) })).toContain('没有规则');
    expect(
      refusal({ ...ALL, 'course.json': JSON.stringify({ ...COURSE, ruleset: 'hubei-2020-37-exchange' }) }),
    ).not.toBe('');
    expect(refusal({ 'course.json': JSON.stringify(COURSE) })).toContain('学员名册');
    expect(refusal({ ...ALL, '学员名册.csv': '' })).toContain('学员名册.csv');
    expect(refusal({ ...ALL, '学员名册.csv': '姓名,岗位\n杨国平,资料员\n' })).toContain('证件号码');
  });

  it('名册以外的文件读不了：其余照常核验，并说明', () => {
    const partly = verdict({ ...ALL, '考勤表.csv': Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0) });
    expect(partly.refused).toMatchObject([{ file: '考勤表.csv', problems: [{ code: 'file-unreadable' }] }]);
    expect(judgeText(partly)).toContain('考勤表.csv 没有读入');
    expect(partly.judgements).toHaveLength(2);
  });

  it('两列电话、两列备注：没有人可问，留空并说明，照常核验', () => {
    const twice = verdict({
      ...ALL,
      '学员名册.csv': `姓名,身份证号,岗位,发证日期,手机,联系电话,备注,备注\n杨国平,${idNumber(1)},资料员,2023-09-28,19900001000,19900001001,甲,乙\n`,
    });
    expect(twice.roster.problems.map(({ code, field }) => [code, field])).toEqual([
      ['column-ambiguous', 'phone'],
      ['column-ambiguous', 'note'],
    ]);
    expect(twice.judgements).toHaveLength(1);
    expect(judgeText(twice)).toContain('手机号');
    expect(
      refusal({ ...ALL, '学员名册.csv': `姓名,身份证号,岗位,岗位\n杨国平,${idNumber(1)},资料员,材料员\n` }),
    ).toContain('岗位');
  });

  it('补考另列两列，在结班以后：算第二次测试', () => {
    const retaken = verdict({
      ...ALL,
      '测试成绩.csv': `姓名,身份证号,测试日期,成绩,补考日期,补考成绩\n杨国平,${idNumber(1)},2026-03-20,50,2026-03-27,70\n`,
    });
    expect(retaken.judgements[0]!.bestScore).toBe(70);
    expect(retaken.scores!.counts).toMatchObject({ accepted: 1, refused: 0 });
  });

  it('没有课程表：先学后测也无法判定', () => {
    const { '课程表.csv': _t, ...rest } = ALL;
    const outcomes = verdict({ ...rest, '测试成绩.csv': SCORES }).judgements[0]!.findings;
    expect(outcomes.find(({ rule }) => rule === 'test-after-hours')?.outcome).toBe('cannotTell');
  });

  it('course.json 中的日期是 null 等于没有写', () => {
    expect(
      verdict({ ...ALL, 'course.json': JSON.stringify({ ...COURSE, startsOn: null, endsOn: null }) }).course,
    ).toMatchObject({ startsOn: '2026-03-16', endsOn: '2026-03-16' });
  });

  it('结班以后才发的证照样读入，按规则说还不起计；晚得不合常理的不读入', () => {
    const late = verdict({ ...ALL, '学员名册.csv': ROSTER.replace('2023-09-28', '2026-03-21') });
    expect(late.roster.rows.map(({ state, problems }) => [state, problems.length])).toEqual([
      ['accepted', 0],
      ['accepted', 0],
    ]);
    expect(late.judgements.map(({ ceYears }) => ceYears)).toEqual([[null], [2025]]);
    const absurd = verdict({ ...ALL, '学员名册.csv': ROSTER.replace('2023-09-28', '2062-03-21') });
    expect(absurd.roster.rows[0]!.problems).toMatchObject([{ code: 'date-unreadable', level: 'error' }]);
    expect(judgeText(absurd)).toContain('发证日期“2062-03-21”在 2026-03-20 之后');
  });

  it('没有课程表就没有学时可加：写 –，JSON 中是 null，不是 0', () => {
    const { '课程表.csv': _t, ...rest } = ALL;
    const alone = verdict(rest);
    const [person] = (judgeJson(alone) as { people: { hours: object }[] }).people;
    expect(person!.hours).toEqual({ total: null, professional: null, public: null, unrecordedSessions: null });
    expect(judgeText(alone)).toMatch(/资料员\s+–\s+–\s+–\s+–\s+61\.5/);
  });

  it('没有考勤表：课程表再短也不判学时不够', () => {
    const { '考勤表.csv': _a, ...rest } = ALL;
    const findings = verdict(rest).judgements.flatMap((judgement) => judgement.findings);
    const outcomes = findings.filter(({ rule }) => rule === 'total-hours' || rule === 'professional-hours');
    expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['cannotTell']));
  });

  it('课程表有行不能导入：核验结果前说明学时可能因此偏少', () => {
    const broken = verdict({ ...ALL, '课程表.csv': `${TIMETABLE}3,2026-03-17,14:00,13:00,专业,2\n` });
    expect(broken.facts.sessions).toHaveLength(2);
    expect(judgeText(broken)).toContain('课程表有 1 行不能导入');
  });

  it('没有一行可以导入也能核验：零人', () => {
    const none = verdict({
      'course.json': JSON.stringify(COURSE),
      '学员名册.csv': '姓名,身份证号,岗位\n某某,123,资料员\n',
    });
    expect(none.judgements).toEqual([]);
    expect(JSON.parse(JSON.stringify(judgeJson(none)))).toMatchObject({
      people: [],
      rows: [{ excelRow: 2, accepted: false, problems: [{ code: 'id-length', level: 'error' }] }],
    });
  });

  it('同样的文件夹总是同样的结果', () => {
    expect(judgeText(verdict(ALL))).toBe(judgeText(verdict(ALL)));
    expect(JSON.stringify(judgeJson(verdict(ALL)))).toBe(JSON.stringify(judgeJson(verdict(ALL))));
  });
});

describe('命令行', () => {
  it('文件夹、--on、--json', () => {
    expect(judgeArguments(['班级'])).toEqual({ ok: true, value: { folder: '班级', on: null, json: null } });
    for (const on of ['2026-3-20', '2026/3/20', '2026.3.20', '20260320', '2026年3月20日'])
      expect(judgeArguments(['x', '--on', on])).toMatchObject({ value: { on: '2026-03-20' } });
    expect(judgeArguments(['--on', '2026-03-20', 'x', '--json=a=b.json'])).toEqual({
      ok: true,
      value: { folder: 'x', on: '2026-03-20', json: 'a=b.json' },
    });
  });

  it.each([
    [[]],
    [['a', 'b']],
    [['a', '--on']],
    [['a', '--on', '2026-2-30']],
    [['a', '--fast']],
    [['a', '--json', '']],
  ])('%o 被拒绝并说明', (list) => {
    expect(judgeArguments(list)).toMatchObject({ ok: false, error: expect.stringMatching(/[一-龥]/) });
  });
});

describe('终端中的列', () => {
  it('汉字占两格，生僻字也是，组合字符不占', () => {
    expect(['ab', '李㛃', '𬱖', '·', 'e\u0301', '（）'].map(terminalWidth)).toEqual([2, 4, 2, 1, 1, 4]);
    expect(
      aligned([
        ['李㛃', '1'],
        ['abcdef', '2'],
      ]),
    ).toEqual(['李㛃    1', 'abcdef  2']);
  });
});
