import type { Change } from '../../../shared/commands/intent';
import type { Day } from '../../../shared/basics/day';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { factsAfterMarks, type MarkCell } from '../../../shared/state/facts-after-marks';

/** Marks that are on their way to the disk: painted at once, taken back when the commit is refused. */
export interface PendingMarks {
  readonly cells: readonly MarkCell[];
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
export const withPending = (facts: CourseFacts, pending: readonly PendingMarks[]): CourseFacts =>
  factsAfterMarks(
    facts,
    pending.flatMap(({ cells }) => cells),
  );
