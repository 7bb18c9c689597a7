import { describe, expect, it } from 'vitest';
import type { Finding } from '../../shared/regulation/finding';
import { judgeEnrolment } from '../../shared/regulation/evaluate';
import { explain } from '../../shared/regulation/explain';
import { RULES, ruleTitle } from '../../shared/regulation/rules';
import type { Rule } from '../../shared/regulation/rule';
import { readCase, readCases, type Case } from './read-cases';

const cases = readCases(import.meta.dirname);

function findings({ situation: { facts, on, namedYears } }: Case): readonly Finding[] {
  return judgeEnrolment(facts, facts.enrolments[0]!.id, on, namedYears ? { namedYears } : {}).findings;
}

describe.each([...new Set(cases.map(({ file }) => file))])('%s', (file) => {
  it.each(cases.filter((one) => one.file === file).map((one) => [one.title, one] as const))('%s', (_, one) => {
    const all = findings(one);
    for (const { rule, outcome, severity, detail, values, words } of one.expected) {
      const finding = all.find((candidate) => candidate.rule === rule);
      expect({ rule, outcome: finding?.outcome, severity: finding?.severity, detail: finding?.detail }).toEqual({
        rule,
        outcome,
        severity,
        detail,
      });
      expect(finding!.values ?? {}).toMatchObject(values);
      const { verdict, repair, provisional } = explain(finding!);
      for (const text of words) expect([verdict, repair ?? '', ...provisional].join('\n')).toContain(text);
    }
  });
});

describe('情形齐全', () => {
  it('每一条规则的每一种情况至少有一个情形', () => {
    const shown = new Set(
      cases.flatMap(({ expected }) => expected.map(({ rule, detail }) => `${ruleTitle(rule)} ${detail}`)),
    );
    const known = Object.values(RULES).flatMap((rule: Rule) =>
      Object.keys(rule.details).map((detail) => `${rule.title} ${detail}`),
    );
    expect(known.filter((situation) => !shown.has(situation))).toEqual([]);
  });

  it('写出的结论和级别与规则的表一致', () => {
    for (const { expected } of cases) {
      for (const { rule, detail, outcome, severity } of expected)
        expect({ rule, detail, ...(RULES[rule] as Rule).meanings[detail] }).toEqual({
          rule,
          detail,
          outcome,
          severity,
        });
    }
  });

  it('比较数字的规则都有刚好达到和只差一点的情形', () => {
    const compared = new Map<string, Set<string>>();
    for (const one of cases) {
      const all = findings(one);
      for (const { rule } of one.expected) {
        const finding = all.find((candidate) => candidate.rule === rule)!;
        const number = finding.numbers[0];
        if (typeof number?.actual !== 'number' || typeof number.required !== 'number') continue;
        const kinds = compared.get(rule) ?? new Set();
        compared.set(rule, kinds);
        if (number.actual === number.required && finding.outcome === 'met') kinds.add('exactly');
        if (Math.abs(number.actual - number.required) <= 1 && finding.outcome === 'notMet') kinds.add('short');
      }
    }
    expect(Object.fromEntries([...compared].map(([rule, kinds]) => [rule, [...kinds].sort()]))).toEqual(
      Object.fromEntries([...compared.keys()].map((rule) => [rule, ['exactly', 'short']])),
    );
    expect([...compared.keys()].sort()).toEqual([
      'age-maximum',
      'age-minimum',
      'daily-cap',
      'professional-hours',
      'test-passed',
      'total-hours',
      'two-year-total',
      'year-professional-hours',
      'year-total-hours',
    ]);
  });

  it('情形的标题和学员各不相同', () => {
    const repeated = (texts: readonly string[]): string[] => texts.filter((text, i) => texts.indexOf(text) !== i);
    expect(repeated(cases.map(({ title }) => title))).toEqual([]);
    expect(repeated(cases.map(({ name }) => name))).toEqual([]);
  });

  it('不认识的键使情形作废', () => {
    expect(() =>
      readCase({ 情形: '键写错', 学员: { 姓名: '甲' }, 考情: {}, 应得: { 总学时: '符合 enough' } }, 'x'),
    ).toThrow('不认识的键“考情”');
    expect(() =>
      readCase({ 情形: '键写错', 学员: { 姓名: '甲', 年纪: 3 }, 应得: { 总学时: '符合 enough' } }, 'x'),
    ).toThrow('不认识的键“年纪”');
    expect(() => readCase({ 情形: '规则写错', 学员: { 姓名: '甲' }, 应得: { 总课时: '符合 enough' } }, 'x')).toThrow(
      '不认识的键“总课时”',
    );
  });
});
