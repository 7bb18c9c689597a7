import { addDays, day, type Day } from '../../shared/basics/day';
import { minutesOfDay } from '../../shared/basics/minutes';
import { idCheckCharacter } from '../../shared/identity/id-number';
import type { CommandContext } from '../../shared/commands/intent';
import { emptyColumn, withMarks, type AttendanceColumn } from '../../shared/records/attendance-column';
import type { Certificate } from '../../shared/records/certificate';
import type { Course } from '../../shared/records/course';
import type { Enrolment } from '../../shared/records/enrolment';
import type { AttemptId, CertificateId, CourseId, EnrolmentId, PersonId, SessionId } from '../../shared/records/ids';
import type { Institution } from '../../shared/records/institution';
import { PRESENT, type Mark } from '../../shared/records/mark';
import type { Person } from '../../shared/records/person';
import type { Session } from '../../shared/records/session';
import type { TestAttempt } from '../../shared/records/test-attempt';
import type { CourseFacts } from '../../shared/regulation/facts';
import type { Finding, Judgement, RuleId, Severity } from '../../shared/regulation/finding';

/**
 * Facts of a course in a few words, for any test:
 *
 *     const facts = course().withPeople(3).withSessions(2).mark(1, 1, late(15)).facts();
 *
 * Person n has the ids P1, C1, E1 … (personId(1), certificateId(1), enrolmentId(1)), session n the id S1 (sessionId(1)).
 * Every call gives a new builder, so a common beginning can be shared. All people are invented.
 */
export interface FactsBuilder {
  /** n people with certificate and enrolment; or one per description. */
  readonly withPeople: (...people: [number] | readonly PersonSpec[]) => FactsBuilder;
  /** n sessions, four a day from the course's first day; or one per description. */
  readonly withSessions: (...sessions: [number] | readonly SessionSpec[]) => FactsBuilder;
  /** The mark of person n in session m; recorded on the session's day unless said otherwise. */
  readonly mark: (person: number, session: number, mark: Mark, recordedOn?: string) => FactsBuilder;
  /** Everybody present in every session. */
  readonly allPresent: () => FactsBuilder;
  readonly attempt: (person: number, score: number | 'absent', more?: Partial<TestAttempt>) => FactsBuilder;
  /** Anything else of the facts. */
  readonly with: (members: Partial<CourseFacts>) => FactsBuilder;
  readonly facts: () => CourseFacts;
}

export interface PersonSpec {
  readonly person?: Partial<Person>;
  readonly certificate?: Partial<Certificate>;
  readonly enrolment?: Partial<Enrolment>;
}

/** Times may be written '08:30'. */
export type SessionSpec = Omit<Partial<Session>, 'start' | 'end' | 'date'> & {
  readonly date?: string;
  readonly start?: number | string;
  readonly end?: number | string;
};

export const personId = (n: number): PersonId => `P${n}` as PersonId;
export const certificateId = (n: number): CertificateId => `C${n}` as CertificateId;
export const enrolmentId = (n: number): EnrolmentId => `E${n}` as EnrolmentId;
export const sessionId = (n: number): SessionId => `S${n}` as SessionId;

export const late = (minutes: number | 'unknown'): Mark => ({ kind: 'attended', late: minutes, early: 0 });
export const early = (minutes: number | 'unknown'): Mark => ({ kind: 'attended', late: 0, early: minutes });
export const ABSENT: Mark = { kind: 'absent' };
export const LEAVE: Mark = { kind: 'leave' };
export { PRESENT };

export const INSTITUTION: Institution = {
  id: 'institution',
  name: '荆楚建设培训学校（示例）',
  numberPrefix: 'JC',
  area: '武汉',
};

const NAMES = [
  '杨国平',
  '梁志强',
  '李㛃',
  '林美玲',
  '许丽华',
  '欧阳𬱖',
  '买买提·吐尔逊',
  '龚䶮',
  '胡文博',
  '宋艳',
] as const;
/** Four a day, three hours each with their breaks. */
const SLOTS = [
  ['08:00', '09:30', 2],
  ['09:40', '11:10', 2],
  ['14:00', '15:30', 2],
  ['15:40', '17:10', 2],
] as const;

