import type { Day } from '../basics/day';
import { comparableIdNumber } from '../identity/id-number';
import { emptyColumn, markAt, recordedOnAt, withMarks, type AttendanceColumn } from '../records/attendance-column';
import type { Enrolment } from '../records/enrolment';
import type { EnrolmentId, SessionId } from '../records/ids';
import type { Mark } from '../records/mark';
import type { OutsideHours } from '../records/outside-hours';
import type { Person } from '../records/person';
import type { Session } from '../records/session';
import { RECORDS, type Registry, type TableName, type Tables } from '../records/registry';
import type { TestAttempt } from '../records/test-attempt';
import { idThatCounts } from '../records/who-counts';
import type { CourseFacts, OtherCourse } from '../regulation/facts';
import { packedMembers, type FactsContent, type PackedMark } from './facts-type';

/**
 * data/facts.json: everything that the rules need to judge the people of the package again, and nothing of anybody else; no notes
 * and nothing else that the records keep in the institution. A person's
 * other enrolment in the course is in it even when it is not submitted: lessons are shared out between the two.
 */
export interface PackageFacts extends FactsContent {}
export type PackedOtherCourse = PackageFacts['otherCourses'][number];

const byId = <T extends { readonly id: string }>(a: T, b: T): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** A record without the members that stay in the institution: notes, confirmations, what a list says of somebody. */
type ForReader = <T extends TableName>(table: T, records: readonly Tables[T][]) => readonly Tables[T][];

const forReader =
  (registry: Registry): ForReader =>
  <T extends TableName>(table: T, records: readonly Tables[T][]) => {
    const packed = packedMembers(table, registry);
    return records.map(
      (record) =>
        Object.fromEntries(Object.entries(record).filter(([name]) => Object.hasOwn(packed, name))) as Tables[T],
    );
  };

/** The part of a course's facts that concerns these enrolments, every list sorted by id. */
export function packageFacts(
  facts: CourseFacts,
  people: readonly EnrolmentId[],
  registry: Registry = RECORDS,
): PackageFacts {
  const packed = forReader(registry);
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
  const ofOurs = ({ certificateId }: Pick<OutsideHours, 'certificateId'>): boolean =>
    certificateIds.has(certificateId);
  const numbers = new Set(persons.map(({ idNumber }) => comparableIdNumber(idNumber)));
  return {
    institution: facts.institution && packed('institution', [facts.institution])[0]!,
    course: packed('courses', [facts.course])[0]!,
    sessions: packed('sessions', facts.sessions.toSorted(byId)),
    persons: packed('persons', persons),
    certificates: packed('certificates', certificates),
    enrolments: packed('enrolments', enrolments),
    marks: packMarks(facts.sessions, enrolments, facts.attendance),
    attempts: packed('attempts', enrolments.flatMap(({ id }) => facts.attempts.get(id) ?? []).sort(byId)),
    outsideHours: packed('outsideHours', facts.outsideHours.filter(ofOurs).sort(byId)),
    ceYearChoices: packed('ceYearChoices', facts.ceYearChoices.filter(ofOurs).sort(byId)),
    professionalChoices: packed('professionalChoices', facts.professionalChoices.filter(isOurs).sort(byId)),
    barred:
      facts.barred &&
      packed('barred', facts.barred.filter(({ idNumber }) => numbers.has(comparableIdNumber(idNumber))).sort(byId)),
    parameterSettings: packed('parameterSettings', facts.parameterSettings.toSorted(byId)),
    otherCourses: facts.otherCourses
      .map((other) => packOther(other, isOurs, packed))
      .filter((other) => other.enrolments.length > 0)
      .sort((a, b) => byId(a.course, b.course)),
    ...(facts.sealsOn !== undefined && { sealsOn: facts.sealsOn }),
    evidence: [],
  };
}

function packOther(
  other: OtherCourse,
  isOurs: (of: { readonly personId: Person['id'] }) => boolean,
  packed: ForReader,
): PackedOtherCourse {
  const enrolments = other.enrolments.filter(isOurs).sort(byId);
  return {
    course: packed('courses', [other.course])[0]!,
    sessions: packed('sessions', other.sessions.toSorted(byId)),
    enrolments: packed('enrolments', enrolments),
    marks: packMarks(other.sessions, enrolments, other.attendance),
    professionalChoices: packed('professionalChoices', other.professionalChoices.filter(isOurs).sort(byId)),
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
