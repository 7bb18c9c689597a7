import { problem } from '../problems/catalogue';
import type { EnrolmentId } from '../records/ids';
import type { CourseFacts } from '../regulation/facts';
import { change, conclude, refuse, type Correction } from './conclude';
import type { CommandContext, CommandResult } from './intent';

export interface OrderRosterInput extends Pick<Correction, 'parents'> {
  /** Every enrolment of the course, in the order in which the roster is printed. */
  readonly enrolmentIds: readonly EnrolmentId[];
}

/** Numbers the roster anew (序号 1, 2, 3 …). Attendance is kept by index, so nothing but the order changes. */
export function orderRoster(
  facts: CourseFacts,
  { enrolmentIds, parents }: OrderRosterInput,
  _ctx: CommandContext,
): CommandResult {
  const place = new Map(enrolmentIds.map((id, i) => [id, i + 1]));
  const complete = place.size === enrolmentIds.length && place.size === facts.enrolments.length;
  if (!complete || facts.enrolments.some(({ id }) => !place.has(id))) return refuse('enrolment-unknown');
  return conclude({
    kind: 'roster.order',
    changes: facts.enrolments.map((enrolment) =>
      change('enrolments', enrolment, { ...enrolment, order: place.get(enrolment.id)! }),
    ),
    problems: [],
    parents,
    nothing: problem('nothing-changed'),
  });
}