/** A number that passes the check, with a region code that is never issued. */
export function idNumber(n: number, birth = '19850315'): string {
  const first17 = `420000${birth}${String((2 * n + 1) % 1000).padStart(3, '0')}`;
  return first17 + idCheckCharacter(first17);
}

/** The facts of a course of which nothing else is known: no institution, nobody, no lesson, nothing recorded. */
export const factsOfNobody = (course: Course): CourseFacts => ({
  institution: null,
  course,
  sessions: [],
  enrolments: [],
  persons: new Map(),
  certificates: new Map(),
  attendance: new Map(),
  attempts: new Map(),
  outsideHours: [],
  ceYearChoices: [],
  professionalChoices: [],
  barred: null,
  parameterSettings: [],
  otherCourses: [],
});

/** The annual course of 16 to 20 March 2026, with an institution and nobody in it. */
export function course(
  members: Omit<Partial<Course>, 'startsOn' | 'endsOn'> & {
    readonly startsOn?: string;
    readonly endsOn?: string;
  } = {},
): FactsBuilder {
  const { startsOn = '2026-03-16', endsOn = '2026-03-20', ...rest } = members;
  const facts = factsOfNobody({
    id: 'K1' as CourseId,
    title: '2026年第3期施工现场专业人员继续教育',
    purpose: 'annual',
    ruleset: 'hubei-annual',
    ...rest,
    startsOn: day(startsOn),
    endsOn: day(endsOn),
  });
  return builder({ ...facts, institution: INSTITUTION });
}

function builder(facts: CourseFacts): FactsBuilder {
  return {
    withPeople: (...people) => builder(addPeople(facts, specs<PersonSpec>(people))),
    withSessions: (...sessions) => builder(addSessions(facts, specs<SessionSpec>(sessions))),
    mark: (person, session, mark, recordedOn) => builder(addMark(facts, person, session, mark, recordedOn)),
    allPresent: () =>
      builder(
        facts.sessions.reduce(
          (next, _s, i) => facts.enrolments.reduce((one, _e, j) => addMark(one, j + 1, i + 1, PRESENT), next),
          facts,
        ),
      ),
    attempt: (person, score, more) => builder(addAttempt(facts, person, score, more)),
    with: (members) => builder({ ...facts, ...members }),
    facts: () => facts,
  };
}

const specs = <T extends object>(given: readonly (number | T)[]): readonly T[] =>
  typeof given[0] === 'number' ? Array.from({ length: given[0] }, () => ({}) as T) : (given as readonly T[]);

function addPeople(facts: CourseFacts, people: readonly PersonSpec[]): CourseFacts {
  const persons = new Map(facts.persons);
  const certificates = new Map(facts.certificates);
  const enrolments = [...facts.enrolments];
  for (const spec of people) {
    const n = enrolments.length + 1;
    const person: Person = {
      id: personId(n),
      name:
        NAMES[n - 1] ?? `学员${'甲乙丙丁戊己庚辛壬癸'[n % 10]!}${'一二三四五六七八九十'[Math.floor(n / 10) % 10]!}`,
      idKind: 'resident',
      idNumber: idNumber(n),
      sex: 'male',
      birthDate: day('1985-03-15'),
      ...spec.person,
    };
    const certificate: Certificate = {
      id: certificateId(n),
      personId: person.id,
      kind: facts.course.purpose === 'exchange' ? 'old' : 'electronic',
      post: '101',
      number: `鄂JX${String(n).padStart(5, '0')}`,
      issuedOn: day('2024-05-10'),
      origin: 'new',
      ...spec.certificate,
    };
    persons.set(person.id, persons.get(person.id) ?? person);
    certificates.set(certificate.id, certificate);
    enrolments.push({
      id: enrolmentId(n),
      courseId: facts.course.id,
      personId: person.id,
      certificateId: certificate.id,
      post: certificate.post ?? '101',
      index: n - 1,
      order: n,
      healthy: { answer: 'unknown' },
      employed: { answer: 'unknown' },
      stillInPost: { answer: 'unknown' },
      status: { kind: 'active' },
      ...spec.enrolment,
    });
  }
  return { ...facts, persons, certificates, enrolments };
}

