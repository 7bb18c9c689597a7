import type { CourseFacts } from '../regulation/facts';
import type { Enrolment } from '../records/enrolment';
import type { EnrolmentId } from '../records/ids';
import { resolvePerson } from '../records/resolve-person';

/** The name that sentences use for an enrolment. */
export const nameOf = (facts: Pick<CourseFacts, 'persons'>, enrolment: Enrolment): string =>
  resolvePerson(facts.persons, enrolment.personId)?.name ?? '（无姓名）';

/** The course's enrolments by id. */
export const enrolmentsById = (facts: Pick<CourseFacts, 'enrolments'>): ReadonlyMap<EnrolmentId, Enrolment> =>
  new Map(facts.enrolments.map((enrolment) => [enrolment.id, enrolment]));
