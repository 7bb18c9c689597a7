import type { Mark, MissedMinutes } from './mark';

const minutesText = (value: MissedMinutes): string => (value === 'unknown' ? '？' : String(value));

/** A mark as attendance sheets write it: √, 迟15, 早50, 迟6早6, 缺, 假; 迟？ where the minutes are unknown. */
export function markText(mark: Mark | null): string {
  if (!mark) return '';
  if (mark.kind === 'absent') return '缺';
  if (mark.kind === 'leave') return '假';
  if (mark.late === 0 && mark.early === 0) return '√';
  const late = mark.late === 0 ? '' : `迟${minutesText(mark.late)}`;
  const early = mark.early === 0 ? '' : `早${minutesText(mark.early)}`;
  return late + early;
}
