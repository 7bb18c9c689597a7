import type { Day } from '../basics/day';
import type { CourseId, SessionId } from '../records/ids';
import { plannedHours } from '../regulation/credits';
import { openMarks, type OpenMarks } from '../regulation/open-marks';
import type { CourseFrames } from './course-frame';
import type { Source } from './documents';
import { seatsOf } from './facts-of';
import { papersOf } from './find-record';
import { leafValues } from './leaves';
import type { CourseSummary } from './totals';

/** The figures of one course; undefined when there is no such course. `counted` are its open marks where somebody counted them already. */
export function courseSummary(
  source: Source,
  courseId: CourseId,
  frames: CourseFrames,
  counted?: OpenMarks,
): CourseSummary | undefined {
  const frame = frames.get(courseId);
  const issued = leafValues(source, papersOf(courseId));
  const sealed = source.read('sealed', courseId);
  if (!frame) return undefined;
  const active = seatsOf(source, courseId).filter(({ enrolment }) => enrolment.status.kind === 'active');
  const planned = plannedHours(frame.sessions);
  const open = counted ?? (frame.parameters ? openMarks(frame, frame.parameters) : new Map<SessionId, number>());
  const unrecorded = new Map<Day, number>();
  for (const { id, date } of frame.sessions) {
    const marks = open.get(id) ?? 0;
    if (marks > 0) unrecorded.set(date, (unrecorded.get(date) ?? 0) + marks);
  }
  return {
    id: courseId,
    people: active.length,
    sessions: frame.sessions.length,
    plannedTotal: planned.total,
    plannedProfessional: planned.professional,
    plannedPublic: planned.public,
    unrecorded: [...unrecorded].map(([date, marks]) => ({ date, marks })).sort((a, b) => (a.date < b.date ? -1 : 1)),
    missingTests: active.filter(({ attempts }) => attempts.length === 0).length,
    hourCertificates: issued.filter(({ revoked }) => !revoked).length,
    packages: sealed?.entries.size ?? 0,
  };
}
