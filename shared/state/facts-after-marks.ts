import { groupBy } from '../basics/group-by';
import type { Day } from '../basics/day';
import {
  emptyColumn,
  markAt,
  recordedOnAt,
  trimmedColumn,
  withMarks,
  type AttendanceColumn,
} from '../records/attendance-column';
import type { Enrolment } from '../records/enrolment';
import { enrolmentsById } from '../records/enrolments-by-id';
import type { EnrolmentId, SessionId } from '../records/ids';
import { sameMark, type Mark, type MarkRecord } from '../records/mark';
import type { CourseFacts } from '../regulation/facts';
import { markIn } from './find-record';

/** One cell of the register as it is to be; mark null: nothing is recorded there. */
export interface MarkCell {
  readonly sessionId: SessionId;
  readonly enrolmentId: EnrolmentId;
  readonly mark: Mark | null;
  readonly recordedOn: Day;
}

const enrolmentOf = (facts: CourseFacts, id: EnrolmentId): Enrolment | undefined => enrolmentsById(facts).get(id);

/**
 * The facts when these cells are so: what factsOf gives after their changes. Of several for one place the last one counts;
 * what is no place of the course is left out. The same object when nothing would be different.
 */
export function factsAfterMarks(facts: CourseFacts, cells: readonly MarkCell[]): CourseFacts {
  if (cells.length === 0) return facts;
  const sessions = new Set(facts.sessions.map(({ id }) => id));
  const attendance = new Map(facts.attendance);
  let same = true;
  for (const [sessionId, own] of groupBy(cells, (cell) => cell.sessionId)) {
    if (!sessions.has(sessionId)) continue;
    const column = facts.attendance.get(sessionId);
    const last = new Map(own.map((cell) => [enrolmentOf(facts, cell.enrolmentId)?.index, cell]));
    const marks = [...last].flatMap(([index, { mark, recordedOn }]) =>
      index === undefined || shows(column, index, mark, recordedOn) ? [] : [{ index, mark, recordedOn }],
    );
    if (marks.length === 0) continue;
    same = false;
    const next = trimmedColumn(withMarks(column ?? emptyColumn(sessionId), marks));
    if (next.status.length > 0) attendance.set(sessionId, next);
    else attendance.delete(sessionId);
  }
  return same ? facts : { ...facts, attendance };
}

/** The marks that stand at these places, in their order; null when one of them is no place of the course. */
export function marksAt(
  facts: CourseFacts,
  places: readonly { readonly sessionId: SessionId; readonly enrolmentId: EnrolmentId }[],
): readonly (MarkRecord | null)[] | null {
  const sessions = new Set(facts.sessions.map(({ id }) => id));
  const marks: (MarkRecord | null)[] = [];
  for (const { sessionId, enrolmentId } of places) {
    const enrolment = enrolmentOf(facts, enrolmentId);
    if (!enrolment || !sessions.has(sessionId)) return null;
    marks.push(markIn(facts.attendance.get(sessionId), enrolment));
  }
  return marks;
}

function shows(column: AttendanceColumn | undefined, index: number, mark: Mark | null, recordedOn: Day): boolean {
  const shown = markAt(column, index);
  if (!shown || !mark) return shown === mark;
  return sameMark(shown, mark) && recordedOnAt(column, index) === recordedOn;
}
