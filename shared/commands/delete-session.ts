import { problem } from '../problems/catalogue';
import type { SessionId } from '../records/ids';
import type { CourseFacts } from '../regulation/facts';
import { change, conclude, needsReason, refuse, type Correction, type Objection } from './conclude';
import type { CommandContext, CommandResult } from './intent';
import { nameOf } from './name-of';
import { marksOfSession } from './recorded-marks';

export interface DeleteSessionInput extends Correction {
  readonly sessionId: SessionId;
  /** What to do with attendance that is recorded; default refuse, which lists it. */
  readonly marks?: 'refuse' | 'delete' | undefined;
}

/** Takes a session out of the timetable, with what was chosen for it. Its attendance goes only when told so. */
export function deleteSession(
  facts: CourseFacts,
  { sessionId, marks, reason, parents }: DeleteSessionInput,
  _ctx: CommandContext,
): CommandResult {
  const session = facts.sessions.find(({ id }) => id === sessionId);
  if (!session) return refuse('session-missing');
  const { number } = session;
  const recorded = marksOfSession(facts, session);
  const makeUps = facts.sessions.filter(({ makesUpFor }) => makesUpFor === sessionId);
  const problems: Objection[] = [...needsReason(reason, '删除课次')];
  if (recorded.length > 0 && marks !== 'delete') {
    problems.push(
      problem('session-has-marks', {
        number,
        marks: recorded.length,
        people: recorded.map(({ enrolment }) => nameOf(facts, enrolment)),
      }),
    );
  }
  if (makeUps.length > 0)
    problems.push(problem('session-has-make-up', { number, makeUps: makeUps.map((makeUp) => makeUp.number) }));
  return conclude({
    kind: 'session.delete',
    changes: [
      ...recorded.map(({ record }) => change('marks', record, null)),
      ...facts.ceYearChoices
        .filter(({ target }) => 'session' in target && target.session === sessionId)
        .map((choice) => change('ceYearChoices', choice, null)),
      ...facts.professionalChoices
        .filter((choice) => choice.sessionId === sessionId)
        .map((choice) => change('professionalChoices', choice, null)),
      change('sessions', session, null),
    ],
    problems,
    reason,
    parents,
  });
}
