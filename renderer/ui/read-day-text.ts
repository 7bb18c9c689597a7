import { dayOf, type Day } from '../../shared/basics/day';

const SEPARATED = /^(?:(\d{4})[-./年])?(\d{1,2})[-./月](\d{1,2})日?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * The day that somebody typed the way people type dates into Excel: 20260316, 2026-3-16, 2026.3.16, 2026/3/16,
 * 2026年3月16日, full-width forms of these, and 3-16 or 3.16 in `year` when it is given. Null when it is no day.
 */
export function readDayText(text: string, year?: number): Day | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\u3000]/g, '')
    .replace(/[。．]/g, '.');
  const match = COMPACT.exec(plain) ?? SEPARATED.exec(plain);
  if (!match) return null;
  const typedYear = match[1] === undefined ? year : Number(match[1]);
  return typedYear === undefined ? null : dayOf(typedYear, Number(match[2]), Number(match[3]));
}
