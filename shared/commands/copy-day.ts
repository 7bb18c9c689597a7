import type { Day } from '../basics/day';
import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import type { SessionId } from '../records/ids';
import type { Session } from '../records/session';
import type { CourseFacts } from '../regulation/facts';
import { nextSessionNumber } from './add-session';
import { change, conclude } from './conclude';
import type { CommandContext, CommandResult } from './intent';
import { sessionProblems } from './session-problems';

export interface CopyDayInput {
  readonly from: Day;
  readonly to: Day;
  readonly others?: readonly Session[] | undefined;
}

/** A day's sessions again on another day, numbered on. Make-up lessons are not copied: they are for one occasion. */
export function copyDay(facts: CourseFacts, { from, to, others }: CopyDayInput, ctx: CommandContext): CommandResult {
  const day = facts.sessions
    .filter(({ date, makesUpFor }) => date === from && !makesUpFor)
    .sort((a, b) => a.start - b.start || a.number - b.number);
  const first = nextSessionNumber(facts);
  const copies = day.map((session, i): Session => ({
    ...session,
    id: ctx.newId() as SessionId,
    date: to,
    number: first + i,
  }));
  const problems: Problem[] = [...sessionProblems(facts, copies, others ?? [], ctx)];
  if (from === to) problems.push(problem('copy-day-same', { from }, 'to'));
  if (day.length === 0) problems.push(problem('copy-day-empty', { from }, 'from'));
  return conclude({
    kind: 'session.copy-day',
    changes: copies.map((session) => change('sessions', null, session)),
    problems,
  });
}
