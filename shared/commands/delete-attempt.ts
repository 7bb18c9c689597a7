import type { AttemptId } from '../records/ids';
import type { CourseFacts } from '../regulation/facts';
import { change, conclude, needsReason, refuse, type Correction } from './conclude';
import { findAttempt } from './correct-attempt';
import type { CommandContext, CommandResult } from './intent';

export interface DeleteAttemptInput extends Correction {
  readonly attemptId: AttemptId;
}

/** Takes a result out that never happened, with a reason; the journal keeps what it was. */
export function deleteAttempt(
  facts: CourseFacts,
  { attemptId, reason, parents }: DeleteAttemptInput,
  _ctx: CommandContext,
): CommandResult {
  const found = findAttempt(facts, attemptId);
  if (!found) return refuse('attempt-missing');
  return conclude({
    kind: 'attempt.delete',
    changes: [change('attempts', found.attempt, null)],
    problems: needsReason(reason, '删除测试成绩'),
    reason,
    parents,
  });
}
