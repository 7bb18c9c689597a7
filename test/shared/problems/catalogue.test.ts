import { describe, expect, it } from 'vitest';
import { problem, PROBLEM_CODES, problemText } from '../../../shared/problems/catalogue';
import { COMMAND_PROBLEMS } from '../../../shared/problems/command-problems';
import { COURSE_COMMAND_PROBLEMS } from '../../../shared/problems/course-command-problems';
import { FILE_PROBLEMS } from '../../../shared/problems/import-file-problems';
import { IMPORT_PROBLEMS } from '../../../shared/problems/import-problems';
import { ROSTER_PROBLEMS } from '../../../shared/problems/import-roster-problems';
import { TEACHING_SHEET_PROBLEMS } from '../../../shared/problems/import-teaching-problems';
import { DOCUMENT_PROBLEMS } from '../../../shared/problems/document-problems';
import { HOURS_COMMAND_PROBLEMS } from '../../../shared/problems/hours-command-problems';
import { ISSUE_COMMAND_PROBLEMS } from '../../../shared/problems/issue-command-problems';
import { joinedProblems } from '../../../shared/problems/joined-problems';
import { PEOPLE_COMMAND_PROBLEMS } from '../../../shared/problems/people-command-problems';
import type { ProblemText } from '../../../shared/problems/problem';
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

  it.each(PROBLEM_CODES.map((code) => [code]))('%s 有中文的标题、句子和下一步，没有空值也说得通', (code) => {
    for (const values of [{}, { rows: [1, 2], people: ['甲'], name: '甲', on: '2026-03-16', count: 2 }]) {
      const { title, sentence, next } = problemText(problem(code, values));
      expect(title).toMatch(/\p{Script=Han}/u);
      expect(title.length).toBeLessThanOrEqual(20);
      expect(sentence).toMatch(/[。）…]$/u);
      expect(next).toMatch(/。$/u);
      expect(`${title}${sentence}${next}`).not.toMatch(/undefined|NaN|\[object|！|!/);
    }
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
