import type { CourseFacts } from '../regulation/facts';
import type { Enrolment } from '../records/enrolment';
import type { EnrolmentId } from '../records/ids';
import { personThatCounts } from '../records/who-counts';

/** The name that sentences use for an enrolment. */
export const nameOf = (facts: Pick<CourseFacts, 'persons'>, enrolment: Enrolment): string =>
  personThatCounts(facts.persons, enrolment.personId)?.name ?? '（无姓名）';

/** One for all facts with the same list: every key in a register of thousands asks for it. */
const known = new WeakMap<readonly Enrolment[], ReadonlyMap<EnrolmentId, Enrolment>>();

/** The course's enrolments by id. */
export function enrolmentsById({ enrolments }: Pick<CourseFacts, 'enrolments'>): ReadonlyMap<EnrolmentId, Enrolment> {
  const found = known.get(enrolments) ?? new Map(enrolments.map((enrolment) => [enrolment.id, enrolment]));
  known.set(enrolments, found);
  return found;
}
