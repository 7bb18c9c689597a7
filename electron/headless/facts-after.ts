import type { Change } from '../../shared/commands/intent';
import { emptyColumn, withMarks, type AttendanceColumn } from '../../shared/records/attendance-column';
import type { Course } from '../../shared/records/course';
import type { EnrolmentId, SessionId } from '../../shared/records/ids';
import type { TestAttempt } from '../../shared/records/test-attempt';
import type { CourseFacts } from '../../shared/regulation/facts';

/** The facts of a course in which nothing is recorded yet. */
export const factsOf = (course: Course): CourseFacts => ({
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

/** The facts after a command's additions. Only what the four imports of a new course write is known here; throws otherwise. */
export function factsAfter(facts: CourseFacts, changes: readonly Change[]): CourseFacts {
  const sessions = [...facts.sessions];
  const enrolments = [...facts.enrolments];
  const persons = new Map(facts.persons);
  const certificates = new Map(facts.certificates);
  const attendance = new Map<SessionId, AttendanceColumn>(facts.attendance);
  const attempts = new Map<EnrolmentId, readonly TestAttempt[]>(facts.attempts);
  const marks = new Map<SessionId, Parameters<typeof withMarks>[1] extends Iterable<infer M> ? M[] : never>();
  const indexOf = new Map(enrolments.map(({ id, index }) => [id, index]));
  for (const { table, before, after } of changes) {
    if (before !== null || after === null) throw new Error(`a new course changes ${table}`);
    switch (table) {
      case 'sessions':
        sessions.push(after);
        break;
      case 'enrolments':
        enrolments.push(after);
        break;
      case 'persons':
        persons.set(after.id, after);
        break;
      case 'certificates':
        certificates.set(after.id, after);
        break;
      case 'attempts':
        attempts.set(after.enrolmentId, [...(attempts.get(after.enrolmentId) ?? []), after]);
        break;
      case 'marks': {
        const mark = { index: indexOf.get(after.enrolmentId)!, mark: after.mark, recordedOn: after.recordedOn };
        marks.set(after.sessionId, [...(marks.get(after.sessionId) ?? []), mark]);
        break;
      }
      default:
        throw new Error(`a new course writes ${table}`);
    }
  }
  for (const [id, list] of marks)
    attendance.set(id, withMarks(attendance.get(id) ?? emptyColumn(id, enrolments.length), list));
  return { ...facts, sessions, enrolments, persons, certificates, attendance, attempts };
}
