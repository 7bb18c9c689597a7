import { today } from '../platform/clock';
import type { AttendanceColumn } from '../../shared/records/attendance-column';
import type { ProfessionalChoice } from '../../shared/records/choices';
import type { Enrolment } from '../../shared/records/enrolment';
import type { CertificateId, CourseId, EnrolmentId, PersonId, SessionId } from '../../shared/records/ids';
import type { Person } from '../../shared/records/person';
import type { Session } from '../../shared/records/session';
import type { TestAttempt } from '../../shared/records/test-attempt';
import type { CourseFacts, OtherCourse } from '../../shared/regulation/facts';
import type { AttendanceRow, EnrolmentRow, PersonRow } from './row-types';
import type { Projection } from './schema';

/** Everything recorded about a course and its people, from one consistent read; undefined when there is no such course. */
export function loadCourseFacts(db: Projection, courseId: CourseId): Promise<CourseFacts | undefined> {
  const tables = [
    db.institution,
    db.persons,
    db.certificates,
    db.courses,
    db.sessions,
    db.enrolments,
    db.attendance,
    db.barred,
    db.parameterSettings,
    db.seats,
    db.packages,
  ];
  return db.transaction('r', tables, async () => {
    const [
      course,
      institution,
      enrolments,
      persons,
      certificates,
      sessions,
      columns,
      barred,
      settings,
      seats,
      packages,
    ] = await Promise.all([
      db.courses.get(courseId),
      db.institution.get('institution'),
      db.enrolments.where('courseId').equals(courseId).toArray(),
      db.persons.where('courses').equals(courseId).toArray(),
      db.certificates.where('courses').equals(courseId).toArray(),
      db.sessions.where('courseId').equals(courseId).toArray(),
      db.attendance.where('courseId').equals(courseId).toArray(),
      db.barred.toArray(),
      db.parameterSettings.toArray(),
      db.seats.get(courseId),
      db.packages.where('courseId').equals(courseId).toArray(),
    ]);
    if (!course) return undefined;
    const people = await withMerged(db, persons);
    const ordered = enrolments.sort((a, b) => a.record.order - b.record.order || a.record.index - b.record.index);
    return {
      institution: institution?.record ?? null,
      course: course.record,
      sessions: inTimeOrder(sessions.map((row) => row.record)),
      enrolments: ordered.map((row) => row.record),
      persons: new Map(people.map((row): [PersonId, Person] => [row.record.id, row.record])),
      certificates: new Map(certificates.map((row) => [row.record.id as CertificateId, row.record])),
      attendance: attendanceOf(columns),
      attempts: attemptsOf(ordered),
      outsideHours: certificates.flatMap((row) => byId(row.linked?.outsideHours)),
      ceYearChoices: certificates.flatMap((row) => byId(row.linked?.ceYearChoices)),
      professionalChoices: choicesOf(ordered),
      barred: barred.length > 0 ? barred.map((row) => row.record) : null,
      parameterSettings: settings.map((row) => row.record),
      otherCourses: await otherCourses(db, courseId, people),
      // Only the deadline of an exchange is about the day of sealing.
      ...(course.record.purpose === 'exchange' && {
        sealsOn: packages.map((row) => row.record.sealedOn).sort()[0] ?? today(),
      }),
      highestIndex: seats?.highest ?? -1,
    };
  });
}

/** Records kept with a row, by id. */
export const byId = <T extends { readonly id: string }>(
  records: { readonly [id: string]: T } | undefined,
): readonly T[] => (records ? Object.values(records).sort((a, b) => (a.id < b.id ? -1 : 1)) : []);

const inTimeOrder = (sessions: readonly Session[]): readonly Session[] =>
  [...sessions].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : a.start - b.start || a.number - b.number,
  );

/** Columns without what is only storage. */
export const attendanceOf = (rows: readonly AttendanceRow[]): ReadonlyMap<SessionId, AttendanceColumn> =>
  new Map(
    rows.map(({ sessionId, status, late, early, recordedOn }) => [
      sessionId,
      { sessionId, status, late, early, recordedOn },
    ]),
  );

/** The attempts kept with each enrolment, in the order they were made. */
export const attemptsOf = (rows: readonly EnrolmentRow[]): ReadonlyMap<EnrolmentId, readonly TestAttempt[]> =>
  new Map(
    rows.flatMap((row): [EnrolmentId, readonly TestAttempt[]][] => {
      const attempts = Object.values(row.linked?.attempts ?? {});
      return attempts.length > 0
        ? [[row.record.id, attempts.sort((a, b) => a.number - b.number || (a.on < b.on ? -1 : 1))]]
        : [];
    }),
  );

const choicesOf = (rows: readonly EnrolmentRow[]): readonly ProfessionalChoice[] =>
  rows.flatMap((row) => byId(row.linked?.professionalChoices));

/** These people, and whoever they were merged into or were merged into them: all records of the same human beings. */
async function withMerged(db: Projection, persons: readonly PersonRow[]): Promise<readonly PersonRow[]> {
  const merged = await db.persons.where('mergedInto').above('').toArray();
  if (merged.length === 0) return persons;
  const all = new Map([...persons, ...merged].map((row) => [row.id, row]));
  const targets = [...new Set(merged.flatMap((row) => row.mergedInto ?? []))].filter((id) => !all.has(id));
  for (const row of await db.persons.bulkGet(targets)) if (row) all.set(row.id, row);
  const main = (row: PersonRow): string => {
    const seen = new Set<string>();
    let at = row;
    while (at.mergedInto && !seen.has(at.id)) {
      seen.add(at.id);
      const next = all.get(at.mergedInto);
      if (!next) return at.mergedInto;
      at = next;
    }
    return at.id;
  };
  const wanted = new Set(persons.map(main));
  return [...all.values()].filter((row) => wanted.has(main(row)));
}

async function otherCourses(
  db: Projection,
  courseId: CourseId,
  people: readonly PersonRow[],
): Promise<readonly OtherCourse[]> {
  const ids = [...new Set(people.flatMap((row) => row.courses))].filter((id) => id !== courseId).sort();
  const persons = new Set<PersonId>(people.map((row) => row.record.id));
  const courses = await Promise.all(
    ids.map(async (id): Promise<OtherCourse | null> => {
      const [course, sessions, enrolments, columns] = await Promise.all([
        db.courses.get(id),
        db.sessions.where('courseId').equals(id).toArray(),
        db.enrolments.where('courseId').equals(id).toArray(),
        db.attendance.where('courseId').equals(id).toArray(),
      ]);
      const own = enrolments.filter((row) => persons.has(row.personId));
      if (!course || own.length === 0) return null;
      return {
        course: course.record,
        sessions: inTimeOrder(sessions.map((row) => row.record)),
        enrolments: own.map((row): Enrolment => row.record),
        attendance: attendanceOf(columns),
        professionalChoices: choicesOf(own),
      };
    }),
  );
  return courses.filter((course) => course !== null);
}
