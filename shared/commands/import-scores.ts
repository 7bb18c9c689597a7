import { problem } from '../problems/catalogue';
import { checkAttempt, checkAttemptSeries } from '../records/check-attempt';
import type { AttemptId, EnrolmentId } from '../records/ids';
import type { TestAttempt } from '../records/test-attempt';
import type { CourseFacts } from '../regulation/facts';
import { change, conclude, needsReason, refuse, type Correction, type Objection } from './conclude';
import type { ScoreEntry } from './import-entries';
import type { Change, CommandContext, CommandResult } from './intent';
import { nameOf } from './name-of';
import { enrolmentsById } from '../records/enrolments-by-id';
import { passMarkOn } from './pass-mark';

export interface ImportScoresInput extends Correction {
  readonly entries: readonly ScoreEntry[];
  /** Attempts that are recorded with another score or day: keep them (default) or take the file's, with a reason. */
  readonly differing?: 'keep' | 'take' | undefined;
}

/** A whole score sheet as one intent. The same person and number is the same attempt; the same file twice writes nothing. */
export function importScores(
  facts: CourseFacts,
  { entries, differing, reason, parents }: ImportScoresInput,
  ctx: CommandContext,
): CommandResult {
  if (entries.length === 0) return refuse('scores-empty');
  const enrolments = enrolmentsById(facts);
  const series = new Map<EnrolmentId, readonly TestAttempt[]>();
  const changes: Change[] = [];
  const problems: Objection[] = [];
  const kept: string[] = [];
  const read = new Set<string>();
  let overwrote = false;
  for (const { enrolmentId, on, number, score } of entries) {
    const enrolment = enrolments.get(enrolmentId);
    if (!enrolment) {
      problems.push(problem('enrolment-unknown'));
      continue;
    }
    const name = nameOf(facts, enrolment);
    if (read.has(`${enrolmentId}|${number}`))
      problems.push(problem('attempt-number-taken', { name, number }, 'number'));
    read.add(`${enrolmentId}|${number}`);
    const sofar = series.get(enrolmentId) ?? facts.attempts.get(enrolmentId) ?? [];
    const before = sofar.find((attempt) => attempt.number === number) ?? null;
    if (before && before.on === on && before.score === score) continue;
    if (before && differing !== 'take') {
      kept.push(name);
      continue;
    }
    const passMark = passMarkOn(facts, on);
    if (!passMark.ok && on >= facts.course.startsOn) problems.push(passMark.error);
    const after: TestAttempt = {
      ...(before ?? { id: ctx.newId() as AttemptId, enrolmentId, number }),
      on,
      score,
      passMark: passMark.ok ? passMark.value : (before?.passMark ?? 0),
    };
    overwrote ||= before !== null;
    problems.push(...checkAttempt(after, facts.course, name, ctx.today));
    series.set(enrolmentId, [...sofar.filter((attempt) => attempt !== before), after]);
    changes.push(change('attempts', before, after));
  }
  for (const [enrolmentId, attempts] of series)
    problems.push(...checkAttemptSeries(attempts, nameOf(facts, enrolments.get(enrolmentId)!)));
  if (overwrote) problems.push(...needsReason(reason, '用文件中的成绩替换已登记的成绩'));
  if (kept.length > 0) problems.push(problem('scores-kept', { people: [...new Set(kept)] }));
  return conclude({
    kind: 'scores.import',
    changes,
    problems,
    reason,
    parents,
    nothing: problem('nothing-to-import', { rows: entries.length }),
  });
}
