import { addDays, type Day } from '../basics/day';
import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import type { Enrolment } from '../records/enrolment';
import type { EnrolmentId } from '../records/ids';
import type { CourseFacts } from '../regulation/facts';
import { change, conclude, needsReason, refuse, type Correction, type Objection } from './conclude';
import type { CommandContext, CommandResult } from './intent';
import { nameOf } from './name-of';
import { enrolmentsById } from '../records/enrolments-by-id';
import { marksOfEnrolment } from './recorded-marks';

export interface WithdrawEnrolmentInput extends Correction {
  readonly enrolmentId: EnrolmentId;
  /** The last day in the course. Before the course starts: the day on which it was said. */
  readonly on: Day;
}

/** Somebody leaves the course (退出): later sessions no longer concern him; attendance after the last day refuses it. */
export function withdrawEnrolment(
  facts: CourseFacts,
  { enrolmentId, on, reason, parents }: WithdrawEnrolmentInput,
  ctx: CommandContext,
): CommandResult {
  const before = enrolmentsById(facts).get(enrolmentId);
  if (!before) return refuse('enrolment-unknown');
  const after: Enrolment = {
    ...before,
    to: lastDay(facts, on),
    status: { kind: 'left', on, reason: reason?.trim() ?? '' },
  };
  const problems: Objection[] = [...needsReason(reason, '办理退出'), ...closingProblems(facts, before, after)];
  if (on > ctx.today) problems.push(problem('day-in-future', { what: '退出', on, today: ctx.today }, 'on'));
  return conclude({
    kind: 'enrolment.withdraw',
    changes: [change('enrolments', before, after)],
    problems,
    reason,
    parents,
  });
}

/** A last day never lies before the eve of the course, so that `to` always stands inside it. */
export const lastDay = ({ course }: Pick<CourseFacts, 'course'>, on: Day): Day => {
  const eve = addDays(course.startsOn, -1);
  return on < eve ? eve : on;
};

/** What stands against ending an enrolment so: it ended already, its days, attendance after its last day. */
export function closingProblems(facts: CourseFacts, before: Enrolment, after: Enrolment): readonly Problem[] {
  const name = nameOf(facts, before);
  const { startsOn, endsOn } = facts.course;
  const problems: Problem[] = [];
  if (before.status.kind !== 'active') {
    problems.push(
      problem('enrolment-not-active', {
        name,
        on: before.status.on,
        how: before.status.kind === 'left' ? '退出' : '转班',
      }),
    );
  }
  const to = after.to!;
  if (to > endsOn || (before.from !== undefined && to < addDays(before.from, -1))) {
    problems.push(
      problem(
        'enrolment-dates',
        { name, what: '最后在班日期', on: to, startsOn: before.from ?? startsOn, endsOn },
        'on',
      ),
    );
  }
  const outside = marksOfEnrolment(facts, before).filter(({ session }) => session.date > to);
  if (outside.length > 0)
    problems.push(
      problem('marks-outside-enrolment', { name, sessions: outside.map(({ session }) => session.number) }, 'on'),
    );
  return problems;
}
