import type { Day } from '../../shared/basics/day';
import { readDay } from '../../shared/import/cell-date';

/** A day in any of the forms that files may have (2026-03-20, 2026-3-20, 2026/3/20, 20260320, 2026年3月20日), or null. */
export const typedDay = (text: string): Day | null =>
  /^\s*\d{4}(?:\D|\d{4}\s*$)/.test(text) ? readDay({ text, kind: 'text' }) : null;
