import { sameValue } from '../basics/same-value';
import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import { PRESENT } from '../records/mark';
import { markRecordAt } from '../records/mark-record';
import type { Session } from '../records/session';
import type { CourseFacts } from '../regulation/facts';
import { nameOf } from './name-of';
import { enrolmentsById } from '../records/enrolments-by-id';

/** What stands against a make-up lesson (补课): nobody on its list, before the original, or for people who missed nothing. */
export function makeUpProblems(facts: CourseFacts, session: Session): readonly Problem[] {
  if (!session.makesUpFor) return [];
  const original = facts.sessions.find(({ id }) => id === session.makesUpFor);
  if (!original) return [problem('session-missing', {}, 'makesUpFor')];
  const { number } = original;
  const problems: Problem[] = [];
  if (original.makesUpFor) problems.push(problem('make-up-of-make-up', { number }, 'makesUpFor'));
  if (session.date < original.date)
    problems.push(problem('make-up-early', { number, date: session.date, original: original.date }, 'date'));
  if (!session.onlyFor || session.onlyFor.length === 0) return [...problems, problem('make-up-empty', {}, 'onlyFor')];

  const byId = enrolmentsById(facts);
  const listed = session.onlyFor.map((id) => byId.get(id));
  if (listed.includes(undefined)) problems.push(problem('enrolment-unknown', {}, 'onlyFor'));
  const full = listed.filter(
    (enrolment) =>
      enrolment !== undefined && sameValue(markRecordAt(facts.attendance, original.id, enrolment)?.mark, PRESENT),
  );
  if (full.length > 0)
    problems.push(
      problem(
        'make-up-not-needed',
        { number, people: full.map((enrolment) => nameOf(facts, enrolment!)) },
        'onlyFor',
      ),
    );
  return problems;
}
