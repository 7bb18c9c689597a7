import { problem } from '../problems/catalogue';
import { checkEnrolment } from '../records/check-enrolment';
import type { Enrolment } from '../records/enrolment';
import type { EnrolmentId } from '../records/ids';
import { isBlank, patched, type Patch } from '../records/patch';
import { whyNotAttending } from '../records/attends';
import type { CourseFacts } from '../regulation/facts';
import { change, conclude, needsReason, refuse, type Correction, type Objection } from './conclude';
import type { CommandContext, CommandResult } from './intent';
import { nameOf } from './name-of';
import { postProblem } from './post-problem';
import { enrolmentsById } from '../records/enrolments-by-id';
import { marksOfEnrolment } from './recorded-marks';

export interface EditEnrolmentInput extends Correction {
  readonly enrolmentId: EnrolmentId;
  readonly patch: Patch<Enrolment, 'post' | 'appliedOn' | 'from' | 'note'>;
}

/** Corrects an enrolment's own members by hand. Another post or first day needs a reason. */
export function editEnrolment(
  facts: CourseFacts,
  { enrolmentId, patch, reason, parents }: EditEnrolmentInput,
  ctx: CommandContext,
): CommandResult {
  const before = enrolmentsById(facts).get(enrolmentId);
  if (!before) return refuse('enrolment-unknown');
  const after = patched(before, patch);
  const name = nameOf(facts, before);
  const { today } = ctx;
  const problems: Objection[] = [...checkEnrolment(after, facts.course, name)];
  if (isBlank(after.post)) problems.push(problem('field-missing', { field: '岗位' }, 'post'));
  else {
    const strange = postProblem(facts.course, { post: after.post, name, field: 'post' });
    if (strange) problems.push(strange);
  }
  if (after.appliedOn && after.appliedOn > today)
    problems.push(problem('day-in-future', { what: '申报', on: after.appliedOn, today }, 'appliedOn'));
  const outside = marksOfEnrolment(facts, before).filter(
    ({ session }) => whyNotAttending(session, after) === 'outside-enrolment',
  );
  if (outside.length > 0)
    problems.push(
      problem('marks-outside-enrolment', { name, sessions: outside.map(({ session }) => session.number) }, 'from'),
    );
  if (after.post !== before.post) problems.push(...needsReason(reason, '更改报名岗位'));
  if (after.from !== before.from) problems.push(...needsReason(reason, '更改入班日期'));
  return conclude({
    kind: 'enrolment.edit',
    changes: [change('enrolments', before, after)],
    problems,
    reason,
    parents,
  });
}
