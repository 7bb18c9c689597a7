import { dayOf, type Day } from '../basics/day';
import type { Session } from '../records/session';

/** What the heading of an attendance column says: a full date, or month and date without a year, and a session number. */
export interface SessionHeading {
  readonly on: Day | null;
  readonly monthDate: string | null;
  readonly number: number | null;
}

/** The session that a heading means, or why none can be told. Null: the heading speaks of no session at all. */
export type SessionMatch =
  | { readonly kind: 'session'; readonly session: Session }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'date-and-number'; readonly session: Session }
  | { readonly kind: 'several-on-day'; readonly sessions: readonly Session[] };

const FULL_DATE = /(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?/;
const MONTH_DATE = /(?<!\d)(\d{1,2})[-./月](\d{1,2})日?(?![\d.])/;
const NUMBER = /第(\d{1,3})(?:次?课|次|节|讲|课次)|(?:课次|课|次)(\d{1,3})(?!\d)|(?<!\d)(\d{1,3})(?:课|讲|次课)/;

/** Reads the plain text of a heading such as '03-16 第1课', '3月16日 第 1 课', '2026-03-16 1', '第1课', '1'; null for others. */
export function readSessionHeading(text: string): SessionHeading | null {
  const compact = text.replace(/\s+/g, ' ').trim();
  const full = FULL_DATE.exec(compact);
  const short = full ? null : MONTH_DATE.exec(compact);
  const on = full ? dayOf(Number(full[1]), Number(full[2]), Number(full[3])) : null;
  const monthDate = full ? (on?.slice(5) ?? null) : short ? monthDateText(Number(short[1]), Number(short[2])) : null;
  const rest = compact
    .replace(full?.[0] ?? short?.[0] ?? '', ' ')
    .replace(/[(（]?(星期|周)[一二三四五六日天][)）]?/, ' ')
    .trim();
  const named = NUMBER.exec(rest.replace(/\s/g, ''));
  const bare = /^(?:[上下]午)?\s*(\d{1,3})$/.exec(rest);
  const digits = named ? (named[1] ?? named[2] ?? named[3]) : bare?.[1];
  const number = digits === undefined ? null : Number(digits);
  return on === null && monthDate === null && number === null ? null : { on, monthDate, number };
}

/** Which session of the timetable a heading means, by date and number; a date without a number only where it is the only one. */
export function matchSession(heading: SessionHeading, sessions: readonly Session[]): SessionMatch {
  const onDay = (session: Session): boolean =>
    heading.on !== null
      ? session.date === heading.on
      : heading.monthDate === null || session.date.slice(5) === heading.monthDate;
  if (heading.number !== null) {
    const numbered = sessions.filter(({ number }) => number === heading.number);
    const match = numbered.find(onDay);
    if (match) return { kind: 'session', session: match };
    return numbered[0] ? { kind: 'date-and-number', session: numbered[0] } : { kind: 'unknown' };
  }
  const dated = sessions.filter(onDay);
  if (dated.length === 1) return { kind: 'session', session: dated[0]! };
  return dated.length === 0 ? { kind: 'unknown' } : { kind: 'several-on-day', sessions: dated };
}

const monthDateText = (month: number, date: number): string | null =>
  dayOf(2024, month, date) ? `${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` : null;
