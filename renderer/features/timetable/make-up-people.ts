import { whyNotAttending } from '../../../shared/records/attends';
import type { EnrolmentId } from '../../../shared/records/ids';
import { isAttended, PRESENT, type Mark } from '../../../shared/records/mark';
import { markRecordAt } from '../../../shared/records/mark-record';
import { sameValue } from '../../../shared/basics/same-value';
import type { Session } from '../../../shared/records/session';
import { personThatCounts } from '../../../shared/records/who-counts';
import type { CourseFacts } from '../../../shared/regulation/facts';

/** Somebody who did not attend all of a lesson. */
export interface MissedIt {
  readonly enrolmentId: EnrolmentId;
  readonly name: string;
  /** null = not recorded. */
  readonly mark: Mark | null;
  /** Missed all of it, as far as is known: proposed for the make-up lesson. */
  readonly proposed: boolean;
}

/** The people of a lesson who were not there all the time, in the order of the roster; those who left are left out. */
export const whoMissed = (facts: CourseFacts, session: Session): readonly MissedIt[] =>
  facts.enrolments
    .filter((enrolment) => enrolment.status.kind === 'active' && whyNotAttending(session, enrolment) === null)
    .toSorted((a, b) => a.order - b.order)
    .flatMap((enrolment) => {
      const mark = markRecordAt(facts.attendance, session.id, enrolment)?.mark ?? null;
      if (sameValue(mark, PRESENT)) return [];
      const name = personThatCounts(facts.persons, enrolment.personId)?.name ?? '';
      return [{ enrolmentId: enrolment.id, name, mark, proposed: !isAttended(mark) }];
    });
