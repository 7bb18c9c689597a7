import type { Day } from '../basics/day';
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
import type { CreditLine } from './credits';
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
  /** false = nothing usable is recorded, which is not the same as 0 periods. */
  recorded: boolean;
  readonly records: RecordRef[];
}

/** A choice of the registrar together with the year that the date alone would give: null = not due, undefined = the date is not known. */
export interface ChosenYear {
  readonly choice: CeYearChoice;
  readonly byDate: number | null | undefined;
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
 * origin is kept as an exchanged one (the earliest start); once that decides a year, gap is 'no-origin' and nothing may be concluded.
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
  gap: LedgerGap | null;
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
  addSession(
    { session, credited, open, state }: CreditLine,
    record: RecordRef,
    choice: CeYearChoice | null,
    ofCourse: boolean,
  ): void {
    if (this.gap === 'no-issue-date') return;
    const { date, category } = session;
    if (date !== this.#lastDay) this.#lookAt(date, ofCourse);
    const found = this.yearOn(date);
    const year = this.#settle(found, found, choice);
    if (ofCourse && !this.courseYears.includes(year)) this.courseYears.push(year);
    if (year !== null) this.#add(year, category === 'professional', credited, open, state === 'credited', record);
  }

  /** Adds online or earlier hours. */
  addOutside({ on, ceYear, category, periods }: OutsideHours, record: RecordRef, choice: CeYearChoice | null): void {
    if (this.gap === 'no-issue-date') return;
    if (on !== undefined) this.#lookAt(on, false);
    const found = on === undefined ? (ceYear ?? null) : this.yearOn(on);
    const year = this.#settle(found, on === undefined ? undefined : found, choice);
    if (year !== null) this.#add(year, category === 'professional', periods, 0, true, record);
  }

  /** What is worth noting of a day: whether the origin decides its year, and whether the convention does. */
  #lookAt(day: Day, ofCourse: boolean): void {
    this.#lastDay = day;
    const { convention } = this;
    if (
      !this.originKnown &&
      ceYearOf(this.#issuedOn, 'new', day, convention) !== ceYearOf(this.#issuedOn, 'exchanged', day, convention)
    ) {
      this.gap = 'no-origin';
    }
    if (ofCourse && isNearAnniversary(this.#issuedOn, this.#origin, day) && !this.nearAnniversary.includes(day))
      this.nearAnniversary.push(day);
  }

  /** The year that counts: the registrar's choice before what was found; byDate undefined = found without a date. */
  #settle(found: number | null, byDate: ChosenYear['byDate'], choice: CeYearChoice | null): number | null {
    const first = firstCeYear(this.#issuedOn, this.#origin);
    if (choice) {
      this.chosen.push({ choice, byDate });
      if (choice.ceYear < first) this.chosenNotDue.push(choice);
    }
    const year = choice ? choice.ceYear : found;
    return year !== null && year >= first ? year : null;
  }

  #add(
    year: number,
    professional: boolean,
    credited: number,
    open: number,
    recorded: boolean,
    record: RecordRef,
  ): void {
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
        records: [],
      };
      this.entries.set(year, entry);
    }
    entry.total += credited;
    entry.openTotal += open;
    if (professional) {
      entry.professional += credited;
      entry.openProfessional += open;
    }
    entry.recorded ||= recorded;
    entry.records.push(record);
  }
}