function addSessions(facts: CourseFacts, sessions: readonly SessionSpec[]): CourseFacts {
  const added = sessions.map(({ date, start, end, ...rest }, i): Session => {
    const n = facts.sessions.length + i + 1;
    const [from, to, periods] = SLOTS[(n - 1) % SLOTS.length]!;
    return {
      id: sessionId(n),
      courseId: facts.course.id,
      number: n,
      periods,
      category: n % 3 === 1 ? 'public' : 'professional',
      posts: [],
      ...rest,
      date: date ? day(date) : addDays(facts.course.startsOn, Math.floor((n - 1) / SLOTS.length)),
      start: minutes(start ?? from),
      end: minutes(end ?? to),
    };
  });
  return { ...facts, sessions: [...facts.sessions, ...added] };
}

const minutes = (time: number | string): number => {
  const value = typeof time === 'number' ? time : minutesOfDay(time);
  if (value === null) throw new RangeError(`not a time: ${time}`);
  return value;
};

function addMark(facts: CourseFacts, person: number, session: number, mark: Mark, recordedOn?: string): CourseFacts {
  const enrolment = facts.enrolments[person - 1]!;
  const lesson = facts.sessions[session - 1]!;
  const column: AttendanceColumn = facts.attendance.get(lesson.id) ?? emptyColumn(lesson.id);
  const next = withMarks(column, [
    { index: enrolment.index, mark, recordedOn: recordedOn ? day(recordedOn) : lesson.date },
  ]);
  return { ...facts, attendance: new Map([...facts.attendance, [lesson.id, next]]) };
}

function addAttempt(
  facts: CourseFacts,
  person: number,
  score: number | 'absent',
  more: Partial<TestAttempt> = {},
): CourseFacts {
  const { id } = facts.enrolments[person - 1]!;
  const series = facts.attempts.get(id) ?? [];
  const number = series.length + 1;
  const attempt: TestAttempt = {
    id: `T${person}.${number}` as AttemptId,
    enrolmentId: id,
    on: facts.course.endsOn,
    number,
    score,
    passMark: 60,
    ...more,
  };
  return { ...facts, attempts: new Map([...facts.attempts, [id, [...series, attempt]]]) };
}

/** A context on a day (default: noon of the day after the course) with ids N1, N2 … */
export function context(today = '2026-03-21', time = '12:00'): CommandContext {
  let n = 0;
  return { newId: () => `N${++n}`, today: day(today), minuteOfDay: minutes(time) };
}

/** A judgement made by hand, for commands that take judgements: findings by rule and severity. */
export function judged(
  person: number,
  findings: { readonly [R in RuleId]?: Severity } = {},
  more: Partial<Judgement> = {},
): Judgement {
  const list = (Object.entries(findings) as [RuleId, Severity][]).map(([rule, severity]): Finding => ({
    rule,
    outcome: severity === 'error' ? 'notMet' : 'cannotTell',
    severity,
    detail: 'short',
    numbers: [],
    parameters: [],
    records: [],
    cites: ['37:四(三)'],
    ruleset: { id: 'hubei-annual', version: '1' },
  }));
  return {
    enrolmentId: enrolmentId(person),
    on: day('2026-03-20') as Day,
    findings: list,
    submittable: !list.some(({ severity }) => severity === 'error'),
    hours: { total: 32, professional: 22, public: 10, unrecordedSessions: 0, openTotal: 0, openProfessional: 0 },
    bestScore: 80,
    ceYears: [2025],
    ...more,
  };
}
