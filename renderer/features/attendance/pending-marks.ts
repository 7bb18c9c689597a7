import {
  emptyColumn,
  markAt,
  recordedOnAt,
  withMarks,
  type AttendanceColumn,
} from '../../../shared/records/attendance-column';
import { groupBy } from '../../../shared/basics/group-by';
import type { Change } from '../../../shared/commands/intent';
import { enrolmentsById } from '../../../shared/commands/name-of';
import type { Day } from '../../../shared/basics/day';
import type { EnrolmentId, SessionId } from '../../../shared/records/ids';
import { sameMark, type Mark } from '../../../shared/records/mark';
import type { CourseFacts } from '../../../shared/regulation/facts';

/** Marks that are on their way to the disk: painted at once, taken back when the commit is refused. */
export interface PendingMarks {
  readonly cells: readonly {
    readonly sessionId: SessionId;
    readonly enrolmentId: EnrolmentId;
    readonly mark: Mark | null;
    readonly recordedOn: Day;
  }[];
}

/** The marks among the changes of an intent. */
export const pendingOf = (changes: readonly Change[], today: Day): PendingMarks => ({
  cells: changes.flatMap((change) => {
    if (change.table !== 'marks') return [];
    const record = (change.after ?? change.before)!;
    return [
      {
        sessionId: record.sessionId,
        enrolmentId: record.enrolmentId,
        mark: change.after?.mark ?? null,
        recordedOn: change.after?.recordedOn ?? today,
      },
    ];
  }),
});

/** The facts as they will be when everything pending is saved; the same object when they show all of it already. */
export function withPending(facts: CourseFacts, pending: readonly PendingMarks[]): CourseFacts {
  if (pending.length === 0) return facts;
  const enrolments = enrolmentsById(facts);
  const attendance = new Map(facts.attendance);
  for (const [sessionId, cells] of groupBy(
    pending.flatMap(({ cells: all }) => all),
    (cell) => cell.sessionId,
  )) {
    const column = facts.attendance.get(sessionId);
    // Of several marks for one place the last one counts.
    const last = new Map(cells.map((cell) => [enrolments.get(cell.enrolmentId)?.index, cell]));
    const marks = [...last].flatMap(([index, { mark, recordedOn }]) =>
      index === undefined || shows(column, index, mark, recordedOn) ? [] : [{ index, mark, recordedOn }],
    );
    if (marks.length > 0) attendance.set(sessionId, withMarks(column ?? emptyColumn(sessionId), marks));
  }
  const same = [...attendance].every(([id, column]) => facts.attendance.get(id) === column);
  return same ? facts : { ...facts, attendance };
}

function shows(column: AttendanceColumn | undefined, index: number, mark: Mark | null, recordedOn: Day): boolean {
  const shown = markAt(column, index);
  if (!shown || !mark) return shown === mark;
  return sameMark(shown, mark) && recordedOnAt(column, index) === recordedOn;
}
