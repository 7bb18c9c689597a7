import type { Day } from '../basics/day';
import type { CourseFacts } from '../regulation/facts';
import type { FormLine } from './form';

/** What a form says of somebody's test: score of the best attempt, 合格 or not, and its day. */
export interface TestResult {
  readonly score: number | null;
  readonly verdict: '合格' | '不合格' | '缺考' | '未录' | '不要求';
  readonly on: Day | null;
}

/** The result as the rule test-passed found it; the day is that of the best attempt (the first of equals). */
export function testResult(facts: CourseFacts, { enrolment, judgement }: FormLine): TestResult {
  const attempts = facts.attempts.get(enrolment.id) ?? [];
  const finding = judgement.findings.find(({ rule }) => rule === 'test-passed');
  const best = attempts
    .filter(({ score }) => score === judgement.bestScore)
    .reduce<Day | null>((first, { on }) => (first === null || on < first ? on : first), null);
  const result = { score: judgement.bestScore, on: best };
  if (finding?.outcome === 'notApplicable') return { ...result, verdict: '不要求' };
  if (finding?.outcome === 'met') return { ...result, verdict: '合格' };
  if (judgement.bestScore !== null) return { ...result, verdict: '不合格' };
  return attempts.length > 0
    ? { score: null, on: attempts[0]!.on, verdict: '缺考' }
    : { score: null, on: null, verdict: '未录' };
}
