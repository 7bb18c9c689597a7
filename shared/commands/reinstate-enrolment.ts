import { problem } from '../problems/catalogue';
import type { Enrolment } from '../records/enrolment';
import type { EnrolmentId } from '../records/ids';
import type { CourseFacts } from '../regulation/facts';
import { change, conclude, needsReason, refuse, type Correction, type Objection } from './conclude';
import type { CommandContext, CommandResult } from './intent';
import { nameOf } from './name-of';
import { enrolmentsById } from '../records/enrolments-by-id';

export interface ReinstateEnrolmentInput extends Correction {
  readonly enrolmentId: EnrolmentId;
}

/**
 * Somebody who had left (退出) is in the course again, with the same place and all that was recorded: the sessions after
 * the day of leaving concern him again, those missed meanwhile are to be marked. Who changed to another course does not
 * come back this way, because he stands on two rosters then.
 */
export function reinstateEnrolment(
  facts: CourseFacts,
  { enrolmentId, reason, parents }: ReinstateEnrolmentInput,
  _ctx: CommandContext,
): CommandResult {
  const before = enrolmentsById(facts).get(enrolmentId);
  if (!before) return refuse('enrolment-unknown');
  const problems: Objection[] = [...needsReason(reason, '恢复在班')];
  if (before.status.kind !== 'left')
    problems.push(problem('enrolment-not-left', { name: nameOf(facts, before), status: before.status.kind }));
  const { to: _lastDay, ...open } = before;
  const after: Enrolment = { ...open, status: { kind: 'active' } };
  return conclude({
    kind: 'enrolment.reinstate',
    changes: [change('enrolments', before, after)],
    problems,
    reason,
    parents,
  });
}
