import { checkAttempt, checkAttemptSeries } from '../records/check-attempt';
import type { Problem } from '../problems/problem';
import type { AttemptId, EnrolmentId } from '../records/ids';
import { patched } from '../records/patch';
import type { TestAttempt } from '../records/test-attempt';
import type { CourseFacts } from '../regulation/facts';
import { change, conclude, refuse } from './conclude';
import type { CommandContext, CommandResult } from './intent';
import { nameOf } from './name-of';
import { enrolmentsById } from '../records/enrolments-by-id';
import { passMarkOn } from './pass-mark';

export interface RecordAttemptInput extends Pick<TestAttempt, 'enrolmentId' | 'on' | 'score'> {
  /** 第几次; default the next one of the enrolment. */
  readonly number?: number | undefined;
  readonly note?: string | null | undefined;
}

/** One test result. The pass mark in force that day is kept with it; every attempt stays, the best counts. */
export function recordAttempt(
  facts: CourseFacts,
  { enrolmentId, on, score, number, note }: RecordAttemptInput,
  ctx: CommandContext,
): CommandResult {
  const enrolment = enrolmentsById(facts).get(enrolmentId);
  if (!enrolment) return refuse('enrolment-unknown');
  const name = nameOf(facts, enrolment);
  const others = facts.attempts.get(enrolmentId) ?? [];
  const passMark = passMarkOn(facts, on);
  const attempt = patched(
    {
      id: ctx.newId() as AttemptId,
      enrolmentId,
      on,
      number: number ?? nextAttemptNumber(facts, enrolmentId),
      score,
      passMark: passMark.ok ? passMark.value : 0,
    } as TestAttempt,
    { note },
  );
  const problems: Problem[] = [
    ...checkAttempt(attempt, facts.course, name, ctx.today),
    ...checkAttemptSeries([...others, attempt], name),
  ];
  if (!passMark.ok && on >= facts.course.startsOn) problems.push(passMark.error);
  return conclude({ kind: 'attempt.record', changes: [change('attempts', null, attempt)], problems });
}

/** 第 n 次: one more than the highest number of the enrolment. */
const nextAttemptNumber = (facts: Pick<CourseFacts, 'attempts'>, enrolmentId: EnrolmentId): number =>
  (facts.attempts.get(enrolmentId) ?? []).reduce((highest, attempt) => Math.max(highest, attempt.number), 0) + 1;
