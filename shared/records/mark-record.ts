import { markAt, recordedOnAt, type AttendanceColumn } from './attendance-column';
import type { Enrolment } from './enrolment';
import type { SessionId } from './ids';
import { markId } from './ids';
import type { MarkRecord } from './mark';

/** The record of one cell of the register exactly as it is stored, or null when nothing is recorded. */
export function markRecordAt(
  attendance: ReadonlyMap<SessionId, AttendanceColumn>,
  sessionId: SessionId,
  enrolment: Pick<Enrolment, 'id' | 'index'>,
): MarkRecord | null {
  const column = attendance.get(sessionId);
  const mark = markAt(column, enrolment.index);
  const recordedOn = recordedOnAt(column, enrolment.index);
  if (!mark || !recordedOn) return null;
  return { id: markId(sessionId, enrolment.id), sessionId, enrolmentId: enrolment.id, mark, recordedOn };
}
