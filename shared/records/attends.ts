import type { Day } from '../basics/day';
import type { Enrolment } from './enrolment';
import type { Session } from './session';

/** An official classroom opens a bit early: attendance is taken from so many minutes before the session's start. */
const MARK_EARLY_MINUTES = 30;

/** Whether a session has not opened for attendance yet at this local day and minute since midnight. */
export const isFutureSession = (session: Pick<Session, 'date' | 'start'>, today: Day, minuteOfDay: number): boolean =>
  session.date > today || (session.date === today && minuteOfDay < session.start - MARK_EARLY_MINUTES);

/** Why an enrolment has no place in a session: outside its from–to, or not on the list of a make-up lesson. */
export type NotAttending = 'outside-enrolment' | 'not-invited';

/** null when the enrolment takes part in the session; a session outside from–to is notApplicable, not unrecorded. */
export function whyNotAttending(
  session: Pick<Session, 'date' | 'onlyFor'>,
  enrolment: Enrolment,
): NotAttending | null {
  if (enrolment.from && session.date < enrolment.from) return 'outside-enrolment';
  if (enrolment.to && session.date > enrolment.to) return 'outside-enrolment';
  if (session.onlyFor && !session.onlyFor.includes(enrolment.id)) return 'not-invited';
  return null;
}
