import { describe, expect, it } from 'vitest';
import { judgeCourse, judgeEnrolment } from '../../shared/regulation/evaluate';
import { clauseText, explain } from '../../shared/regulation/explain';
import type { Finding } from '../../shared/regulation/finding';
import { RULES, ruleTitle } from '../../shared/regulation/rules';
import { readCases } from './read-cases';
import { makeFacts } from '../shared/regulation/course-facts';
import { day } from '../../shared/basics/day';

const cases = readCases(import.meta.dirname);
const findings: readonly Finding[] = cases.flatMap(({ situation: { facts, on, namedYears } }) =>
  facts.enrolments.flatMap(({ id }) => judgeEnrolment(facts, id, on, namedYears ? { namedYears } : {}).findings),
);

describe('说明文字', () => {
  it('每一种情况都能说明，没有漏填的内容和感叹号', () => {
    const known = new Set<string>();
    const bad: string[] = [];
    for (const finding of findings) {
      const { title, verdict, requirement, clause, repair, provisional } = explain(finding);
      const unfinished = /undefined|NaN|null|\[object|[!！]|[A-Za-z]{3,}/;
      bad.push(
        ...[title, verdict, requirement, clause, repair ?? '', ...provisional].filter((text) =>
          unfinished.test(text),
        ),
      );
      bad.push(
        ...[verdict, requirement, ...(repair === null ? [] : [repair])].filter((text) => !text.endsWith('。')),
      );
      known.add(`${finding.rule} ${finding.detail}`);
    }
    expect(bad).toEqual([]);
    expect(known.size).toBe(Object.values(RULES).reduce((n, { details }) => n + Object.keys(details).length, 0));
  });

  it('不符合和无法判定都说怎样补救', () => {
    const silent = findings.filter(
      (finding) => ['notMet', 'cannotTell'].includes(finding.outcome) && explain(finding).repair === null,
    );
    expect(silent.map(({ rule, detail }) => `${rule} ${detail}`)).toEqual([]);
  });

  it('每一条结论都写明条款，数字与结论一致', () => {
    const wrong = findings.filter(({ cites, numbers, outcome }) => {
      const [first] = numbers;
      if (cites.length === 0) return true;
      if (outcome !== 'met' || typeof first?.actual !== 'number' || typeof first.required !== 'number') return false;
      return first.comparison === 'at-most' ? first.actual > first.required : first.actual < first.required;
    });
    expect(wrong.map(({ rule, detail }) => `${rule} ${detail}`)).toEqual([]);
    expect(clauseText('37:四(二)2')).toBe('鄂建办〔2020〕37号 四（二）2');
    expect(() => clauseText('38:一')).toThrow();
  });

  it('没有文件依据的值只在起作用时出现', () => {
    const provisionalOf = (attendanceMissed: boolean): readonly string[] => {
      const one = cases.find(
        ({ title }) =>
          title === (attendanceMissed ? '迟到 10 分钟在宽限之内，不扣学时' : '全勤，总学时和专业学时都够'),
      )!;
      const finding = judgeCourse(one.situation.facts, one.situation.on)[0]!.findings.find(
        ({ rule }) => rule === 'total-hours',
      )!;
      return explain(finding).provisional;
    };
    expect(provisionalOf(false)).toEqual([]);
    expect(provisionalOf(true)).toEqual([
      '每学时分钟数：45 分钟，未经文件确认',
      '迟到早退宽限：10 分钟，未经文件确认',
    ]);
  });

  it('起算日口径只在周年日旁边起作用，平时不提', () => {
    const one = cases.find(({ title }) => title === '2024-09-01 新取证，2026 年 3 月的课属 2025 年度')!;
    const finding = judgeCourse(one.situation.facts, one.situation.on)[0]!.findings.find(
      ({ rule }) => rule === 'ce-year',
    )!;
    expect(finding.parameters).toEqual([]);
  });

  it('从未见过的情况不会被含糊带过', () => {
    const finding = judgeCourse(makeFacts('annual'), day('2026-03-20'))[0]!.findings[0]!;
    expect(() => explain({ ...finding, detail: 'something-else' })).toThrow('total-hours');
    expect(ruleTitle('not-barred')).toBe('黑名单');
  });
});
