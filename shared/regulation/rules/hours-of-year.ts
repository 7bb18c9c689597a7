import type { ComparedNumber, RecordRef, UsedParameter } from '../finding';
import type { Used } from '../parameter';
import { atLeast, periods, type RuleAnswer } from '../rule';
import type { Subject } from '../subject';
import type { YearEntry } from '../year-ledger';
import { yearParameters } from './deciding-parameters';

/** The situations of "a certificate's CE year has at least so many periods", the gravest first. */
export const HOURS_OF_YEAR = {
  short: ['notMet', 'error'],
  'short-other-year': ['notMet', 'warning'],
  unrecorded: 'cannotTell',
  running: 'cannotTell',
  'no-record': 'cannotTell',
  'no-issue-date': 'cannotTell',
  'no-origin': 'cannotTell',
  enough: 'met',
  'not-due': 'notApplicable',
} as const;

type Situation = keyof typeof HOURS_OF_YEAR;
const GRAVITY: readonly Situation[] = [
  'short',
  'short-other-year',
  'no-origin',
  'no-record',
  'unrecorded',
  'running',
  'enough',
];

interface YearVerdict {
  readonly entry: Pick<YearEntry, 'year' | 'from' | 'to' | 'records'>;
  readonly detail: Situation;
  /** null = nothing recorded, which is not 0. */
  readonly actual: number | null;
  readonly open: number;
}

type Reached = ReturnType<typeof atLeast>;

/** What holds of one year that has records. */
function situationOf(
  { ledger, namedYears, on }: Subject,
  { year, to, recorded }: YearEntry,
  reached: Reached,
): Situation {
  const named = namedYears.includes(year);
  // Of an unknown origin the first year may not be due: nothing is owed then, so it matters only where somebody relies on it or owes.
  if (ledger.isOriginOpen(year) && (named || reached !== 'enough' || year >= ledger.firstYear)) return 'no-origin';
  if (reached === 'enough') return 'enough';
  // [37] 四(三), [9]: each CE year by itself; until its last day hours can still be added.
  if (on <= to) return 'running';
  // Lessons of which nothing is known are no proof of a shortage, however few they are.
  if (reached === 'open' || !recorded) return 'unrecorded';
  return named ? 'short' : 'short-other-year';
}

/**
 * Compares every CE year that has records, and every named one, with what is required; the gravest decides. Only a year that the
 * certificate or package names can keep somebody out.
 */
export function compareYears(
  subject: Subject,
  label: string,
  required: Used<number>,
  category?: 'professional',
): RuleAnswer<Situation> {
  const { ledger, namedYears, on, certificate } = subject;
  const certificateRef: RecordRef = { table: 'certificates', id: certificate.id };
  if (ledger.gap === 'no-issue-date')
    return { detail: ledger.gap, parameters: [required], records: [certificateRef] };

  const parameters = [required, ...yearParameters(subject)];
  const verdicts: YearVerdict[] = [];
  for (const entry of ledger.entries.values()) {
    const actual = category ? entry.professional : entry.total;
    const open = category ? entry.openProfessional : entry.openTotal;
    const detail = situationOf(subject, entry, atLeast(actual, required.value, open));
    verdicts.push({ entry, detail, actual, open });
  }
  for (const year of namedYears) {
    if (ledger.entries.has(year)) continue;
    const days = ledger.daysOf(year);
    verdicts.push({
      entry: { ...days, records: [certificateRef] },
      detail: ledger.isOriginOpen(year) ? 'no-origin' : on <= days.to ? 'running' : 'no-record',
      actual: null,
      open: 0,
    });
  }
  if (verdicts.length === 0) {
    const due = ledger.yearOn(on) !== null && subject.counted.length === 0;
    return due ? { detail: 'no-record', parameters, records: [certificateRef] } : notDue(subject, parameters);
  }
  verdicts.sort((a, b) => GRAVITY.indexOf(a.detail) - GRAVITY.indexOf(b.detail) || b.entry.year - a.entry.year);
  const { entry, detail, actual, open } = verdicts[0]!;
  const numbers: ComparedNumber[] = verdicts.map((v) =>
    periods(`${v.entry.year}年度${label}`, v.actual, required.value),
  );
  return {
    detail,
    numbers,
    parameters,
    records: verdicts.length === 1 ? entry.records : verdicts.flatMap((v) => v.entry.records),
    values: {
      year: entry.year,
      from: entry.from,
      to: entry.to,
      missing: Math.max(0, required.value - (actual ?? 0)),
      open,
    },
  };
}

/** [9]: before the first CE year nothing is due. */
function notDue({ ledger, certificate }: Subject, parameters: readonly UsedParameter[]): RuleAnswer<Situation> {
  return {
    detail: 'not-due',
    parameters,
    records: [{ table: 'certificates', id: certificate.id }],
    values: { firstDue: ledger.daysOf(ledger.firstYear).from, year: ledger.firstYear },
  };
}
