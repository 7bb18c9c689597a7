import { addDays, type Day } from '../basics/day';
import { problem } from '../problems/catalogue';
import { checkEnrolment } from '../records/check-enrolment';
import type { Enrolment } from '../records/enrolment';
import type { EnrolmentId } from '../records/ids';
import type { CourseFacts } from '../regulation/facts';
import { postTitle } from '../regulation/posts';
import { change, conclude, needsReason, refuse, type Correction, type Objection } from './conclude';
import type { CommandContext, CommandResult } from './intent';
import { nameOf } from './name-of';
import { enrolmentsById } from '../records/enrolments-by-id';
import { postProblem } from './post-problem';
import { nextIndex, nextOrder } from './roster-places';
import { closingProblems, lastDay } from './withdraw-enrolment';

export interface TransferEnrolmentInput extends Correction {
  readonly enrolmentId: EnrolmentId;
  /** The course that he goes on in. */
  readonly to: Pick<CourseFacts, 'course' | 'enrolments' | 'attendance' | 'highestIndex'>;
  /** First day in the other course; the day before is the last one here. */
  readonly on: Day;
}

/** Somebody changes to another course (转班): closes here, opens there, one entry. Hours of both courses stay where they were. */
export function transferEnrolment(
  facts: CourseFacts,
  { enrolmentId, to, on, reason, parents }: TransferEnrolmentInput,
  ctx: CommandContext,
): CommandResult {
  const before = enrolmentsById(facts).get(enrolmentId);
  if (!before) return refuse('enrolment-unknown');
  const name = nameOf(facts, before);
  const { course } = to;
  const closed: Enrolment = {
    ...before,
    to: lastDay(facts, earlier(addDays(on, -1), facts.course.endsOn)),
    status: { kind: 'transferred', on, to: course.id, reason: reason?.trim() ?? '' },
  };
  const { to: _to, from: _from, confirmed: _confirmed, ...kept } = before;
  const opened: Enrolment = {
    ...kept,
    id: ctx.newId() as EnrolmentId,
    courseId: course.id,
    index: nextIndex(to),
    order: nextOrder(to),
    status: { kind: 'active' },
    ...(on > course.startsOn && { from: on }),
  };
  const problems: Objection[] = [...needsReason(reason, '办理转班'), ...closingProblems(facts, before, closed)];
  if (course.id === facts.course.id) problems.push(problem('transfer-same-course', { course: course.title }, 'to'));
  else if (to.enrolments.some(({ certificateId }) => certificateId === before.certificateId)) {
    problems.push(problem('enrolled-twice', { name, post: postTitle(before.post) }, 'to'));
  }
  if (course.purpose !== facts.course.purpose)
    problems.push(problem('transfer-purpose', { course: course.title }, 'to'));
  const strange = postProblem(course, { post: before.post, name, field: 'to' });
  if (strange) problems.push(strange);
  problems.push(...checkEnrolment(opened, course, name));
  return conclude({
    kind: 'enrolment.transfer',
    changes: [change('enrolments', before, closed), change('enrolments', null, opened)],
    problems,
    reason,
    parents,
  });
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
