import { describe, expect, it } from 'vitest';
import { riskSentence } from '../../../../renderer/features/home/risk-sentence';
import { day } from '../../../../shared/basics/day';
import { explain } from '../../../../shared/regulation/explain';
import { judgementsOf } from '../../../../renderer/data/use-judgements';
import { course, PRESENT } from '../../../shared/facts-builder';

describe('首页上说的话', () => {
  const facts = course().withPeople(1).withSessions(12).mark(1, 1, PRESENT).facts();
  const finding = judgementsOf(facts, facts.course.endsOn)[0]!.findings.find(
    ({ rule, detail }) => rule === 'year-total-hours' && detail === 'running',
  )!;
  const to = day(String(finding.values!['to']));

  it('年度还没有结束的，用规则自己的话', () => {
    expect(riskSentence(finding, to)).toBe(explain(finding).verdict);
  });

  it('结班后年度已经结束的，说明它已结束，不再说“才结束”', () => {
    const said = riskSentence(finding, day('2099-01-01'));
    expect(said).toContain('该年度已于');
    expect(said).toContain('“年度总学时”还差');
    expect(said).not.toContain('才结束');
  });
});
