import { yearOf, type Day } from '../basics/day';
import type { Certificate } from '../records/certificate';
import type { CeYearChoice } from '../records/choices';
import type { OutsideHours } from '../records/outside-hours';
import {
  ceYearDays,
  ceYearOf,
  firstCeYear,
  isNearAnniversary,
  type CeConvention,
  type CertificateOrigin,
} from './ce-year';
import { missedMinutes, type CreditLine } from './credits';
import type { RecordRef } from './finding';

/** One CE year of a certificate over all courses and hours from outside. */
export interface YearEntry {
  readonly year: number;
  readonly from: Day;
  readonly to: Day;
  total: number;
  professional: number;
  openTotal: number;
  openProfessional: number;
  /** false = of nothing in it is known what it gives, which is not the same as 0 periods. */
  recorded: boolean;
  /** Whether minutes were missed in one of its lessons, so that minutes per period and tolerance decide. */
  missedMinutes: boolean;
  /** Whether one of its lessons lies beside an anniversary, so that the convention decides whether it is in this year. */
  nearAnniversary: boolean;
  readonly records: RecordRef[];
}

/** A choice of the registrar together with the year that the date alone would give: null = not due, undefined = the date is not known. */
export interface ChosenYear {
  readonly choice: CeYearChoice;
  readonly byDate: number | null | undefined;
  /** Whether the origin, which is not recorded, decides the year by date or the one chosen. */
  readonly originOpen: boolean;
}

/** Why the CE years of a certificate are not known. */
export type LedgerGap = 'no-issue-date' | 'no-origin';

/** First and last day of a CE year with its label. */
interface YearDays {
  readonly year: number;
  readonly from: Day;
  readonly to: Day;
}

/**
 * All CE years of a certificate: sessions and outside hours are added one by one, each falls into its year. A certificate of unknown
 * origin is kept as an exchanged one (the earliest start); the years that the origin decides are open (isOriginOpen), the others are not.
 */
export class YearLedger {
  readonly entries = new Map<number, YearEntry>();
  readonly chosen: ChosenYear[] = [];
  /** Choices of a year in which the certificate is not due. */
  readonly chosenNotDue: CeYearChoice[] = [];
  /** The CE years of the course's own sessions in the order of their dates, null = not due. */
  readonly courseYears: (number | null)[] = [];
  /** Days of the course's sessions that are an anniversary or one day beside one. */
  readonly nearAnniversary: Day[] = [];
  readonly originKnown: boolean;
  /** Set once anything at all is not known of a year in the ledger. */
  gap: LedgerGap | null;
  /** The same for the course's own sessions alone. */
  courseGap: LedgerGap | null;
  /** Years that a day may or may not belong to, depending on an unknown origin: only the convention of the examples does that. */
  readonly #shifted = new Set<number>();
  #originOpen = false;
  #near = false;
  readonly #origin: CertificateOrigin;
  #last: YearDays | null = null;
  #lastDay: Day | null = null;

  constructor(
    private readonly certificate: Certificate,
    private readonly convention: CeConvention,
  ) {
    this.originKnown = certificate.origin !== undefined;
    this.#origin = certificate.origin ?? 'exchanged';
    this.gap = certificate.issuedOn === undefined ? 'no-issue-date' : null;
    this.courseGap = this.gap;
  }

