import type { Day } from '../../shared/basics/day';
import type { CourseId, SessionId } from '../../shared/records/ids';
import { plannedHours } from '../../shared/regulation/credits';
import { openMarks } from '../../shared/regulation/open-marks';
import { frameOf } from './course-cache';
import { attendanceOf, attemptsOf } from './load-course-facts';
import { openMarksAgain } from './open-marks-again';
import type { CourseFacts } from '../../shared/regulation/facts';
import type { SummaryRow } from './row-types';
import type { Projection } from './schema';

/**
 * The figures of one course for the list of courses; undefined when there is no such course. `facts` are used where
 * somebody has them already, which spares reading a large class again.
 */
export async function courseSummary(
  db: Projection,
  courseId: CourseId,
  facts?: CourseFacts,
): Promise<SummaryRow | undefined> {
  const source = facts ?? (await read(db, courseId));
  if (!source) return undefined;
  const [issued, packages] = await Promise.all([
    db.hourCertificates.where('courseId').equals(courseId).toArray(),
    db.packages.where('courseId').equals(courseId).count(),
  ]);
  const { parameters } = frameOf(source.course, source.sessions, source.attendance, source.parameterSettings);
  const active = source.enrolments.filter((enrolment) => enrolment.status.kind === 'active');
  const planned = plannedHours(source.sessions);
  const open = !parameters
    ? new Map<SessionId, number>()
    : facts
      ? openMarksAgain(facts, parameters)
      : openMarks(source, parameters);
  const unrecorded = new Map<Day, number>();
  for (const { id, date } of source.sessions) {
    const marks = open.get(id) ?? 0;
    if (marks > 0) unrecorded.set(date, (unrecorded.get(date) ?? 0) + marks);
  }
  return {
    id: courseId,
    people: active.length,
    sessions: source.sessions.length,
    plannedTotal: planned.total,
    plannedProfessional: planned.professional,
    plannedPublic: planned.public,
    unrecorded: [...unrecorded].map(([date, marks]) => ({ date, marks })).sort((a, b) => (a.date < b.date ? -1 : 1)),
    missingTests: active.filter((enrolment) => !source.attempts.has(enrolment.id)).length,
    hourCertificates: issued.filter((row) => !row.record.revoked).length,
    packages,
  };
}

type Source = Pick<
  CourseFacts,
  'course' | 'sessions' | 'enrolments' | 'attendance' | 'attempts' | 'professionalChoices' | 'parameterSettings'
> & {
  readonly persons?: CourseFacts['persons'];
};

/** What the figures need of a course, without its people. */
async function read(db: Projection, courseId: CourseId): Promise<Source | undefined> {
  const [course, sessions, enrolments, columns, settings] = await Promise.all([
    db.courses.get(courseId),
    db.sessions.where('courseId').equals(courseId).toArray(),
    db.enrolments.where('courseId').equals(courseId).toArray(),
    db.attendance.where('courseId').equals(courseId).toArray(),
    db.parameterSettings.toArray(),
  ]);
  if (!course) return undefined;
  return {
    course: course.record,
    sessions: sessions.map((row) => row.record),
    enrolments: enrolments.map((row) => row.record),
    attendance: attendanceOf(columns),
    attempts: attemptsOf(enrolments),
    professionalChoices: enrolments.flatMap((row) => Object.values(row.linked?.professionalChoices ?? {})),
    parameterSettings: settings.map((row) => row.record),
  };
}
