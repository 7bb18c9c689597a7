import type { Day } from '../basics/day';
import type { Certificate } from '../records/certificate';
import type { CeYearChoice } from '../records/choices';
import type { RecordRef } from './finding';
import { ceYearDays, ceYearOf, firstCeYear, isNearAnniversary, type CeConvention, type CertificateOrigin } from './ce-year';
import type { Category } from '../records/session';

/** Something that gives, or may still give, periods to a certificate: a session's line or hours from outside. */
export interface LedgerItem {
  readonly record: RecordRef;
  readonly category: Category;
  readonly credited: number;
  readonly open: number;
  /** false = nothing usable is recorded of it yet. */
  readonly recorded: boolean;
  /** The day, or for hours from outside the CE year itself. */
  readonly on: Day | null;
  readonly ceYear: number | null;
  readonly choice: CeYearChoice | null;
  /** One of the judged course's own sessions. */
  readonly ofCourse: boolean;
}

/** One CE year of a certificate over all courses and hours from outside. */
export interface YearEntry {
  readonly year: number;
  readonly from: Day;
  readonly to: Day;
  total: number;
  professional: number;
  openTotal: number;
  openProfessional: number;
  recorded: boolean;
  readonly records: RecordRef[];
}

/** A choice of the registrar together with the year that the date alone would give (undefined: the date is not known). */
export interface ChosenYear {
  readonly choice: CeYearChoice;
  readonly byDate: number | null | undefined;
}

/** Why the CE years of a certificate are not known. */
export type LedgerGap = 'no-issue-date' | 'no-origin';

/**
 * All CE years of a certificate. A certificate of unknown origin is kept as an exchanged one (the earliest start); where
 * that would decide, originMatters is set and nothing may be concluded.
 */
export interface YearLedger {
  readonly gap: LedgerGap | null;
  /** The first CE year that counts; for an unknown origin the later of the two. */
  readonly firstYear: number;
  /** The CE years of the course's own sessions, null = not due; ascending, null first. */
  readonly courseYears: readonly (number | null)[];
  readonly entries: ReadonlyMap<number, YearEntry>;
  readonly chosen: readonly ChosenYear[];
  /** Choices of a year in which the certificate is not due. */
  readonly chosenNotDue: readonly CeYearChoice[];
  /** Days of the course's sessions that are an anniversary or one day beside one. */
  readonly nearAnniversary: readonly Day[];
  readonly originKnown: boolean;
  /** First and last day of a CE year. */
  daysOf(year: number): { from: Day; to: Day };
  /** The CE year of a day, null = not due. */
  yearOn(day: Day): number | null;
}

const unknown: YearLedger = {
  gap: 'no-issue-date',
  firstYear: 0,
  courseYears: [],
  entries: new Map(),
  chosen: [],
  chosenNotDue: [],
  nearAnniversary: [],
  originKnown: false,
  daysOf: () => {
    throw new Error('no issue date, no CE year');
  },
  yearOn: () => {
    throw new Error('no issue date, no CE year');
  },
};

/** Adds everything that counts for a certificate up by CE year. */
export function yearLedger({ issuedOn, origin }: Certificate, items: Iterable<LedgerItem>, convention: CeConvention): YearLedger {
  if (issuedOn === undefined) return unknown;
  const assumed: CertificateOrigin = origin ?? 'exchanged';
  const first = firstCeYear(issuedOn, assumed);
  const entries = new Map<number, YearEntry>();
  const courseYears = new Set<number | null>();
  const near = new Set<Day>();
  const looked = new Set<Day>();
  const chosen: ChosenYear[] = [];
  const chosenNotDue: CeYearChoice[] = [];
  let originMatters = false;
  // Nearly all items lie in one year: the last one looked at is remembered.
  let last: { readonly year: number; readonly from: Day; readonly to: Day } | null = null;

  const entryOf = (year: number): YearEntry => {
    const stored = entries.get(year);
    if (stored) return stored;
    const entry: YearEntry = {
      ...(last?.year === year ? last : { year, ...ceYearDays(issuedOn, assumed, year, convention) }),
      total: 0,
      professional: 0,
      openTotal: 0,
      openProfessional: 0,
      recorded: false,
      records: [],
    };
    entries.set(year, entry);
    return entry;
  };
  const yearOn = (day: Day): number | null => {
    if (last && last.from <= day && day <= last.to) return last.year;
    const year = ceYearOf(issuedOn, assumed, day, convention);
    if (year !== null) last = { year, ...ceYearDays(issuedOn, assumed, year, convention) };
    return year;
  };
  const originDecides = (day: Day): boolean =>
    ceYearOf(issuedOn, 'new', day, convention) !== ceYearOf(issuedOn, 'exchanged', day, convention);

  for (const item of items) {
    if (item.on !== null && !looked.has(item.on)) {
      looked.add(item.on);
      if (origin === undefined && originDecides(item.on)) originMatters = true;
      if (item.ofCourse && isNearAnniversary(issuedOn, assumed, item.on)) near.add(item.on);
    }
    const byDate = item.on !== null ? yearOn(item.on) : (item.ceYear ?? undefined);
    if (item.choice) {
      chosen.push({ choice: item.choice, byDate: item.on === null ? undefined : (byDate ?? null) });
      if (item.choice.ceYear < first) chosenNotDue.push(item.choice);
    }
    const named = item.choice ? item.choice.ceYear : (byDate ?? null);
    const year = named !== null && named >= first ? named : null;
    if (item.ofCourse) courseYears.add(year);
    if (year === null) continue;
    const entry = entryOf(year);
    entry.total += item.credited;
    entry.openTotal += item.open;
    if (item.category === 'professional') {
      entry.professional += item.credited;
      entry.openProfessional += item.open;
    }
    entry.recorded ||= item.recorded;
    entry.records.push(item.record);
  }
  return {
    gap: originMatters ? 'no-origin' : null,
    firstYear: firstCeYear(issuedOn, origin ?? 'new'),
    courseYears: courseYears.size < 2 ? [...courseYears] : [...courseYears].sort((a, b) => (a ?? 0) - (b ?? 0)),
    entries,
    chosen,
    chosenNotDue,
    nearAnniversary: [...near],
    originKnown: origin !== undefined,
    daysOf: (year) => ceYearDays(issuedOn, assumed, year, convention),
    yearOn,
  };
}
