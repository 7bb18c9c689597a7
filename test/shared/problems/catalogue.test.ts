import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { problem, PROBLEM_CODES, problemText, type ShownProblem } from '../../../shared/problems/catalogue';
import { COMMAND_PROBLEMS } from '../../../shared/problems/command-problems';
import { COURSE_COMMAND_PROBLEMS } from '../../../shared/problems/course-command-problems';
import { FILE_PROBLEMS } from '../../../shared/problems/import-file-problems';
import { importProblem, IMPORT_PROBLEMS } from '../../../shared/problems/import-problems';
import { ROSTER_PROBLEMS } from '../../../shared/problems/import-roster-problems';
import { TEACHING_SHEET_PROBLEMS } from '../../../shared/problems/import-teaching-problems';
import { DOCUMENT_PROBLEMS } from '../../../shared/problems/document-problems';
import { HOURS_COMMAND_PROBLEMS } from '../../../shared/problems/hours-command-problems';
import { ISSUE_COMMAND_PROBLEMS } from '../../../shared/problems/issue-command-problems';
import { joinedProblems } from '../../../shared/problems/joined-problems';
import { PEOPLE_COMMAND_PROBLEMS } from '../../../shared/problems/people-command-problems';
import type { Problem, ProblemText } from '../../../shared/problems/problem';
import { say } from '../../../shared/problems/say';
import { STORAGE_PROBLEMS } from '../../../shared/problems/storage-problems';
import { TEACHING_COMMAND_PROBLEMS } from '../../../shared/problems/teaching-command-problems';

const parts = [
  COURSE_COMMAND_PROBLEMS,
  HOURS_COMMAND_PROBLEMS,
  PEOPLE_COMMAND_PROBLEMS,
  TEACHING_COMMAND_PROBLEMS,
  ISSUE_COMMAND_PROBLEMS,
  FILE_PROBLEMS,
  ROSTER_PROBLEMS,
  TEACHING_SHEET_PROBLEMS,
  STORAGE_PROBLEMS,
  DOCUMENT_PROBLEMS,
];

const ON = day('2026-03-16');
const file = '名册.xlsx';
const name = '杨国平';

/** Every situation of the sentences that choose their words by a value. */
const CHOOSING: readonly Problem[] = [
  ...(['empty', 'damaged', 'hostile', 'encoding', 'too-old', 'not-a-spreadsheet', 'no-rows'] as const).map((why) =>
    importProblem('file-unreadable', { file, why }),
  ),
  ...(['bytes', 'rows', 'inflated', 'cells', 'cell'] as const).map((why) =>
    importProblem('file-too-large', { file, why }),
  ),
  ...(['id-length', 'id-birth-date', 'id-checksum', 'id-precision-lost'] as const).map((why) =>
    problem('person-number-invalid', { name, why }),
  ),
  importProblem('id-length', { value: '', length: 0 }),
  importProblem('id-length', { value: '4201', length: 4 }),
  importProblem('name-invalid', { value: '杨3', characters: ['3'] }),
  importProblem('name-invalid', { value: '--', characters: [] }),
  importProblem('post-unknown', { value: '' }),
  importProblem('post-unknown', { value: '安全员' }),
  importProblem('post-unknown', { value: '厨师' }),
  importProblem('date-unreadable', { label: '发证日期', value: '' }),
  importProblem('date-unreadable', { label: '发证日期', value: '2026-02-30' }),
  importProblem('date-unreadable', { label: '发证日期', value: '2026-05-01', after: ON }),
  importProblem('date-unreadable', { label: '有效期至', value: '2020-05-01', issuedOn: ON }),
  importProblem('score-unreadable', { value: '' }),
  importProblem('score-unreadable', { value: '良' }),
  importProblem('session-number-unreadable', { value: '' }),
  importProblem('session-number-unreadable', { value: '一' }),
  importProblem('session-clash', { why: 'date-and-number', column: '3/16 第2课', number: 2, date: ON }),
  importProblem('session-clash', { why: 'several-on-day', column: '3/16', numbers: [1, 2] }),
  importProblem('session-clash', { why: 'two-columns', column: '第2课', other: '2', number: 2 }),
  importProblem('session-clash', { why: 'same-number', number: 2, row: 3 }),
  importProblem('session-clash', { why: 'overlap', date: ON, time: '08:30-10:00', other: '第 3 行' }),
  importProblem('person-ambiguous', { why: 'number-and-name', owner: '林秋菊', name }),
  importProblem('person-ambiguous', { why: 'several-posts', name, posts: ['资料员', '材料员'] }),
  importProblem('person-ambiguous', { why: 'twice', name, row: 3 }),
  importProblem('person-ambiguous', { why: 'same-name', count: 2, name }),
  problem('ruleset-dates', { ruleset: '鄂建', from: ON, to: null, startsOn: ON }),
  problem('ruleset-dates', { ruleset: '鄂建', from: ON, to: ON, startsOn: ON }),
  problem('glyph-missing', { people: [name], where: '姓名', character: '𬱖', codePoint: 'U+2CC56', seen: true }),
  problem('glyph-missing', { people: [name], where: '姓名', character: '\u200b', codePoint: 'U+200B', seen: false }),
  problem('form-glyph-missing', { form: '上报函', character: '𬱖', codePoint: 'U+2CC56', seen: true }),
  problem('form-glyph-missing', { form: '上报函', character: '\u200b', codePoint: 'U+200B', seen: false }),
  problem('enrolment-not-left', { name, status: 'transferred' }),
  problem('enrolment-not-left', { name, status: 'active' }),
  problem('enrolment-has-records', { name, marks: 3, attempts: 1, makeUps: 2, issued: ['JC-2026-0001'] }),
  problem('package-too-large', { path: '' }),
  problem('package-too-large', { path: 'data/facts.json' }),
  problem('package-damaged', { path: '' }),
  problem('package-damaged', { path: 'data/facts.json' }),
];

