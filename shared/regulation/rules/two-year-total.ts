import type { RecordRef } from '../finding';
import { atLeast, periods, rule, type RuleAnswer } from '../rule';
import type { YearEntry, YearLedger } from '../year-ledger';
import { yearParameters } from './deciding-parameters';

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
  /** null = none of its years has any record. */
  readonly sum: number | null;
}

/** A year that has ended without any record: not a year of 0. */
const isSilent = (entry: YearEntry | undefined, year: number, current: number): boolean =>
  year < current && !entry?.recorded && !entry?.openTotal;

/** current = the CE year of the day judged: the years before it have ended. */
function judgeWindow(
  ledger: YearLedger,
  from: number,
  length: number,
  required: number,
  current: number,
): WindowVerdict {
  let sum = 0;
  let open = 0;
  let silent = 0;
  let known = true;
  for (let year = from; year < from + length; year += 1) {
    const entry = ledger.entries.get(year);
    sum += entry?.total ?? 0;
    open += entry?.openTotal ?? 0;
    if (isSilent(entry, year, current)) silent += 1;
    known &&= entry?.recorded === true;
  }
  const to = from + length - 1;
  const reached = atLeast(sum, required, open);
  // The literal sum: 40 + 24 is enough (readings/two-year-sum.md).
  if (reached === 'enough') return { detail: 'enough', from, to, sum };
  if (silent > 0) return { detail: 'no-record', from, to, sum: silent === length ? null : sum };
  if (to >= current) return { detail: 'running', from, to, sum };
  // A year that has only lessons without a usable mark proves no shortage.
  return { detail: reached === 'short' && known ? 'short' : 'unrecorded', from, to, sum };
}

export const twoYearTotal = rule({
  id: 'two-year-total',
  title: '两年累计',
  purposes: ['annual'],
  cites: ['37:四(三)'],
  severity: { notMet: 'warning', cannotTell: 'warning' },
  details: DETAILS,

  // [37] 四(三): fewer than 64 periods in two years make the certificate void, and the holder has to be trained again.
  check(subject, { twoYearPeriods, windowYears }): RuleAnswer<Situation> {
    const { ledger, certificate, on } = subject;
    const certificateRef: RecordRef = { table: 'certificates', id: certificate.id };
    const law = [twoYearPeriods, windowYears];
    if (ledger.gap === 'no-issue-date')
      return { detail: 'no-issue-date', parameters: law, records: [certificateRef] };
    const parameters = [...law, ...yearParameters(subject)];
    const own = { parameters, records: [certificateRef] };
    const length = windowYears.value;
    const current = ledger.yearOn(on);
    if (current === null || current < ledger.firstYear) {
      if (current !== null && !ledger.originKnown) return { detail: 'no-origin', ...own };
      return { detail: 'not-due', ...own, values: { firstDue: ledger.daysOf(ledger.firstYear).from } };
    }

    const judge = (from: number): WindowVerdict => judgeWindow(ledger, from, length, twoYearPeriods.value, current);
    const first = ledger.firstYear;
    const windows: WindowVerdict[] = [];
    let gravest = judge(first);
    for (let from = first; from === first || from + length - 1 <= current; from += 1) {
      const window = judge(from);
      windows.push(window);
      // Of two equally grave ones the later counts: that one can still be mended.
      if (GRAVITY.indexOf(window.detail) <= GRAVITY.indexOf(gravest.detail)) gravest = window;
    }
    // Of an unknown origin one more window may exist, a year earlier: it matters unless it is met or something graver is certain.
    const openYear = windows.some(({ from, to }) => ledger.isOriginOpen(from) || ledger.isOriginOpen(to));
    if (!ledger.originKnown && (openYear || (gravest.detail !== 'short' && judge(first - 1).detail !== 'enough')))
      return { detail: 'no-origin', ...own };

    const silent: string[] = [];
    for (let year = first; year < current; year += 1)
      if (isSilent(ledger.entries.get(year), year, current)) silent.push(String(year));
    const records: RecordRef[] = [certificateRef];
    for (const entry of ledger.entries.values()) for (const record of entry.records) records.push(record);
    const sum = gravest.sum ?? 0;
    return {
      detail: gravest.detail,
      numbers: windows.map((window) =>
        periods(`${window.from}–${window.to}年度累计学时`, window.sum, twoYearPeriods.value),
      ),
      parameters,
      records,
      values: {
        from: gravest.from,
        to: gravest.to,
        sum,
        missing: Math.max(0, twoYearPeriods.value - sum),
        until: ledger.daysOf(gravest.to).to,
        silent,
      },
    };
  },
});
