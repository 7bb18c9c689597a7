import type { Day } from '../basics/day';
import { comparableIdNumber } from '../identity/id-number';
import type { BarredPerson, CeYearChoice } from '../records/choices';
import type { Enrolment } from '../records/enrolment';
import type { CertificateId, PersonId, SessionId } from '../records/ids';
import type { OutsideHours } from '../records/outside-hours';
import type { Session } from '../records/session';
import type { ParameterSetting } from '../records/settings';
import { idThatCounts } from '../records/who-counts';
import { creditLines, scheduled, type CreditLine, type CreditSource } from './credits';
import type { CourseFacts } from './facts';
import type { Finding, RecordRef } from './finding';
import { parametersOfCourse } from './parameters-of-course';
import type { ParameterValues } from './parameters-on';

/** An enrolment of the same person in another course, with its lines when somebody asks. */
export interface OtherEnrolment {
  readonly enrolment: Enrolment;
  readonly lines: () => readonly CreditLine[];
}

const barredLists = new WeakMap<readonly BarredPerson[], ReadonlyMap<string, BarredPerson>>();
const NONE: readonly never[] = [];

/** What is the same for everybody in a course on the day judged, worked out once. */
export class CourseContext {
  readonly parameters: ParameterValues;
  readonly sessions: readonly Session[];
  readonly sessionRefs: readonly RecordRef[];
  readonly professionalRefs: readonly RecordRef[];
  /** Whether two sessions of the timetable overlap at all. */
  readonly timetableOverlaps: boolean;
  /** Sessions that no mark may exist for: outside the course's dates, or later than the day judged. */
  readonly outOfPlace: ReadonlySet<SessionId>;
  readonly #refs = new Map<SessionId, RecordRef>();
  readonly #choices = new Map<string, CeYearChoice>();
  readonly #outside = new Map<PersonId, OutsideHours[]>();
  readonly #others = new Map<PersonId, OtherEnrolment[]>();
  readonly #barred: ReadonlyMap<string, BarredPerson> | null;

  constructor(
    readonly facts: CourseFacts,
    readonly ruleset: Finding['ruleset'],
    readonly on: Day,
    rulesetOf: (course: CourseFacts['course']) => Finding['ruleset'],
  ) {
    const { course, parameterSettings } = facts;
    // A course is judged for ever by what held when it began, whenever somebody looks.
    this.parameters = parametersOfCourse(course, parameterSettings);
    this.sessions = scheduled(facts);
    this.sessionRefs = this.sessions.map((session) => this.refOf(session));
    this.professionalRefs = this.sessions
      .filter((s) => s.category === 'professional')
      .map((session) => this.refOf(session));
    this.timetableOverlaps = this.sessions.some((session, i) =>
      this.sessions
        .slice(0, i)
        .some(
          (earlier) => earlier.date === session.date && session.start < earlier.end && earlier.start < session.end,
        ),
    );
    this.outOfPlace = new Set(
      this.sessions
        .filter(({ date }) => date < course.startsOn || date > course.endsOn || date > on)
        .map(({ id }) => id),
    );
    for (const choice of facts.ceYearChoices) {
      this.#choices.set(
        `${choice.certificateId}|${'session' in choice.target ? choice.target.session : choice.target.outsideHours}`,
        choice,
      );
    }
    this.#barred = facts.barred && indexBarred(facts.barred);
    this.#indexOutside();
    this.#indexOthers(parameterSettings, rulesetOf);
  }

  /** The one reference object of a session. */
  refOf(session: Session): RecordRef {
    const stored = this.#refs.get(session.id);
    if (stored) return stored;
    const ref: RecordRef = { table: 'sessions', id: session.id };
    this.#refs.set(session.id, ref);
    return ref;
  }

  choiceOf(certificate: CertificateId, target: string): CeYearChoice | null {
    return this.#choices.size === 0 ? null : (this.#choices.get(`${certificate}|${target}`) ?? null);
  }

  outsideOf(person: PersonId): readonly OutsideHours[] {
    return this.#outside.get(person) ?? NONE;
  }

  otherEnrolments(person: PersonId): readonly OtherEnrolment[] {
    return this.#others.get(person) ?? NONE;
  }

  /** The line of the list of barred people with this number; undefined = not listed, null = there is no list. */
  barredLine(idNumber: string): BarredPerson | undefined | null {
    return this.#barred === null ? null : this.#barred.get(comparableIdNumber(idNumber));
  }

  #indexOutside(): void {
    for (const hours of this.facts.outsideHours) {
      const holder = this.facts.certificates.get(hours.certificateId)?.personId;
      if (holder === undefined) continue;
      const person = idThatCounts(this.facts.persons, holder);
      const known = this.#outside.get(person) ?? [];
      if (known.some((other) => isSameLesson(other, hours))) continue;
      this.#outside.set(person, [...known, hours]);
    }
  }

  #indexOthers(
    settings: readonly ParameterSetting[],
    rulesetOf: (course: CourseFacts['course']) => Finding['ruleset'],
  ): void {
    for (const other of this.facts.otherCourses) {
      const source: CreditSource = { ...other, persons: this.facts.persons };
      const parameters = parametersOfCourse({ ...other.course, ruleset: rulesetOf(other.course).id }, settings);
      for (const enrolment of other.enrolments) {
        const person = idThatCounts(this.facts.persons, enrolment.personId);
        let lines: readonly CreditLine[] | undefined;
        const known = this.#others.get(person) ?? [];
        known.push({ enrolment, lines: () => (lines ??= creditLines(source, enrolment, parameters)) });
        this.#others.set(person, known);
      }
    }
  }
}

/** The same public lesson entered under two certificates of a person: one sitting, one record of the platform. */
const isSameLesson = (a: OutsideHours, b: OutsideHours): boolean =>
  a.certificateId !== b.certificateId &&
  a.category === 'public' &&
  b.category === 'public' &&
  a.on !== undefined &&
  a.on === b.on &&
  a.periods === b.periods &&
  a.source === b.source &&
  a.start === b.start;

function indexBarred(list: readonly BarredPerson[]): ReadonlyMap<string, BarredPerson> {
  const stored = barredLists.get(list);
  if (stored) return stored;
  const index = new Map(list.map((line) => [comparableIdNumber(line.idNumber), line]));
  barredLists.set(list, index);
  return index;
}
