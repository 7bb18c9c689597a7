import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/basics/day';
import type { AttemptId } from '../../../../shared/records/ids';
import type { TestAttempt } from '../../../../shared/records/test-attempt';
import { judgeCourse } from '../../../../shared/regulation/evaluate';
import {
  likelyDay,
  nextNumber,
  passesFilter,
  testRows,
  type TestFilter,
} from '../../../../renderer/features/tests/test-row';
import { classFacts } from '../../../fakes/class-facts';
import { enrolmentIdOf, enrolmentRecord } from '../../../fakes/class-records';

const attempt = (person: number, number: number, score: TestAttempt['score']): TestAttempt => ({
  id: `t${person}-${number}` as AttemptId,
  enrolmentId: enrolmentIdOf('a', person),
  on: day('2026-03-20'),
  number,
  score,
  passMark: 60,
});
const left = { ...enrolmentRecord('a', 4), status: { kind: 'left', on: day('2026-03-18'), reason: '离职' } as const };
const bare = classFacts('a', 5, 2);
const facts = {
  ...bare,
  enrolments: [...bare.enrolments.slice(0, 4), left],
  attempts: new Map([
    [enrolmentIdOf('a', 0), [attempt(0, 2, 75), attempt(0, 1, 40)]],
    [enrolmentIdOf('a', 1), [attempt(1, 1, 59.5)]],
    [enrolmentIdOf('a', 2), [attempt(2, 1, 'absent')]],
  ]),
};
const rows = testRows(facts, judgeCourse(facts, day('2026-03-31')));
const places = (filter: TestFilter): readonly number[] =>
  rows.flatMap((row, i) => (passesFilter(row, filter) ? [i] : []));

describe('测试的名单', () => {
  it('取最好的一次，次数按顺序', () => {
    expect(rows[0]).toMatchObject({ best: 75, attempts: [{ number: 1 }, { number: 2 }] });
    expect(rows[2]?.best).toBeNull();
  });

  it('合格、需补考（不合格和缺考）、未录各归各；退出的人不算未录', () => {
    expect(places('met')).toEqual([0]);
    expect(places('notMet')).toEqual([1, 2]);
    expect(places('cannotTell')).toEqual([3]);
    expect(places('all')).toEqual([0, 1, 2, 3, 4]);
  });

  it('补考接着已有的次数', () => {
    expect(nextNumber(rows.filter((row) => passesFilter(row, 'notMet')))).toBe(2);
    expect(nextNumber(rows)).toBe(3);
    expect(nextNumber([])).toBe(1);
  });

  it('日期跟着次数走：第 1 次是别人第 1 次的那天，没有人补考过就是今天', () => {
    const retaken = rows.map((row, i) =>
      i > 0 ? row : { ...row, attempts: [attempt(0, 1, 40), { ...attempt(0, 2, 75), on: day('2026-03-27') }] },
    );
    const on = (number: number, list = retaken, today = day('2026-04-02')) =>
      likelyDay(list, number, facts.course, today);
    expect([on(1), on(2), on(3)]).toEqual(['2026-03-20', '2026-03-27', '2026-04-02']);
    expect(on(3, retaken, day('2026-03-22'))).toBe('2026-03-27');
    expect(on(1, [], day('2026-03-01'))).toBe(facts.course.startsOn);
    expect(on(1, [], day('2027-01-01'))).toBe(facts.course.endsOn);
  });
});
