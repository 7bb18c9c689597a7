import { dateOf, monthOf, weekdayOf, yearOf, type Day } from '../../shared/basics/day';

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

/** 周一 */
export const weekdayText = (d: Day): string => WEEKDAYS[weekdayOf(d) - 1] ?? '';

/** 2026年3月16日 */
export const longDay = (d: Day): string => `${yearOf(d)}年${monthOf(d)}月${dateOf(d)}日`;

/** 3月16日 */
export const shortDay = (d: Day): string => `${monthOf(d)}月${dateOf(d)}日`;

/** 2026年3月16–20日, 2026年3月30日–4月3日, 2025年12月29日–2026年1月2日. */
export function dayRange(from: Day, to: Day): string {
  if (from === to) return longDay(from);
  if (yearOf(from) !== yearOf(to)) return `${longDay(from)}–${longDay(to)}`;
  if (monthOf(from) !== monthOf(to)) return `${longDay(from)}–${shortDay(to)}`;
  return `${yearOf(from)}年${monthOf(from)}月${dateOf(from)}–${dateOf(to)}日`;
}
