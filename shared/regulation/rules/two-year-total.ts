import type { RecordRef } from '../finding';
import { atLeast, periods, rule, type Said } from '../rule';
import type { YearLedger } from '../year-ledger';

const DETAILS = {
  short: 'notMet',
  'no-record': 'cannotTell',
  unrecorded: 'cannotTell',
  'no-issue-date': 'cannotTell',
  'no-origin': 'cannotTell',
  running: 'cannotTell',
  enough: 'met',
  'not-due': 'notApplicable',
} as const;
type Situation = keyof typeof DETAILS;
const GRAVITY: readonly Situation[] = ['short', 'no-record', 'unrecorded', 'running', 'enough'];

/** One window of consecutive CE years. */
interface WindowVerdict {
  readonly detail: Situation;
  readonly from: number;
  readonly to: number;
  readonly sum: number;
  readonly until: string;
  /** Years in it that have ended without any record. */
  readonly silent: readonly number[];
}

function judgeWindow(ledger: YearLedger, from: number, length: number, required: number, on: string): WindowVerdict {
  let sum = 0;
  let open = 0;
  const silent: number[] = [];
  for (let year = from; year < from + length; year += 1) {
    const entry = ledger.entries.get(year);
    sum += entry?.total ?? 0;
    open += entry?.openTotal ?? 0;
    if (!entry?.recorded && !entry?.openTotal && ledger.daysOf(year).to < on) silent.push(year);
  }
  const to = from + length - 1;
  const until = ledger.daysOf(to).to;
  const verdict = { from, to, sum, until, silent };
  const reached = atLeast(sum, required, open);
  // The literal sum: 40 + 24 is enough (readings/two-year-sum.md). A year without any record is not a year of 0.
  if (reached === 'enough') return { detail: 'enough', ...verdict };
  if (silent.length > 0) return { detail: 'no-record', ...verdict };
  if (on <= until) return { detail: 'running', ...verdict };
  return { detail: reached === 'short' ? 'short' : 'unrecorded', ...verdict };
}

export const twoYearTotal = rule({
  id: 'two-year-total',
  title: '两年累计',
  purposes: ['annual'],
  cites: ['37:四(三)'],
  severity: { notMet: 'warning', cannotTell: 'warning' },
  details: DETAILS,

  // [37] 四(三): fewer than 64 periods in two years make the certificate void, and the holder has to be trained again.
  check({ ledger, certificate, on }, { twoYearPeriods, windowYears }): Said<Situation> {
    const parameters = [twoYearPeriods, windowYears];
    const certificateRef: RecordRef = { table: 'certificates', id: certificate.id };
    const own = { parameters, records: [certificateRef] };
    if (ledger.gap === 'no-issue-date') return { detail: 'no-issue-date', ...own };
    const length = windowYears.value;
    const current = ledger.yearOn(on);
    if (current === null || current < ledger.firstYear) {
      if (current !== null && !ledger.originKnown) return { detail: 'no-origin', ...own };
      return { detail: 'not-due', ...own, values: { firstDue: ledger.daysOf(ledger.firstYear).from } };
    }

    const judge = (from: number): WindowVerdict => judgeWindow(ledger, from, length, twoYearPeriods.value, on);
    const windows: WindowVerdict[] = [];
    for (let from = ledger.firstYear; from === ledger.firstYear || from + length - 1 <= current; from += 1) windows.push(judge(from));
    windows.sort((a, b) => GRAVITY.indexOf(a.detail) - GRAVITY.indexOf(b.detail) || b.from - a.from);
    const gravest = windows[0]!;
    // Of an unknown origin one more window may exist, a year earlier: it matters unless it is met or something graver is certain.
    if (!ledger.originKnown && gravest.detail !== 'short' && judge(ledger.firstYear - 1).detail !== 'enough') return { detail: 'no-origin', ...own };

    return {
      detail: gravest.detail,
      numbers: windows.map(({ from, to, sum, silent }) =>
        periods(`${from}–${to}年度累计学时`, silent.length === length ? null : sum, twoYearPeriods.value),
      ),
      parameters,
      records: [certificateRef, ...[...ledger.entries.values()].flatMap((entry) => entry.records)],
      values: {
        from: gravest.from,
        to: gravest.to,
        sum: gravest.sum,
        missing: Math.max(0, twoYearPeriods.value - gravest.sum),
        until: gravest.until,
        silent: [...new Set(windows.flatMap(({ silent }) => silent))].sort((a, b) => a - b).map(String),
      },
    };
  },
});
