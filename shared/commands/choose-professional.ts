import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import { whyNotAttending } from '../records/attends';
import type { ProfessionalChoice } from '../records/choices';
import type { EnrolmentId, PersonId, SessionId } from '../records/ids';
import { personThatCounts, samePerson } from '../records/who-counts';
import type { CourseFacts } from '../regulation/facts';
import { change, conclude, refuse, type Correction } from './conclude';
import type { CommandContext, CommandResult } from './intent';

export interface ChooseProfessionalInput extends Correction {
  readonly sessionId: SessionId;
  readonly personId: PersonId;
  /** The enrolment that the session counts for; null goes back to the first one. */
  readonly enrolmentId: EnrolmentId | null;
}

/** For somebody with several certificates in the course: which of them a professional session counts for. */
export function chooseProfessional(
  facts: CourseFacts,
  { sessionId, personId, enrolmentId, reason, parents }: ChooseProfessionalInput,
  ctx: CommandContext,
): CommandResult {
  const session = facts.sessions.find(({ id }) => id === sessionId);
  const person = personThatCounts(facts.persons, personId);
  if (!session) return refuse('session-missing');
  if (!person) return refuse('person-unknown');
  const { name } = person;
  const own = facts.enrolments.filter((enrolment) => samePerson(facts.persons, enrolment.personId, person.id));
  const before =
    facts.professionalChoices.find(
      (choice) => choice.sessionId === sessionId && samePerson(facts.persons, choice.personId, person.id),
    ) ?? null;
  if (enrolmentId === null) {
    return conclude({
      kind: 'professional.choose',
      changes: before ? [change('professionalChoices', before, null)] : [],
      problems: [],
      reason,
      parents,
    });
  }
  const chosen = own.find(({ id }) => id === enrolmentId);
  const problems: Problem[] = [];
  if (own.length < 2) problems.push(problem('professional-choice-single', { name }));
  if (session.category === 'public')
    problems.push(problem('professional-choice-public', { session: session.number }));
  else if (
    !chosen ||
    (session.posts.length > 0 && !session.posts.includes(chosen.post)) ||
    whyNotAttending(session, chosen) !== null
  ) {
    problems.push(problem('professional-choice-post', { session: session.number, name }, 'enrolmentId'));
  }
  const after: ProfessionalChoice = {
    id: before?.id ?? ctx.newId(),
    sessionId,
    personId: before?.personId ?? person.id,
    enrolmentId,
  };
  return conclude({
    kind: 'professional.choose',
    changes: [change('professionalChoices', before, after)],
    problems,
    reason,
    parents,
  });
}
