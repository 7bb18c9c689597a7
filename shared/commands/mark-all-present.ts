import { whyNotAttending } from '../records/attends';
import type { SessionId } from '../records/ids';
import { PRESENT } from '../records/mark';
import { markRecordAt } from '../records/mark-record';
import type { CourseFacts } from '../regulation/facts';
import { conclude, refuse } from './conclude';
import type { CommandContext, CommandResult } from './intent';
import { cellChanges, cellProblems, type Cell } from './mark-cells';

export interface MarkAllPresentInput {
  readonly sessionId: SessionId;
}

/** 全部出勤: everybody who takes part in the session and has no mark yet is present; what is recorded stays. */
export function markAllPresent(
  facts: CourseFacts,
  { sessionId }: MarkAllPresentInput,
  ctx: CommandContext,
): CommandResult {
  const session = facts.sessions.find(({ id }) => id === sessionId);
  if (!session) return refuse('session-missing');
  const cells = facts.enrolments
    .filter(
      (enrolment) =>
        whyNotAttending(session, enrolment) === null && !markRecordAt(facts.attendance, sessionId, enrolment),
    )
    .map((enrolment): Cell => ({ session, enrolment, before: null, mark: PRESENT }));
  return conclude({
    kind: 'attendance.mark-all',
    changes: cellChanges(cells, ctx),
    problems: cellProblems(facts, cells, undefined, ctx),
  });
}
