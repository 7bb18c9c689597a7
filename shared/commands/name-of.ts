import type { CourseFacts } from '../regulation/facts';
import type { Enrolment } from '../records/enrolment';
import { personThatCounts } from '../records/who-counts';

/** The name that sentences use for an enrolment. */
export const nameOf = (facts: Pick<CourseFacts, 'persons'>, enrolment: Enrolment): string =>
  personThatCounts(facts.persons, enrolment.personId)?.name ?? '（无姓名）';
