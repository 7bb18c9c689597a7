import { describe, expect, it } from 'vitest';
import { riskOf } from '../../../../renderer/features/home/risk-of';
import { day } from '../../../../shared/basics/day';
import type { Finding } from '../../../../shared/regulation/finding';

const course = { endsOn: day('2026-03-20') };
const finding = (rule: Finding['rule'], outcome: Finding['outcome'], more: Partial<Finding> = {}): Finding => ({
  rule,
  outcome,
  severity: outcome === 'notMet' ? 'error' : null,
  detail: '',
  numbers: [],
  parameters: [],
  records: [],
  cites: [],
  ruleset: { id: 'hubei-annual', version: '1' },
  ...more,
});
const running = (to: string): Finding =>
  finding('year-total-hours', 'cannotTell', { detail: 'running', values: { to } });
const risk = (findings: readonly Finding[], today = day('2026-04-01')) =>
  riskOf(findings, course, today)?.rule ?? null;

describe('首页上需要留意的学员', () => {
  it('学时或测试不符合的；与上报无关的项目不算', () => {
    expect(risk([finding('total-hours', 'met'), finding('test-passed', 'notMet')])).toBe('test-passed');
    expect(risk([finding('certificate-scope', 'notMet')])).toBeNull();
  });

  it('班已结束还没有测试成绩的；班没结束不催', () => {
    const missing = [finding('test-passed', 'cannotTell')];
    expect(risk(missing)).toBe('test-passed');
    expect(risk(missing, day('2026-03-20'))).toBeNull();
  });

  it('继续教育年度 45 天内到期、学时还不够的；已经到期的也算；还早的不算', () => {
    expect(risk([running('2026-05-16')])).toBe('year-total-hours');
    expect(risk([running('2026-03-31')])).toBe('year-total-hours');
    expect(risk([running('2026-05-17')])).toBeNull();
  });

  it('已经不符合的排在前面', () => {
    expect(risk([running('2026-04-02'), finding('professional-hours', 'notMet')])).toBe('professional-hours');
  });
});
