import type { Day } from '../basics/day';
import type { Certificate } from '../records/certificate';
import type { Course } from '../records/course';
import type { Enrolment } from '../records/enrolment';
import type { OutsideHours } from '../records/outside-hours';
import type { Person } from '../records/person';
import type { TestAttempt } from '../records/test-attempt';
import { personThatCounts } from '../records/who-counts';
import type { CourseContext } from './course-context';
import { creditLines, enrolmentsOfPerson, sumOf, type CreditLine } from './credits';
import type { HoursSummary, RecordRef } from './finding';
import { YearLedger } from './year-ledger';

const NO_ATTEMPTS: readonly TestAttempt[] = [];

/** What rules see of one enrolment: its records and what was added up from them. Worked out when first asked for, then kept. */
export class Subject {
  readonly person: Person;
  readonly certificate: Certificate;
  readonly attempts: readonly TestAttempt[];
  #lines: readonly CreditLine[] | undefined;
  #hours: HoursSummary | undefined;
  #counted: readonly CreditLine[] | undefined;
  #personLines: readonly CreditLine[] | undefined;
  #ledger: YearLedger | undefined;

  /** namedYears: the CE years that a certificate or package names; undefined = those of the course's sessions. */
  constructor(
    readonly context: CourseContext,
    readonly enrolment: Enrolment,
    private readonly named: readonly number[] | undefined,
  ) {
    const { persons, certificates, attempts } = context.facts;
    const person = personThatCounts(persons, enrolment.personId);
    const certificate = certificates.get(enrolment.certificateId);
    if (!person || !certificate) throw new Error(`enrolment ${enrolment.id} without its person or certificate`);
    this.person = person;
    this.certificate = certificate;
    this.attempts = attempts.get(enrolment.id) ?? NO_ATTEMPTS;
  }

  get course(): Course {
    return this.context.facts.course;
  }

  /** The day judged. */
  get on(): Day {
    return this.context.on;
  }

  /** Every session of the course with what it gives this enrolment. */
  get lines(): readonly CreditLine[] {
    return (this.#lines ??= creditLines(this.context.facts, this.enrolment, this.context.parameters));
  }

  /** The sessions that are this enrolment's. */
  get counted(): readonly CreditLine[] {
    if (this.#counted) return this.#counted;
    const all = this.lines;
    return (this.#counted = all.every((line) => line.state !== 'notApplicable')
      ? all
      : all.filter((line) => line.state !== 'notApplicable'));
  }

  /** Whether this enrolment has lessons and not one of them is marked. */
  get unmarked(): boolean {
    return this.counted.length > 0 && this.counted.every(({ mark }) => mark === null);
  }

  get hours(): HoursSummary {
    return (this.#hours ??= sumOf(this.lines));
  }

  /** The enrolment's sessions as references; of one category where asked. */
  sessionRefs(category?: 'professional'): readonly RecordRef[] {
    if (this.counted === this.lines) return category ? this.context.professionalRefs : this.context.sessionRefs;
    const lines = category ? this.counted.filter((line) => line.session.category === category) : this.counted;
    return lines.map((line) => this.context.refOf(line.session));
  }

  /** All enrolments of the person in this course, this one included. */
  get siblings(): readonly Enrolment[] {
    return enrolmentsOfPerson(this.context.facts, this.enrolment.personId);
  }

  /** Hours from outside of all the person's certificates, each lesson once. */
  get outsideHours(): readonly OutsideHours[] {
    return this.context.outsideOf(this.person.id);
  }

  /** Everything that the person sat in or may have sat in, over all certificates and courses, each session once. */
  get personLines(): readonly CreditLine[] {
    if (this.#personLines) return this.#personLines;
    const others = this.context.otherEnrolments(this.person.id);
    if (this.siblings.length === 1 && others.length === 0) return (this.#personLines = this.lines);
    const rank = { credited: 3, unrecorded: 2, replaced: 1, notApplicable: 0 } as const;
    const best = new Map<string, CreditLine>();
    const take = (lines: readonly CreditLine[]): void => {
      for (const line of lines) {
        const other = best.get(line.session.id);
        if (!other || rank[line.state] > rank[other.state]) best.set(line.session.id, line);
      }
    };
    for (const sibling of this.siblings) {
      take(
        sibling === this.enrolment ? this.lines : creditLines(this.context.facts, sibling, this.context.parameters),
      );
    }
    for (const { lines } of others) take(lines());
    return (this.#personLines = [...best.values()]);
  }

  /** Whether the person's time is spoken for elsewhere than in this course under this certificate. */
  get hasOtherRecords(): boolean {
    return (
      this.siblings.length > 1 ||
      this.context.otherEnrolments(this.person.id).length > 0 ||
      this.outsideHours.length > 0
    );
  }

  /** The certificate's hours by CE year, over all courses and outside hours. */
  get ledger(): YearLedger {
    if (this.#ledger) return this.#ledger;
    const { context, certificate } = this;
    const ledger = new YearLedger(certificate, context.parameters.ceConvention.value);
    for (const line of this.counted)
      ledger.addSession(line, context.refOf(line.session), context.choiceOf(certificate.id, line.session.id), true);
    this.#addOtherCourses(ledger);
    for (const hours of this.outsideHours) {
      // Public periods count for each of the person's certificates, by their date.
      const counts =
        hours.certificateId === certificate.id || (hours.category === 'public' && hours.on !== undefined);
      if (counts)
        ledger.addOutside(hours, { table: 'outsideHours', id: hours.id }, context.choiceOf(certificate.id, hours.id));
    }
    return (this.#ledger = ledger);
  }

  /** The CE years that the certificate or package names. */
  get namedYears(): readonly number[] {
    return this.named ?? this.ledger.courseYears.filter((year) => year !== null);
  }

  /** Professional periods count for the certificate enrolled, public ones for each of the person's certificates; each session once. */
  #addOtherCourses(ledger: YearLedger): void {
    const { context, certificate } = this;
    const seen = new Set<string>();
    for (const { enrolment, lines } of context.otherEnrolments(this.person.id)) {
      const own = enrolment.certificateId === certificate.id;
      for (const line of lines()) {
        const { id, category } = line.session;
        if (line.state === 'notApplicable' || !(own || category === 'public') || seen.has(id)) continue;
        seen.add(id);
        ledger.addSession(line, context.refOf(line.session), context.choiceOf(certificate.id, id), false);
      }
    }
  }
}
