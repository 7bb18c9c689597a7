import type { SheetCell } from '../basics/sheet';
import { plainText } from './cell-text';

const MINUTES_OF_DAY = 1440;

/** Minutes since midnight that a cell says, or null: 8:30, 08:30:00, 8点30分, 下午1:30, 1:30 PM, or a part of a day as a number. */
export function readTime(cell: SheetCell | null | undefined): number | null {
  if (!cell) return null;
  if (cell.kind === 'number' && cell.number !== undefined) return timeOfNumber(cell.number);
  return timeOfText(plainText(cell).replace(/\s/g, ''));
}

/** Start and end of a cell such as 08:30-10:00 or 8:30～10:00, or null when it is not two times. */
export function readTimeRange(cell: SheetCell | null | undefined): readonly [start: number, end: number] | null {
  const text = plainText(cell);
  const bracket = /\((上午|下午|晚上|早上|中午)\)$/.exec(text);
  const parts = ((bracket?.[1] ?? '') + text.slice(0, bracket?.index))
    .replace(/(上午|下午|晚上|早上|中午)\s+/g, '$1')
    .replace(/\s*[-~—–―至到/]+\s*/g, '-')
    .replace(/(?<=\d)\s+(?=\d)/g, '-')
    .replace(/\s/g, '')
    .split('-');
  if (parts.length !== 2) return null;
  const start = timeOfText(parts[0]!);
  const half = /^(上午|下午|晚上|早上|中午)/.exec(parts[0]!)?.[1];
  const end = timeOfText(parts[1]!) ?? null;
  if (start === null || end === null) return null;
  const later =
    half && half !== '上午' && half !== '早上' && end < start && end < MINUTES_OF_DAY / 2
      ? end + MINUTES_OF_DAY / 2
      : end;
  return [start, later];
}

function timeOfNumber(number: number): number | null {
  const minutes = Math.round((number - Math.floor(number)) * MINUTES_OF_DAY);
  return number >= 0 && minutes < MINUTES_OF_DAY && !Number.isInteger(number) ? minutes : null;
}

function timeOfText(text: string): number | null {
  const match =
    /^(上午|早上|中午|下午|晚上)?(\d{1,2})(?:[:.](\d{2})(?::\d{2})?|[点时](半|\d{1,2}分?)?)(AM|PM|am|pm)?$/.exec(
      text,
    );
  if (!match) return null;
  const [, half, hourText, colonMinutes, wordMinutes, meridiem] = match;
  const minute = colonMinutes
    ? Number(colonMinutes)
    : wordMinutes === '半'
      ? 30
      : Number.parseInt(wordMinutes ?? '0', 10);
  const afternoon = half === '下午' || half === '晚上' || meridiem?.toLowerCase() === 'pm';
  const hour = Number(hourText);
  const midnight = meridiem?.toLowerCase() === 'am' && hour === 12;
  const hours = midnight ? 0 : afternoon && hour < 12 ? hour + 12 : hour;
  return hours < 24 && minute < 60 ? hours * 60 + minute : null;
}
