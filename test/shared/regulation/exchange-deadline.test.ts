import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { judgeCourse } from '../../../shared/regulation/evaluate';
import { explain } from '../../../shared/regulation/explain';
import type { Finding } from '../../../shared/regulation/finding';
import { course } from '../facts-builder';

const LAST = '2020-10-20';
const exchange = course({
  purpose: 'exchange',
  ruleset: 'hubei-2020-37-exchange',
  startsOn: '2020-10-16',
  endsOn: LAST,
}).withPeople(1);

/** The finding of a course that is judged on its last day, as an ended course always is. */
const deadline = (sealsOn: string): Finding =>
  judgeCourse(exchange.with({ sealsOn: day(sealsOn) }).facts(), day(LAST))[0]!.findings.find(
    ({ rule }) => rule === 'exchange-deadline',
  )!;

describe('换证截止看封存的日子，不看结班的日子', () => {
  it('当年最后一天封存：符合；次日封存：警告', () => {
    expect(deadline('2020-12-31')).toMatchObject({ outcome: 'met', detail: 'in-time' });
    expect(deadline('2021-01-01')).toMatchObject({ outcome: 'notMet', severity: 'warning', detail: 'sealed-late' });
  });

  it('句子里没有封存的日子：昨天确认过的提醒，今天仍是确认过的', () => {
    expect(explain(deadline('2026-11-28')).verdict).toBe(explain(deadline('2026-11-29')).verdict);
  });
});
