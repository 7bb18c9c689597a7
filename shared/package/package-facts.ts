import type { Day } from '../basics/day';
import { comparableIdNumber } from '../identity/id-number';
import { emptyColumn, markAt, recordedOnAt, withMarks, type AttendanceColumn } from '../records/attendance-column';
import type { Certificate } from '../records/certificate';
import type { BarredPerson, CeYearChoice, ProfessionalChoice } from '../records/choices';
import type { Course } from '../records/course';
import type { Enrolment } from '../records/enrolment';
import { FIELD_TABLE, type FieldUse } from '../records/field-table';
import type { EnrolmentId, SessionId } from '../records/ids';
import type { Institution } from '../records/institution';
import type { Mark } from '../records/mark';
import type { OutsideHours } from '../records/outside-hours';
import type { Person } from '../records/person';
import type { Session } from '../records/session';
import type { ParameterSetting } from '../records/settings';
import type { TableName, Tables } from '../records/tables';
import type { TestAttempt } from '../records/test-attempt';
import { idThatCounts } from '../records/who-counts';
import type { CourseFacts, OtherCourse } from '../regulation/facts';

/** A mark in a package: without an id of its own, because session and enrolment are one. */
export interface PackedMark {
  readonly sessionId: SessionId;
  readonly enrolmentId: EnrolmentId;
  readonly mark: Mark;
  readonly recordedOn: Day;
}

export interface PackedOtherCourse {
  readonly course: Course;
  readonly sessions: readonly Session[];
  readonly enrolments: readonly Enrolment[];
  readonly marks: readonly PackedMark[];
  readonly professionalChoices: readonly ProfessionalChoice[];
}

/**
 * data/facts.json: everything that the rules need to judge the people of the package again, and nothing of anybody else; no notes
 * and nothing else that FIELD_TABLE keeps in the institution. A person's
 * other enrolment in the course is in it even when it is not submitted: lessons are shared out between the two.
 */
export interface PackageFacts {
  readonly institution: Institution | null;
  readonly course: Course;
  readonly sessions: readonly Session[];
  readonly persons: readonly Person[];
  readonly certificates: readonly Certificate[];
  readonly enrolments: readonly Enrolment[];
  readonly marks: readonly PackedMark[];
  readonly attempts: readonly TestAttempt[];
  readonly outsideHours: readonly OutsideHours[];
  readonly ceYearChoices: readonly CeYearChoice[];
  readonly professionalChoices: readonly ProfessionalChoice[];
  /** null = no list was imported; else its lines about people of the package. */
  readonly barred: readonly BarredPerson[] | null;
  readonly parameterSettings: readonly ParameterSetting[];
  readonly otherCourses: readonly PackedOtherCourse[];
  /** Exchange courses: the day on which the package was first sealed, which the deadline is about. */
  readonly sealsOn?: Day;
  /** Scans and photos; none in this edition of the format. */
  readonly evidence: readonly never[];
}

const byId = <T extends { readonly id: string }>(a: T, b: T): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** What rules and reader cannot do without, although it is no record of its own interest. */
const NEEDED = new Set(['index', 'idNumber', 'id', 'source', 'importedOn']);

/** A record without the members that stay in the institution: notes, confirmations, what a list says of somebody. */
function forReader<T extends TableName>(table: T, record: Tables[T]): Tables[T] {
  const uses: { readonly [field: string]: FieldUse } = FIELD_TABLE[table];
  const members = Object.entries(record).filter(([name]) => NEEDED.has(name) || uses[name]?.inPackage === true);
  return Object.fromEntries(members) as unknown as Tables[T];
}

const allForReader = <T extends TableName>(table: T, records: readonly Tables[T][]): readonly Tables[T][] =>
  records.map((record) => forReader(table, record));