  get #issuedOn(): Day {
    const { issuedOn } = this.certificate;
    if (issuedOn === undefined) throw new Error('no issue date, no CE year');
    return issuedOn;
  }

  /** The first CE year that counts; for an unknown origin the later of the two. */
  get firstYear(): number {
    return firstCeYear(this.#issuedOn, this.certificate.origin ?? 'new');
  }

  /** Whether the hours of a year depend on an origin that nobody recorded: k = 0 counts for an exchanged certificate only. */
  isOriginOpen(year: number): boolean {
    return !this.originKnown && (year === yearOf(this.#issuedOn) || this.#shifted.has(year));
  }

  /** Whether the day judged lies beside an anniversary: there the convention decides which year has ended. */
  isNearAnniversary(day: Day): boolean {
    return isNearAnniversary(this.#issuedOn, this.#origin, day);
  }

  /** First and last day of a CE year. */
  daysOf(year: number): YearDays {
    return this.#last?.year === year
      ? this.#last
      : { year, ...ceYearDays(this.#issuedOn, this.#origin, year, this.convention) };
  }

  /** The CE year of a day, null = not due. */
  yearOn(day: Day): number | null {
    // Nearly all days asked for lie in one year: the last one found is remembered.
    if (this.#last && this.#last.from <= day && day <= this.#last.to) return this.#last.year;
    const year = ceYearOf(this.#issuedOn, this.#origin, day, this.convention);
    if (year !== null) this.#last = this.daysOf(year);
    return year;
  }

  /** Adds a session's line; ofCourse = it is one of the judged course's own. */
  addSession(line: CreditLine, record: RecordRef, choice: CeYearChoice | null, ofCourse: boolean): void {
    if (this.gap === 'no-issue-date') return;
    const { date } = line.session;
    if (date !== this.#lastDay) this.#lookAt(date, ofCourse);
    const found = this.yearOn(date);
    if (ofCourse && this.#originOpen) this.courseGap = 'no-origin';
    const year = this.#settle(found, found, choice);
    if (ofCourse && !this.courseYears.includes(year)) this.courseYears.push(year);
    if (year === null) return;
    const entry = this.#entryOf(year, record, choice === null);
    entry.total += line.credited;
    entry.openTotal += line.open;
    if (line.session.category === 'professional') {
      entry.professional += line.credited;
      entry.openProfessional += line.open;
    }
    // Unknown minutes that can give nothing more, and a lesson that was made up for, are known to give 0.
    entry.recorded ||= line.open === 0;
    entry.missedMinutes ||= missedMinutes(line);
  }

  /** Adds online or earlier hours. */
  addOutside({ on, ceYear, category, periods }: OutsideHours, record: RecordRef, choice: CeYearChoice | null): void {
    if (this.gap === 'no-issue-date') return;
    if (on === undefined) this.#lookAtNone();
    else this.#lookAt(on, false);
    const found = on === undefined ? (ceYear ?? null) : this.yearOn(on);
    const year = this.#settle(found, on === undefined ? undefined : found, choice);
    if (year === null) return;
    const entry = this.#entryOf(year, record, choice === null);
    entry.total += periods;
    if (category === 'professional') entry.professional += periods;
    entry.recorded = true;
  }

  /** Hours of a year without a day: there is nothing to look at. */
  #lookAtNone(): void {
    this.#lastDay = null;
    this.#originOpen = false;
    this.#near = false;
  }

  /** What is worth noting of a day: whether the origin decides its year, and whether the convention does. */
  #lookAt(day: Day, ofCourse: boolean): void {
    this.#lastDay = day;
    this.#originOpen = false;
    if (!this.originKnown) {
      const asNew = ceYearOf(this.#issuedOn, 'new', day, this.convention);
      const asExchanged = ceYearOf(this.#issuedOn, 'exchanged', day, this.convention);
      this.#originOpen = asNew !== asExchanged;
      if (this.#originOpen) this.gap = 'no-origin';
      if (this.#originOpen && asNew !== null && asExchanged !== null) this.#shifted.add(asNew).add(asExchanged);
    }
    this.#near = this.isNearAnniversary(day);
    if (ofCourse && this.#near && !this.nearAnniversary.includes(day)) this.nearAnniversary.push(day);
  }

  /** The year that counts: the registrar's choice before what was found; byDate undefined = found without a date. */
  #settle(found: number | null, byDate: ChosenYear['byDate'], choice: CeYearChoice | null): number | null {
    const first = firstCeYear(this.#issuedOn, this.#origin);
    if (choice) {
      this.chosen.push({ choice, byDate, originOpen: this.#originOpen || this.isOriginOpen(choice.ceYear) });
      if (choice.ceYear < first) this.chosenNotDue.push(choice);
    }
    const year = choice ? choice.ceYear : found;
    return year !== null && year >= first ? year : null;
  }

  /** The entry of a year, with one more record behind it; byDate = the record's day decided the year. */
  #entryOf(year: number, record: RecordRef, byDate: boolean): YearEntry {
    let entry = this.entries.get(year);
    if (!entry) {
      const { from, to } = this.daysOf(year);
      entry = {
        year,
        from,
        to,
        total: 0,
        professional: 0,
        openTotal: 0,
        openProfessional: 0,
        recorded: false,
        missedMinutes: false,
        nearAnniversary: false,
        records: [],
      };
      this.entries.set(year, entry);
    }
    if (byDate && this.#near) entry.nearAnniversary = true;
    entry.records.push(record);
    return entry;
  }
}
