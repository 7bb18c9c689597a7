import { dayOf, type Day } from '../basics/day';
import { groupBy } from '../basics/group-by';
import { NUMERAL, numeral } from './chinese-number';
import type { Session } from '../records/session';

/** What the heading of an attendance column says: a full date, or month and date without a year, and a session number. */
export interface SessionHeading {
  readonly on: Day | null;
  readonly monthDate: string | null;
  readonly number: number | null;
  /** Minutes since midnight where it says when the session starts. */
  readonly start: number | null;
  readonly half: 'morning' | 'afternoon' | null;
}

/** The session that a heading means, or why none can be told. Null: the heading speaks of no session at all. */
export type SessionMatch =
  | { readonly kind: 'session'; readonly session: Session }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'date-and-number'; readonly session: Session }
  | { readonly kind: 'several-on-day'; readonly sessions: readonly Session[] };

const FULL_DATE = /(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?|(?<!\d)(20\d{2})(0[1-9]|1[0-2])([0-3]\d)(?!\d)/;
const MONTH_DATE = /(?<!\d)(\d{1,2})[-./月](\d{1,2})日?(?![\d.])/;
const WEEKDAY = /[(（]?(星期|周|礼拜)[一二三四五六日天][)）]?/;
const CLOCK = /(?<!\d)(\d{1,2}):(\d{2})(?::\d{2})?(?:[-~–—至到]\d{1,2}:\d{2}(?::\d{2})?)?/;
const NUMBER = new RegExp(
  `第(${NUMERAL})(?:次?课|次|节课?|讲|课次)|(?:课次|课|次)(\\d{1,3})(?!\\d)|(?<!\\d)(\\d{1,3})(?:课|讲|次课)`,
);
const BARE = /^[-–—#_.、:(]*(\d{1,3})[)]?$/;

/**
 * Reads the plain text of a heading such as '03-16 第1课', '3月16日 第一课', '2026-03-16 1', '03-16(1)', '3月16日 08:30', '第1课',
 * '1'; null for others.
 */
export function readSessionHeading(text: string): SessionHeading | null {
  const compact = text.replace(/\s+/g, ' ').trim();
  const full = FULL_DATE.exec(compact);
  const short = full ? null : MONTH_DATE.exec(compact);
  const [year, month, date] = full ? (full[1] ? full.slice(1, 4) : full.slice(4, 7)).map(Number) : [];
  const on = full ? dayOf(year!, month!, date!) : null;
  const monthDate = full ? (on?.slice(5) ?? null) : short ? monthDateText(Number(short[1]), Number(short[2])) : null;
  let rest = compact.replace(full?.[0] ?? short?.[0] ?? '', ' ').replace(WEEKDAY, ' ');
  const dated = on !== null || monthDate !== null;
  const clock = dated ? CLOCK.exec(rest) : null;
  rest = rest.replace(clock?.[0] ?? '', ' ').trim();
  const half = /上午|早上/.test(rest) ? 'morning' : /下午|晚上/.test(rest) ? 'afternoon' : null;
  rest = rest.replace(/[上下]午|早上|晚上/, '').replace(/\s/g, '');
  const named = NUMBER.exec(rest);
  const digits = named ? (named[1] ?? named[2] ?? named[3]) : BARE.exec(rest)?.[1];
  const number = digits === undefined ? null : numeral(digits);
  const minutes = clock ? Number(clock[1]) * 60 + Number(clock[2]) : 0;
  const start = minutes > 0 ? minutes : null; // 2026-03-16 00:00:00 is a date
  return !dated && number === null ? null : { on, monthDate, number, start, half };
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
  const ofDay = sessions.filter(onDay);
  const fitting = ofDay.filter(({ start }) =>
    heading.start !== null ? start === heading.start : heading.half === null || halfOf(start) === heading.half,
  );
  const dated = fitting.length > 0 ? fitting : ofDay;
  if (dated.length === 1) return { kind: 'session', session: dated[0]! };
  return dated.length === 0 ? { kind: 'unknown' } : { kind: 'several-on-day', sessions: dated };
}

/**
 * Sessions for headings that by themselves fit none: as many columns of a day as the day has sessions, all without a number or
 * a time (the sessions in their order), or numbered anew every day or every half-day. Headings that this does not explain stay
 * without.
 */
export function matchByDay(
  headings: readonly SessionHeading[],
  sessions: readonly Session[],
): ReadonlyMap<SessionHeading, Session> {
  const dated = headings.filter(({ on, monthDate }) => on !== null || monthDate !== null);
  const whole = columnsByPart(dated, sessions, ({ on, monthDate }) => on ?? monthDate!);
  const halves = columnsByPart(dated, sessions, ({ on, monthDate, half }) => `${on ?? monthDate!}|${half ?? ''}`);
  const plain = whole.filter(
    (part) => isWhole(part) && part.columns.every(({ number, start }) => number === null && start === null),
  );
  const byHalf = dated.every(({ half }) => half !== null) && halves.some(({ columns }) => columns.length > 1);
  const numbered = [whole, ...(byHalf ? [halves] : [])].find(
    (parts) => parts.every(isWhole) && parts.some(({ sessions: of }) => of.length > 1) && parts.every(isNumberedAnew),
  );
  return new Map([
    ...plain.flatMap(({ columns, sessions: of }) => columns.map((column, i) => [column, of[i]!] as const)),
    ...(numbered ?? []).flatMap(({ columns, sessions: of }) =>
      columns.map((column) => [column, of[column.number! - 1]!] as const),
    ),
  ]);
}

/** The columns of one day or half-day, and the sessions of it in their order. */
interface Part {
  readonly columns: readonly SessionHeading[];
  readonly sessions: readonly Session[];
}

const columnsByPart = (
  headings: readonly SessionHeading[],
  sessions: readonly Session[],
  partOf: (heading: SessionHeading) => string,
): readonly Part[] =>
  [...groupBy(headings, partOf)].map(([part, columns]) => {
    const [day, half = ''] = part.split('|');
    const of = sessions.filter(
      ({ date, start }) => (date === day || date.slice(5) === day) && (half === '' || halfOf(start) === half),
    );
    return { columns, sessions: of.toSorted((a, b) => a.start - b.start) };
  });

const isWhole = ({ columns, sessions }: Part): boolean => columns.length === sessions.length && columns.length > 0;

const isNumberedAnew = ({ columns }: Part): boolean =>
  columns
    .map(({ number }) => number ?? 0)
    .toSorted((a, b) => a - b)
    .every((number, i) => number === i + 1);

const halfOf = (start: number): 'morning' | 'afternoon' => (start < NOON ? 'morning' : 'afternoon');

const NOON = 720;

const monthDateText = (month: number, date: number): string | null =>
  dayOf(2024, month, date) ? `${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` : null;
