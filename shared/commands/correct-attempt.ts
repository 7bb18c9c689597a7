import { checkAttempt, checkAttemptSeries } from '../records/check-attempt';
import type { AttemptId } from '../records/ids';
import { patched, type Patch } from '../records/patch';
import type { TestAttempt } from '../records/test-attempt';
import type { CourseFacts } from '../regulation/facts';
import { change, conclude, needsReason, refuse, type Correction, type Objection } from './conclude';
import type { CommandContext, CommandResult } from './intent';
import { nameOf } from './name-of';
import { enrolmentsById } from '../records/enrolments-by-id';
import { passMarkOn } from './pass-mark';

export interface CorrectAttemptInput extends Correction {
  readonly attemptId: AttemptId;
  readonly patch: Patch<TestAttempt, 'on' | 'number' | 'score' | 'note'>;
}

/** Corrects a recorded result, with a reason. The pass mark follows when the day of the test was wrong. */
export function correctAttempt(
  facts: CourseFacts,
  { attemptId, patch, reason, parents }: CorrectAttemptInput,
  ctx: CommandContext,
): CommandResult {
  const found = findAttempt(facts, attemptId);
  if (!found) return refuse('attempt-missing');
  const { attempt: before, series, name } = found;
  const edited = patched(before, patch);
  const passMark = edited.on === before.on ? null : passMarkOn(facts, edited.on);
  const after = passMark?.ok ? { ...edited, passMark: passMark.value } : edited;
  const problems: Objection[] = [
    ...checkAttempt(after, facts.course, name, ctx.today),
    ...checkAttemptSeries(
      series.map((attempt) => (attempt.id === attemptId ? after : attempt)),
      name,
    ),
    ...needsReason(reason, '更正测试成绩'),
  ];
  if (passMark && !passMark.ok && after.on >= facts.course.startsOn) problems.push(passMark.error);
  return conclude({
    kind: 'attempt.correct',
    changes: [change('attempts', before, after)],
    problems,
    reason,
    parents,
  });
}

/** An attempt of the course with its enrolment's other attempts and the person's name. */
export function findAttempt(
  facts: CourseFacts,
  id: AttemptId,
): { readonly attempt: TestAttempt; readonly series: readonly TestAttempt[]; readonly name: string } | null {
  const enrolments = enrolmentsById(facts);
  for (const [enrolmentId, series] of facts.attempts) {
    const attempt = series.find((one) => one.id === id);
    const enrolment = enrolments.get(enrolmentId);
    if (attempt && enrolment) return { attempt, series, name: nameOf(facts, enrolment) };
  }
  return null;
}