describe('问题目录', () => {
  it('没有重复的代码，合并时一个也没有丢', () => {
    const codes = parts.flatMap((part) => Object.keys(part));
    expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
    expect(codes.filter((code) => !(PROBLEM_CODES as readonly string[]).includes(code))).toEqual([]);
    expect(
      Object.keys({ ...COMMAND_PROBLEMS, ...IMPORT_PROBLEMS, ...STORAGE_PROBLEMS, ...DOCUMENT_PROBLEMS }),
    ).toHaveLength(codes.length);
  });

  it('两部分有同一代码时编译就不通过', () => {
    const text: ProblemText = { level: 'info', title: '甲', sentence: () => '甲。', next: '乙。' };
    // @ts-expect-error the code stands in both parts
    expect(Object.keys(joinedProblems({ same: text }, { same: text }))).toEqual(['same']);
  });

  const reads = ({ title, sentence, next }: ShownProblem): void => {
    expect(title).toMatch(/\p{Script=Han}/u);
    expect(title.length).toBeLessThanOrEqual(20);
    expect(sentence).toMatch(/[。）…]$/u);
    expect(next).toMatch(/。$/u);
    expect(`${title}${sentence}${next}`).not.toMatch(/undefined|NaN|\[object|！|!/);
  };

  const simple = PROBLEM_CODES.filter((code) => CHOOSING.every((one) => one.code !== code));

  it.each(simple.map((code) => [code]))('%s 有中文的标题、句子和下一步，没有空值也说得通', (code) => {
    for (const values of [{}, { rows: [1, 2], people: ['甲'], name: '甲', on: '2026-03-16', count: 2 }])
      reads(problemText({ code, level: 'error', values }));
  });

  it.each(simple.map((code) => [code]))('%s 的句子说出它要的每个值', (code) => {
    const asked: string[] = [];
    const values = new Proxy<{ [name: string]: string }>(
      {},
      {
        get(_, name) {
          asked.push(`‹${String(name)}›`);
          return asked.at(-1);
        },
      },
    );
    const { sentence } = problemText({ code, level: 'error', values });
    expect(asked.filter((name) => !sentence.includes(name))).toEqual([]);
  });

  it.each(CHOOSING.map((one) => [one.code, problemText(one)] as const))('%s 按值选词：%o', (_, text) => reads(text));

  it('按值选词的句子一个情形一句', () => {
    const sentences = CHOOSING.map((one) => problemText(one).sentence);
    expect(sentences.filter((sentence, i) => sentences.indexOf(sentence) !== i)).toEqual([]);
  });

  it('缺值、多值、写错名字、类型不对、没有的代码，编译就不通过', () => {
    const made = (): unknown[] => [
      problem('course-long', { startsOn: ON, endsOn: ON, days: 400 }, 'endsOn'),
      problem('print-failed'),
      problem('person-name-empty', {}, 'name'),
      // @ts-expect-error a value is missing
      problem('course-long', { startsOn: ON, endsOn: ON }),
      // @ts-expect-error all values are missing
      problem('course-long'),
      // @ts-expect-error misspelt
      problem('course-long', { startsOn: ON, endsOn: ON, day: 400 }),
      // @ts-expect-error of another type
      problem('course-long', { startsOn: ON, endsOn: ON, days: '400' }),
      // @ts-expect-error a text that is no day
      problem('course-long', { startsOn: '2026-03-16', endsOn: ON, days: 400 }),
      // @ts-expect-error one too many
      problem('course-long', { startsOn: ON, endsOn: ON, days: 400, people: 2 }),
      // @ts-expect-error this sentence has no values
      problem('print-failed', { message: 'x' }),
      // @ts-expect-error a situation that the sentence does not know
      importProblem('file-unreadable', { file: '名册.xlsx', why: 'rows' }),
      // @ts-expect-error one situation with the values of another
      importProblem('person-ambiguous', { why: 'twice', count: 2, name: '杨国平' }),
    ];
    expect(made()).toHaveLength(12);
    // @ts-expect-error no such code
    expect(() => problem('no-such-code')).toThrow();
    // @ts-expect-error only the catalogue makes problems
    const written: Problem = { code: 'print-failed', level: 'error' };
    expect(written.code).toBe('print-failed');
  });

  it('句子里的长名单只列前八个并说明总数', () => {
    expect(say(['甲', '乙'])).toBe('甲、乙');
    expect(say(Array.from({ length: 12 }, (_, i) => i + 1))).toBe('1、2、3、4、5、6、7、8 等 12 项');
    expect(say(undefined)).toBe('（空）');
  });

  it('目录里没有的代码是程序的错误', () => {
    expect(() => problemText({ code: 'no-such-code', level: 'error' })).toThrow('no-such-code');
  });
});
