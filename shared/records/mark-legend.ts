import { assertNever } from '../basics/assert-never';
import { MARK_KIND_NAMES, MARK_KINDS } from './mark-kinds';

/** The kinds that have minutes, as one list says them: 迟N、早N. */
const minuteKinds = MARK_KIND_NAMES.map((kind) => MARK_KINDS[kind]).filter(({ missed }) => missed !== null);

/**
 * What the signs of an attendance sheet mean, in the order of the table. together: 迟N、早N 迟到、早退 N 分钟 as one item;
 * else each of them for itself.
 */
export function markLegend(minutes: 'together' | 'each'): readonly string[] {
  const [first] = minuteKinds;
  return MARK_KIND_NAMES.flatMap((kind): readonly string[] => {
    const row = MARK_KINDS[kind];
    if (row.missed === null) return [`${row.sign} ${row.word}`];
    if (minutes === 'each') return [`${row.sign}N ${row.word} N 分钟`];
    if (row !== first) return [];
    const listed = (of: (one: typeof row) => string): string => minuteKinds.map(of).join('、');
    return [`${listed(({ sign }) => `${sign}N`)} ${listed(({ word }) => word)} N 分钟`];
  });
}

/** Examples of everything that may be written into a cell: √、迟15、早50、迟6早6、缺、假. */
export const MARK_WRITINGS: readonly string[] = MARK_KIND_NAMES.flatMap((kind): readonly string[] => {
  const { sign, missed } = MARK_KINDS[kind];
  switch (missed) {
    case null:
      return [sign];
    case 'late':
      return [`${sign}15`];
    case 'early':
      return [`${sign}50`, `${MARK_KINDS.late.sign}6${sign}6`];
    default:
      return assertNever(missed);
  }
});
