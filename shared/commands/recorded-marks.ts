import type { CourseFacts } from '../regulation/facts';
import type { Enrolment } from '../records/enrolment';
import type { MarkRecord } from '../records/mark';
import { markRecordAt } from '../records/mark-record';
import type { Session } from '../records/session';

/** One recorded cell of the register with what it belongs to. */
export interface RecordedMark {
  readonly session: Session;
  readonly enrolment: Enrolment;
  readonly record: MarkRecord;
}

/** All recorded marks of one session, in roster order. */
export const marksOfSession = (facts: CourseFacts, session: Session): readonly RecordedMark[] =>
  facts.enrolments.flatMap((enrolment) => {
    const record = markRecordAt(facts.attendance, session.id, enrolment);
    return record ? [{ session, enrolment, record }] : [];
  });

/** All recorded marks of one enrolment, in timetable order. */
export const marksOfEnrolment = (facts: CourseFacts, enrolment: Enrolment): readonly RecordedMark[] =>
  facts.sessions.flatMap((session) => {
    const record = markRecordAt(facts.attendance, session.id, enrolment);
    return record ? [{ session, enrolment, record }] : [];
  });
