import type { TestAttempt } from '../../records/test-attempt';
import type { ComparedNumber, RecordRef } from '../finding';
import { rule } from '../rule';

/** An attempt that was sat, so not 缺考. */
type Scored = TestAttempt & { readonly score: number };

/** The attempt that counts: one that passed before one that did not, then the higher score. */
export function bestAttempt(attempts: readonly TestAttempt[]): Scored | null {
  let best: Scored | null = null;
  for (const attempt of attempts) {
    if (!isScored(attempt)) continue;
    const better = !best || (passed(attempt) === passed(best) ? attempt.score > best.score : passed(attempt));
    if (better) best = attempt;
  }
  return best;
}

export const isScored = (attempt: TestAttempt): attempt is Scored => attempt.score !== 'absent';
const passed = ({ score, passMark }: Scored): boolean => score >= passMark;

/** Whether one attempt passed by the pass mark that was kept with it; 缺考 did not. */
export const attemptPassed = (attempt: TestAttempt): boolean => isScored(attempt) && passed(attempt);

const score = (actual: number | string | null, required: number): ComparedNumber => ({
  label: '测试成绩',
  actual,
  required,
  unit: '分',
  comparison: 'at-least',
});

export const testPassed = rule({
  id: 'test-passed',
  title: '测试合格',
  purposes: ['exchange', 'annual'],
  cites: { exchange: ['37:四(二)2'], annual: ['default'] },
  severity: { notMet: 'error', cannotTell: 'error' },
  details: {
    passed: 'met',
    failed: 'notMet',
    absent: 'notMet',
    'no-attempt': 'cannotTell',
    'not-required': 'notApplicable',
  },

  check({ attempts, course }, { passMark, annualTestRequired }) {
    // [37] 四(三) says nothing of a test in yearly education: there the institution may switch it off.
    const asked = course.purpose === 'annual' ? [annualTestRequired] : [];
    if (course.purpose === 'annual' && !annualTestRequired.value)
      return { detail: 'not-required', parameters: asked };

    // [37] 四(二)2: the test must be passed; the best attempt counts, by the pass mark that was kept with it.
    const records: RecordRef[] = attempts.map(({ id }) => ({ table: 'attempts', id }));
    if (attempts.length === 0)
      return { detail: 'no-attempt', numbers: [score(null, passMark.value)], parameters: [passMark, ...asked] };
    const best = bestAttempt(attempts);
    const mark = best?.passMark ?? passMark.value;
    const parameters = [{ ...passMark, value: mark }, ...asked];
    if (!best)
      return {
        detail: 'absent',
        numbers: [score('缺考', mark)],
        parameters,
        records,
        values: { attempts: attempts.length },
      };
    return {
      detail: passed(best) ? 'passed' : 'failed',
      numbers: [score(best.score, mark)],
      parameters,
      records,
      values: { attempts: attempts.length, number: best.number, on: best.on },
    };
  },
});
