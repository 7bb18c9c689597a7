import type { TestAttempt } from '../../../shared/records/test-attempt';
import type { Typed } from '../../ui/typed-value';

const ABSENT = /^(q|缺|缺考|未考|旷考|弃考|缺席|未参加)$/;
const POINTS = /^(\d{1,3}(?:\.[05]0?)?)分?$/;

/** A score as people type it: 85, 85.5, 85分, full-width digits; q or 缺 for 缺考. Blank is null. */
export function readScoreText(text: string): Typed<TestAttempt['score']> {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[。．]/g, '.')
    .toLowerCase();
  if (plain === '') return null;
  if (ABSENT.test(plain)) return 'absent';
  const points = Number(POINTS.exec(plain)?.[1] ?? Number.NaN);
  return points <= 100 ? points : { unreadable: text };
}
