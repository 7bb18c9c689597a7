import { isAttended, type Mark, type MissedMinutes } from './mark';
import type { Session } from './session';

/** Whether a mark can stand in a session: whole missed minutes from 0, together not more than the session is long. */
export function isMarkPossible(mark: Mark, session: Pick<Session, 'start' | 'end'>): boolean {
  if (!isAttended(mark)) return true;
  const length = session.end - session.start;
  return (
    isMissed(mark.late, length) && isMissed(mark.early, length) && known(mark.late) + known(mark.early) <= length
  );
}

const known = (minutes: MissedMinutes): number => (minutes === 'unknown' ? 0 : minutes);
const isMissed = (minutes: MissedMinutes, length: number): boolean =>
  minutes === 'unknown' || (Number.isInteger(minutes) && minutes >= 0 && minutes <= length);
