import type { Day } from '../basics/day';
import type { AttendanceColumn } from '../records/attendance-column';
import type { Certificate } from '../records/certificate';
import type { BarredPerson } from '../records/choices';
import type { Course } from '../records/course';
import type { CertificateId, CourseId, EnrolmentId, PersonId, SessionId } from '../records/ids';
import type { Institution } from '../records/institution';
import type { Person } from '../records/person';
import type { Session } from '../records/session';
import type { ColumnMapping, ParameterSetting } from '../records/settings';
import type { TestAttempt } from '../records/test-attempt';
import type { CourseFacts, OtherCourse } from '../regulation/facts';
import type { Seat, Source } from './documents';
import { BARRED, COURSES, heldOf, holderOf, rosterOf, seatOf, SETTINGS } from './find-record';
import { leafValue, leafValues } from './leaves';
import { sameHuman } from './same-human';

/**
 * Everything recorded about a course and its people; undefined when there is no such course. `today` counts as the day
 * of sealing while no package of an exchange course is sealed. `last` are facts of the same course from before: what of
 * them still holds is in the answer as the same object, so that who compares sees what became different.
 */
export function factsOf(source: Source, courseId: CourseId, today: Day, last?: CourseFacts): CourseFacts | undefined {
  const course = leafValue(source, COURSES, courseId)?.course;
  const timetable = source.read('timetables', courseId);
  const seats = seatsOf(source, courseId);
  const sessions = sessionsOf(source, courseId);
  const people = new Set(seats.flatMap(({ enrolment }) => sameHuman(source, enrolment.personId)));
  const persons = [...people].sort().flatMap((id) => holderOf(source, id)?.person ?? []);
  const held = [...new Set(seats.map(({ enrolment }) => enrolment.certificateId))]
    .sort()
    .flatMap((id) => heldOf(source, id) ?? []);
  const barred: readonly BarredPerson[] = leafValues(source, BARRED);
  const settings = settingsOf(source);
  const attendance = attendanceOf(source, sessions);
  const otherCourses = otherCoursesOf(source, courseId, people, last?.otherCourses ?? []);
  const sealedOn = [...(source.read('sealed', courseId)?.entries.values() ?? [])]
    .map((one) => one.sealedOn)
    .sort()[0];
  if (!course) return undefined;
  const facts: CourseFacts = {
    institution: settings.institution,
    course,
    sessions,
    enrolments: seats.map(({ enrolment }) => enrolment),
    persons: new Map(persons.map((person): [PersonId, Person] => [person.id, person])),
    certificates: new Map(held.map(({ certificate }): [CertificateId, Certificate] => [certificate.id, certificate])),
    attendance,
    attempts: attemptsOf(seats, last?.attempts),
    outsideHours: held.flatMap(({ outsideHours }) => outsideHours),
    ceYearChoices: held.flatMap(({ ceYearChoices }) => ceYearChoices),
    professionalChoices: seats.flatMap(({ choices }) => choices),
    barred: barred.length > 0 ? barred : null,
    parameterSettings: settings.parameterSettings,
    otherCourses,
    // Only the deadline of an exchange is about the day of sealing.
    ...(course.purpose === 'exchange' && { sealsOn: sealedOn ?? today }),
    highestIndex: timetable?.highest ?? -1,
  };
  return last ? keptFacts(last, facts) : facts;
}

/** The sessions of a course in the order of their times. */
export const sessionsOf = (source: Source, courseId: string): readonly Session[] =>
  [...(source.read('timetables', courseId)?.entries.values() ?? [])].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : a.start - b.start || a.number - b.number,
  );

/** The enrolments of a course with what stands under them, in the order of the roster. */
export const seatsOf = (source: Source, courseId: string): readonly Seat[] =>
  [...leafValues(source, rosterOf(courseId))].sort(
    (a, b) => a.enrolment.order - b.enrolment.order || a.enrolment.index - b.enrolment.index,
  );

/** The columns of these sessions; a session without any mark has none. */
export const attendanceOf = (
  source: Source,
  sessions: readonly Session[],
): ReadonlyMap<SessionId, AttendanceColumn> =>
  new Map(
    sessions.flatMap(({ id }): [SessionId, AttendanceColumn][] => {
      const column = columnOf(source, id);
      return column ? [[id, column]] : [];
    }),
  );

