import { withMarks } from '../../../shared/records/attendance-column';
import { emptyColumn } from '../../../shared/records/attendance-column';
import { groupBy } from '../../../shared/basics/group-by';
import type { Change } from '../../../shared/commands/intent';
import { enrolmentsById } from '../../../shared/commands/name-of';
import type { Day } from '../../../shared/basics/day';
import type { EnrolmentId, SessionId } from '../../../shared/records/ids';
import type { Mark } from '../../../shared/records/mark';
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

/** The facts as they will be when everything pending is saved; the same object when nothing is. */
export function withPending(facts: CourseFacts, pending: readonly PendingMarks[]): CourseFacts {
  if (pending.length === 0) return facts;
  const enrolments = enrolmentsById(facts);
  const attendance = new Map(facts.attendance);
  for (const [sessionId, cells] of groupBy(
    pending.flatMap(({ cells: all }) => all),
    (cell) => cell.sessionId,
  )) {
    const marks = cells.flatMap(({ enrolmentId, mark, recordedOn }) => {
      const index = enrolments.get(enrolmentId)?.index;
      return index === undefined ? [] : [{ index, mark, recordedOn }];
    });
    attendance.set(sessionId, withMarks(attendance.get(sessionId) ?? emptyColumn(sessionId), marks));
  }
  return { ...facts, attendance };
}
