import type { Brand } from './brand';

/** A calendar day without a zone, ISO 8601: '2026-03-16'. Text order is date order. */
export type Day = Brand<string, 'Day'>;

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The day of these numbers, or null when the calendar has no such day (2023-02-29) or the year is outside 1000 to 9999. */
export function dayOf(year: number, month: number, date: number): Day | null {
  if (![year, month, date].every(Number.isInteger) || year < 1000 || year > 9999 || month < 1 || month > 12)
    return null;
  const length = month === 2 && isLeapYear(year) ? 29 : MONTH_LENGTHS[month - 1]!;
  if (date < 1 || date > length) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as Day;
}

/** Reads 'YYYY-MM-DD' and nothing else; null when it is no real day. */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** A day written in the program itself. Throws when it is none: only a programmer can cause that. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new RangeError(`not a day: ${text}`);
  return parsed;
}

/** Two digits of a text as a number. Judging 100,000 people reads days by the million: no text is cut for it. */
const twoDigits = (text: string, at: number): number => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;

export const yearOf = (d: Day): number => twoDigits(d, 0) * 100 + twoDigits(d, 2);
export const monthOf = (d: Day): number => twoDigits(d, 5);
export const dateOf = (d: Day): number => twoDigits(d, 8);

/** Whether a value is a day as parseDay reads it; a package or a journal has days by the hundred thousand, so no text is cut for it. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || value.length !== 10) return false;
  for (let at = 0; at < 10; at++) {
    const code = value.charCodeAt(at);
    if (at === 4 || at === 7 ? code !== 45 : code < 48 || code > 57) return false;
  }
  const [year, month, date] = [yearOf(value as Day), monthOf(value as Day), dateOf(value as Day)];
  if (year < 1000 || month < 1 || month > 12 || date < 1) return false;
  return date <= (month === 2 && isLeapYear(year) ? 29 : MONTH_LENGTHS[month - 1]!);
}

/** Whole days since 1970-01-01 (negative before). */
export const epochDays = (d: Day): number => Date.UTC(yearOf(d), monthOf(d) - 1, dateOf(d)) / 86_400_000;

/** The day so many days after 1970-01-01. */
export const dayFromEpoch = (days: number): Day => new Date(days * 86_400_000).toISOString().slice(0, 10) as Day;

/** The day so many days later (earlier when negative). */
export function addDays(d: Day, days: number): Day {
  const date = dateOf(d) + days;
  // Every month has 28 days: inside them only the date changes.
  return date >= 1 && date <= 28
    ? (`${d.slice(0, 8)}${date < 10 ? '0' : ''}${date}` as Day)
    : dayFromEpoch(epochDays(d) + days);
}

/** The same date so many years later; 29 February becomes 1 March in a common year. */
export const anniversary = (d: Day, years: number): Day =>
  d.endsWith('-02-29') && !isLeapYear(yearOf(d) + years)
    ? (`${yearOf(d) + years}-03-01` as Day)
    : (`${yearOf(d) + years}${d.slice(4)}` as Day);

/** Completed years of age on a day (周岁): the birthday itself completes the year. Negative before the birth. */
export function ageOn(birth: Day, on: Day): number {
  const years = yearOf(on) - yearOf(birth);
  return on < anniversary(birth, years) ? years - 1 : years;
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export const weekdayOf = (d: Day): number => ((((epochDays(d) + 3) % 7) + 7) % 7) + 1;