const shown = new WeakMap<object, AttendanceColumn>();

/** A column without what is only of use to its document; the same object for the same document. */
function columnOf(source: Source, id: SessionId): AttendanceColumn | undefined {
  const document = source.read('attendance', id);
  if (!document) return undefined;
  const known = shown.get(document);
  if (known) return known;
  const { sessionId, status, late, early, recordedOn } = document;
  const column = { sessionId, status, late, early, recordedOn };
  shown.set(document, column);
  return column;
}

/** The attempts under each enrolment that has any, in the order they were made. */
function attemptsOf(
  seats: readonly Seat[],
  last: CourseFacts['attempts'] | undefined,
): ReadonlyMap<EnrolmentId, readonly TestAttempt[]> {
  return new Map(
    seats.flatMap(({ enrolment, attempts }): [EnrolmentId, readonly TestAttempt[]][] => {
      if (attempts.length === 0) return [];
      const sorted = [...attempts].sort((a, b) => a.number - b.number || (a.on < b.on ? -1 : 1));
      return [[enrolment.id, keptList(last?.get(enrolment.id), sorted)]];
    }),
  );
}

/** What the institution has set: all of it, whatever course asks. */
export function settingsOf(source: Source): {
  readonly institution: Institution | null;
  readonly parameterSettings: readonly ParameterSetting[];
  readonly columnMappings: readonly ColumnMapping[];
} {
  const entries = [...(source.read('settings', SETTINGS)?.entries ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
  const of = (table: string): readonly unknown[] =>
    entries.flatMap(([name, record]) => (name.startsWith(`${table}/`) ? [record] : []));
  return {
    institution: (of('institution')[0] as Institution | undefined) ?? null,
    parameterSettings: of('parameterSettings') as readonly ParameterSetting[],
    columnMappings: of('columnMappings') as readonly ColumnMapping[],
  };
}

function otherCoursesOf(
  source: Source,
  courseId: CourseId,
  people: ReadonlySet<PersonId>,
  last: readonly OtherCourse[],
): readonly OtherCourse[] {
  const enrolled = new Map<CourseId, string[]>();
  for (const person of people)
    for (const [enrolment, course] of holderOf(source, person)?.enrolled ?? [])
      if (course !== courseId) enrolled.set(course, [...(enrolled.get(course) ?? []), enrolment]);
  return [...enrolled]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, enrolments]): readonly OtherCourse[] => {
      const course: Course | null | undefined = leafValue(source, COURSES, id)?.course;
      const seats = enrolments.sort().flatMap((enrolment) => seatOf(source, enrolment) ?? []);
      const sessions = sessionsOf(source, id);
      const attendance = attendanceOf(source, sessions);
      if (!course || seats.length === 0) return [];
      const other: OtherCourse = {
        course,
        sessions,
        enrolments: seats.map(({ enrolment }) => enrolment),
        attendance,
        professionalChoices: seats.flatMap(({ choices }) => choices),
      };
      const before = last.find((one) => one.course.id === id);
      return [before ? keptMembers(before, other) : other];
    });
}

/** The facts with the members of the last ones where they hold the same; the last ones themselves where all do. */
function keptFacts(last: CourseFacts, now: CourseFacts): CourseFacts {
  return keptMembers(last, now);
}

function keptMembers<T extends object>(last: T, now: T): T {
  const members = Object.entries(now).map(([name, value]): [string, unknown] => [
    name,
    kept((last as { readonly [name: string]: unknown })[name], value),
  ]);
  const same =
    Object.keys(last).length === members.length &&
    members.every(([name, value]) => (last as { readonly [name: string]: unknown })[name] === value);
  return same ? last : (Object.fromEntries(members) as T);
}

function kept(last: unknown, now: unknown): unknown {
  if (Array.isArray(last) && Array.isArray(now)) return keptList(last as readonly unknown[], now);
  if (last instanceof Map && now instanceof Map)
    return last.size === now.size && [...now].every(([key, value]) => last.get(key) === value) ? last : now;
  return now;
}

const keptList = <T>(last: readonly T[] | undefined, now: readonly T[]): readonly T[] =>
  last?.length === now.length && now.every((item, i) => item === last[i]) ? last : now;
