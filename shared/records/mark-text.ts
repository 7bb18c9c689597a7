import { isAttended, type Mark, type MissedMinutes } from './mark';
import { MARK_KINDS } from './mark-kinds';

const minutesText = (value: MissedMinutes): string => (value === 'unknown' ? '？' : String(value));

/** A mark as attendance sheets write it: √, 迟15, 早50, 迟6早6, 缺, 假; 迟？ where the minutes are unknown. */
export function markText(mark: Mark | null): string {
  if (!mark) return '';
  if (!isAttended(mark)) return MARK_KINDS[mark.kind].sign;
  if (mark.late === 0 && mark.early === 0) return MARK_KINDS.present.sign;
  const late = mark.late === 0 ? '' : `${MARK_KINDS.late.sign}${minutesText(mark.late)}`;
  const early = mark.early === 0 ? '' : `${MARK_KINDS.early.sign}${minutesText(mark.early)}`;
  return late + early;
}
