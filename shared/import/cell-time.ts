import type { SheetCell } from '../basics/sheet';
import { plainText } from './cell-text';

const MINUTES_OF_DAY = 1440;

const HALF = '上午|下午|晚上|早上|中午';
const TIME = `(?:(?:${HALF})\\s*|[AaPp][Mm]\\s*)?\\d{1,2}(?:[:.;∶h]\\d{2}(?::\\d{2})?|\\s*[点时]\\s*(?:半|\\d{1,2}\\s*分?)?)(?:\\s*[AaPp][Mm])?`;
const TIMES = new RegExp(TIME, 'g');
/** Four digits without a mark between hours and minutes: 0830. */
const COMPACT = /(?<![\d:.])([01]\d|2[0-3])([0-5]\d)(?![\d:.])/g;
/** A day before the times, and remarks behind them: 2026-03-16 08:30, 3月16日8:30, 8:30-10:00(90分钟). */
const DATE_BEFORE =
  /^(?:\d{4}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}(?!\d)\s*[日号]?|\d{1,2}\s*月\s*\d{1,2}\s*[日号]|\d{1,2}[-/]\d{1,2}(?=\s|[(]))\s*(?:[(]?(?:星期|周|礼拜)[一二三四五六日天][)]?)?\s*/;
const REMARK = /[(](?:\d+\s*(?:分钟|学时|课时|节)|上午|下午|晚上|早上|中午)[)]/g;
const BETWEEN = /^(?:\s|[-~—–―至到/→,，、]|止)*$/;

/** Minutes since midnight that a cell says, or null: 8:30, 08:30:00, 0830, 8点30分, 下午1:30, 1:30 PM, or a part of a day as a number. */
export function readTime(cell: SheetCell | null | undefined): number | null {
  if (!cell) return null;
  if (cell.kind === 'number' && cell.number !== undefined) return timeOfNumber(cell.number);
  return timeOfText(withoutDate(plainText(cell)).replace(/\s/g, ''));
}

/** Start and end of a cell such as 08:30-10:00, 8:30～10:00 or 3月16日 上午8:30至10:00, or null when it is not two times. */
export function readTimeRange(cell: SheetCell | null | undefined): readonly [start: number, end: number] | null {
  const text = withoutDate(plainText(cell));
  const bracket = new RegExp(`[(](${HALF})[)]`).exec(text)?.[1] ?? '';
  const bare =
    bracket +
    text
      .replace(REMARK, '')
      .replace(/^\s*[(](.*)[)]\s*$/, '$1')
      .replace(/^\s*从/, '');
  const marked = bare.match(TIMES) ? bare : bare.replace(COMPACT, '$1:$2');
  const times = marked.match(TIMES) ?? [];
  if (times.length !== 2 || !BETWEEN.test(marked.replace(TIMES, ''))) return null;
  const [from, to] = times.map((time) => time.replace(/\s/g, ''));
  const start = timeOfText(from!);
  const half = new RegExp(`^(${HALF})`).exec(from!)?.[1];
  const end = timeOfText(to!);
  if (start === null || end === null) return null;
  const later =
    half && half !== '上午' && half !== '早上' && end < start && end < MINUTES_OF_DAY / 2
      ? end + MINUTES_OF_DAY / 2
      : end;
  return [start, later];
}

/** The day that stands before a time in the same cell, as a text; '' where there is none. */
export const dateBeforeTime = (cell: SheetCell | null | undefined): string =>
  cell?.kind === 'text' ? (DATE_BEFORE.exec(plainText(cell))?.[0] ?? '').trim() : '';

const withoutDate = (text: string): string => text.replace(DATE_BEFORE, '');

function timeOfNumber(number: number): number | null {
  if (Number.isInteger(number))
    return number >= 100 && number < 2400 ? clock(Math.floor(number / 100), number % 100) : null;
  const minutes = Math.round((number - Math.floor(number)) * MINUTES_OF_DAY);
  return number >= 0 && minutes < MINUTES_OF_DAY ? minutes : null;
}

function timeOfText(text: string): number | null {
  const match = new RegExp(
    `^(${HALF}|[AaPp][Mm])?(?:(\\d{1,2})(?:[:.;∶h](\\d{2})(?::\\d{2})?|[点时](半|\\d{1,2}分?)?)|(\\d{2})(\\d{2}))([AaPp][Mm])?$`,
  ).exec(text);
  if (!match) return null;
  const [, before = '', hourText, colonMinutes, wordMinutes, compactHour, compactMinutes, after = ''] = match;
  const minute =
    wordMinutes === '半' ? 30 : Number.parseInt(compactMinutes ?? colonMinutes ?? wordMinutes ?? '0', 10);
  const half = (before + after).toLowerCase();
  const hour = Number(hourText ?? compactHour);
  const afternoon = /下午|晚上|pm/.test(half) && hour < 12;
  if (half === 'am' && hour === 12) return clock(0, minute);
  return clock(afternoon ? hour + 12 : hour, minute);
}

const clock = (hours: number, minute: number): number | null =>
  hours < 24 && minute < 60 ? hours * 60 + minute : null;
