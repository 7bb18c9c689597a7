import { sameValue } from '../basics/same-value';
import type { SessionId } from '../records/ids';
import { patched, type Patch } from '../records/patch';
import type { Session } from '../records/session';
import type { CourseFacts } from '../regulation/facts';
import { change, conclude, needsReason, refuse, type Correction, type Objection } from './conclude';
import type { Change, CommandContext, CommandResult } from './intent';
import { makeUpProblems } from './make-up-problems';
import { marksOfSession } from './recorded-marks';
import { DECISIVE, sessionProblems } from './session-problems';

export interface EditSessionInput extends Correction {
  readonly sessionId: SessionId;
  /** null takes an optional member away; posts [] = all. onlyFor only for a make-up lesson. */
  readonly patch: Patch<Session, keyof Omit<Session, 'id' | 'courseId' | 'makesUpFor'>>;
  readonly others?: readonly Session[] | undefined;
}

/**
 * Changes a session. Where attendance is recorded, another date, time, size, category or circle needs a reason. The
 * make-up lessons of a session follow its category, periods and posts.
 */
export function editSession(
  facts: CourseFacts,
  { sessionId, patch, others, reason, parents }: EditSessionInput,
  ctx: CommandContext,
): CommandResult {
  const before = facts.sessions.find(({ id }) => id === sessionId);
  if (!before) return refuse('session-missing');
  const after = patched(before, patch);
  const { category, periods, posts } = after;
  const makeUps = facts.sessions.filter(({ makesUpFor }) => makesUpFor === sessionId);
  const followed = makeUps.map((makeUp): Session => ({ ...makeUp, category, periods, posts }));

  const problems: Objection[] = [
    ...sessionProblems(facts, [after, ...followed], others ?? [], ctx),
    ...makeUpProblems(facts, after),
  ];
  const decisive = DECISIVE.some((field) => !sameValue(before[field], after[field]));
  if (decisive && [before, ...makeUps].some((session) => marksOfSession(facts, session).length > 0))
    problems.push(...needsReason(reason, '更改已有考勤的课次'));
  return conclude({
    kind: 'session.edit',
    changes: [
      change('sessions', before, after),
      ...followed.map((session, i): Change => change('sessions', makeUps[i]!, session)),
    ],
    problems,
    reason,
    parents,
  });
}