/** The part of a course's facts that concerns these enrolments, every list sorted by id. */
export function packageFacts(facts: CourseFacts, people: readonly EnrolmentId[]): PackageFacts {
  const chosen = new Set(people);
  const whose = (id: Person['id']): Person['id'] => idThatCounts(facts.persons, id);
  const personIds = new Set(
    facts.enrolments.filter(({ id }) => chosen.has(id)).map(({ personId }) => whose(personId)),
  );
  const persons = [...facts.persons.values()].filter(({ id }) => personIds.has(whose(id))).sort(byId);
  const isOurs = ({ personId }: { readonly personId: Person['id'] }): boolean => personIds.has(whose(personId));
  const enrolments = facts.enrolments.filter(isOurs).sort(byId);
  const certificates = [...facts.certificates.values()].filter(isOurs).sort(byId);
  const certificateIds = new Set(certificates.map(({ id }) => id));
  const numbers = new Set(persons.map(({ idNumber }) => comparableIdNumber(idNumber)));
  return {
    institution: facts.institution,
    course: forReader('courses', facts.course),
    sessions: facts.sessions.toSorted(byId),
    persons: allForReader('persons', persons),
    certificates,
    enrolments: allForReader('enrolments', enrolments),
    marks: packMarks(facts.sessions, enrolments, facts.attendance),
    attempts: allForReader('attempts', enrolments.flatMap(({ id }) => facts.attempts.get(id) ?? []).sort(byId)),
    outsideHours: facts.outsideHours.filter(({ certificateId }) => certificateIds.has(certificateId)).sort(byId),
    ceYearChoices: facts.ceYearChoices.filter(({ certificateId }) => certificateIds.has(certificateId)).sort(byId),
    professionalChoices: facts.professionalChoices.filter(isOurs).sort(byId),
    barred:
      facts.barred &&
      allForReader(
        'barred',
        facts.barred.filter(({ idNumber }) => numbers.has(comparableIdNumber(idNumber))).sort(byId),
      ),
    parameterSettings: facts.parameterSettings.toSorted(byId),
    otherCourses: facts.otherCourses
      .map((other) => packOther(other, isOurs))
      .filter((other) => other.enrolments.length > 0)
      .sort((a, b) => byId(a.course, b.course)),
    ...(facts.sealsOn !== undefined && { sealsOn: facts.sealsOn }),
    evidence: [],
  };
}

function packOther(
  other: OtherCourse,
  isOurs: (of: { readonly personId: Person['id'] }) => boolean,
): PackedOtherCourse {
  const enrolments = other.enrolments.filter(isOurs).sort(byId);
  return {
    course: forReader('courses', other.course),
    sessions: other.sessions.toSorted(byId),
    enrolments: allForReader('enrolments', enrolments),
    marks: packMarks(other.sessions, enrolments, other.attendance),
    professionalChoices: other.professionalChoices.filter(isOurs).sort(byId),
  };
}

function packMarks(
  sessions: readonly Session[],
  enrolments: readonly Enrolment[],
  attendance: ReadonlyMap<SessionId, AttendanceColumn>,
): readonly PackedMark[] {
  return sessions.toSorted(byId).flatMap(({ id: sessionId }) => {
    const column = attendance.get(sessionId);
    return enrolments.flatMap(({ id: enrolmentId, index }): readonly PackedMark[] => {
      const mark = markAt(column, index);
      const recordedOn = recordedOnAt(column, index);
      return mark && recordedOn ? [{ sessionId, enrolmentId, mark, recordedOn }] : [];
    });
  });
}

/** The facts of a package in the shape that rules and documents take: what the reviewer judges again. */
export function courseFactsOf(packed: PackageFacts): CourseFacts {
  const attempts = new Map<EnrolmentId, readonly TestAttempt[]>();
  for (const attempt of packed.attempts)
    attempts.set(attempt.enrolmentId, [...(attempts.get(attempt.enrolmentId) ?? []), attempt]);
  return {
    institution: packed.institution,
    course: packed.course,
    sessions: packed.sessions,
    enrolments: packed.enrolments,
    persons: new Map(packed.persons.map((person) => [person.id, person])),
    certificates: new Map(packed.certificates.map((certificate) => [certificate.id, certificate])),
    attendance: unpackMarks(packed),
    attempts,
    outsideHours: packed.outsideHours,
    ceYearChoices: packed.ceYearChoices,
    professionalChoices: packed.professionalChoices,
    barred: packed.barred,
    parameterSettings: packed.parameterSettings,
    otherCourses: packed.otherCourses.map((other) => ({ ...other, attendance: unpackMarks(other) })),
    ...(packed.sealsOn !== undefined && { sealsOn: packed.sealsOn }),
  };
}

function unpackMarks({
  enrolments,
  marks,
}: Pick<PackedOtherCourse, 'enrolments' | 'marks'>): ReadonlyMap<SessionId, AttendanceColumn> {
  const indexes = new Map(enrolments.map(({ id, index }) => [id, index]));
  const bySession = new Map<SessionId, { index: number; mark: Mark; recordedOn: Day }[]>();
  for (const { sessionId, enrolmentId, mark, recordedOn } of marks) {
    const index = indexes.get(enrolmentId);
    if (index === undefined) continue;
    const list = bySession.get(sessionId) ?? [];
    list.push({ index, mark, recordedOn });
    bySession.set(sessionId, list);
  }
  return new Map([...bySession].map(([sessionId, list]) => [sessionId, withMarks(emptyColumn(sessionId), list)]));
}
