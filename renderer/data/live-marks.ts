import type { Change } from '../../shared/commands/intent';
import { enrolmentsById } from '../../shared/commands/name-of';
import { groupBy } from '../../shared/basics/group-by';
import { emptyColumn, trimmedColumn, withMarks } from '../../shared/records/attendance-column';
import type { Enrolment } from '../../shared/records/enrolment';
import type { SessionId } from '../../shared/records/ids';
import type { Mark, MarkRecord } from '../../shared/records/mark';
import type { CourseFacts } from '../../shared/regulation/facts';
import type { CourseOf } from './entry-rows';
import { markRecordAt } from './rows-records';

interface MarkPlace {
  readonly sessionId: SessionId;
  readonly enrolment: Enrolment;
  readonly record: MarkRecord;
  /** null: the mark is taken away. */
  readonly mark: Mark | null;
}

/** Where these changes stand in the facts; null when one of them is no mark of a session and an enrolment there. */
function placesIn(facts: CourseFacts, changes: readonly Change[]): readonly MarkPlace[] | null {
  const enrolments = enrolmentsById(facts);
  const sessions = new Set(facts.sessions.map(({ id }) => id));
  const places: MarkPlace[] = [];
  for (const change of changes) {
    const record = change.table === 'marks' ? (change.after ?? change.before) : null;
    const enrolment = record && enrolments.get(record.enrolmentId);
    if (!enrolment || !sessions.has(record.sessionId)) return null;
    const mark = change.table === 'marks' ? (change.after?.mark ?? null) : null;
    places.push({ sessionId: record.sessionId, enrolment, record, mark });
  }
  return places;
}

/**
 * The facts after these changes were stored, as reading them again would give them; null when they are not marks of this
 * course and nothing else.
 */
export function withStoredMarks(
  facts: CourseFacts,
  changes: readonly Change[],
  courseOf: CourseOf,
): CourseFacts | null {
  const own = changes.every((change) => change.table === 'marks' && courseOf(change) === facts.course.id);
  const places = own ? placesIn(facts, changes) : null;
  if (!places) return null;
  const attendance = new Map(facts.attendance);
  for (const [sessionId, cells] of groupBy(places, (place) => place.sessionId)) {
    const marks = cells.map(({ enrolment, record, mark }) => ({
      index: enrolment.index,
      mark,
      recordedOn: record.recordedOn,
    }));
    const column = trimmedColumn(withMarks(attendance.get(sessionId) ?? emptyColumn(sessionId), marks));
    if (column.status.length > 0) attendance.set(sessionId, column);
    else attendance.delete(sessionId);
  }
  return { ...facts, attendance };
}

/** The marks that stand in the facts at the places of these changes, in their order; null when some are not of it. */
export function marksAt(facts: CourseFacts, changes: readonly Change[]): readonly (MarkRecord | null)[] | null {
  const places = placesIn(facts, changes);
  return places?.map(({ sessionId, enrolment }) => markRecordAt(facts.attendance.get(sessionId), enrolment)) ?? null;
}
