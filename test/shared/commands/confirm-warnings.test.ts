import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../shared/basics/instant';
import { confirmedBy, confirmWarnings, type WarningRef } from '../../../shared/commands/confirm-warnings';
import { packageSelection } from '../../../shared/commands/package-selection';
import { packageFacts } from '../../../shared/package/package-facts';
import type { Enrolment } from '../../../shared/records/enrolment';
import { explain } from '../../../shared/regulation/explain';
import { JUDGED_ON, sampleForm } from '../documents/sample-class';

const { facts, judgements } = sampleForm(12);
const ctx = { today: JUDGED_ON, now: '2026-03-24T08:00:00.000Z' as Instant, newId: () => 'x', minuteOfDay: 600 };
const warnings: readonly WarningRef[] = packageSelection(facts, judgements).warnings;
const confirm = (by: string | null, which = warnings, on = facts) =>
  confirmWarnings(on, { warnings: which, judgements, by }, ctx);

describe('确认提醒', () => {
  it('一次确认是一步，每人一条，写明结论、姓名和日期', () => {
    const intent = confirm(' 李审核 ');
    if (!intent.ok) throw new Error('refused');
    expect(intent.value.kind).toBe('warnings.confirm');
    expect(intent.value.changes).toHaveLength(new Set(warnings.map(({ enrolmentId }) => enrolmentId)).size);
    const first = intent.value.changes[0]!.after as Enrolment;
    const finding = judgements
      .find(({ enrolmentId }) => enrolmentId === first.id)!
      .findings.find(({ severity }) => severity === 'warning')!;
    expect(first.confirmed![0]).toEqual({
      rule: finding.rule,
      verdict: explain(finding).verdict,
      by: '李审核',
      on: JUDGED_ON,
    });
    expect(confirmedBy(first, finding.rule, explain(finding).verdict)).toBe('李审核');
    expect(confirmedBy(first, finding.rule, '另一个结论。')).toBeNull();
  });

  it('没有姓名不写；再确认一次没有变化也不写', () => {
    const codes = (result: ReturnType<typeof confirm>) => (result.ok ? [] : result.error.map(({ code }) => code));
    expect(codes(confirm('  '))).toEqual(['seal-confirmed-by']);
    expect(codes(confirm(null))).toEqual(['nothing-changed']);
    expect(codes(confirm('李审核', [{ enrolmentId: 'none' as never, rule: 'ce-year' }]))).toEqual([
      'enrolment-unknown',
    ]);
  });

  it('没有这项提醒的人不能确认', () => {
    const met = judgements[0]!.findings.find(({ severity }) => severity === null)!;
    const result = confirm('李审核', [{ enrolmentId: judgements[0]!.enrolmentId, rule: met.rule }]);
    expect(result.ok).toBe(false);
  });

  it('备注和确认留在机构，不进材料包的记录', () => {
    const intent = confirm('李审核');
    if (!intent.ok) throw new Error('refused');
    const changed = new Map(intent.value.changes.map(({ key, after }) => [key, after as Enrolment]));
    const enrolments = facts.enrolments.map((one) => ({ ...(changed.get(one.id) ?? one), note: '内部备注甲' }));
    const persons = new Map([...facts.persons].map(([id, person]) => [id, { ...person, note: '内部备注乙' }]));
    const noted = { ...facts, enrolments, persons, course: { ...facts.course, note: '内部备注丙' } };
    const { people } = packageSelection(noted, judgements);
    const text = JSON.stringify(packageFacts(noted, people));
    expect(text).not.toMatch(/内部备注|李审核","on"|confirmed/);
    expect(packageFacts(noted, people)).toEqual(packageFacts(facts, people));
  });
});
