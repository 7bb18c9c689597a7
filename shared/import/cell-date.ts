import { addDays, day, dayOf, type Day } from '../basics/day';
import type { SheetCell } from '../basics/sheet';
import { plainText } from './cell-text';

const BEFORE_1900 = day('1899-12-30');
const FIRST_1904 = day('1904-01-01');
const WEEKDAY = /\s*[(,，]?\s*(?:星期|周|礼拜)[一二三四五六日天]\s*[)]?$/;
const SEPARATOR = '[-./。、・·‐–—\\\\]';
const MARKED = new RegExp(`^(\\d{4})(?:${SEPARATOR}|\\s)(\\d{1,2})(?:${SEPARATOR}|\\s)(\\d{1,2})(?!\\d)[日号]?`);
const AROUND = new RegExp(`\\s*(${SEPARATOR}|年|月)\\s*`, 'g');
const CLOCK = /^\s?T?(?:上午|下午)?\s?\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(?:\s?(Z|[AaPp][Mm]))?$/;
const LEAP_ERROR = 60;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;
const SERIAL_1954 = 20_000;
const SERIAL_2119 = 80_000;
/** A number that is not shown as a date is taken for one from 1920 on: 2023 or 2023.9 typed as a number is no day of 1905. */
const SERIAL_1920 = 7306;

/**
 * The day that a cell says, or null when it is none (an empty cell is none too). Read are 2020-09-01, 2020.9.1, 2020/9/1,
 * 2020年9月1日, 20200901, full-width forms of these, any of them with a time or a day of the week behind, and serial numbers of
 * both systems.
 */
export function readDay(cell: SheetCell | null | undefined, date1904 = false): Day | null {
  if (!cell) return null;
  const found =
    cell.kind === 'number' && cell.number !== undefined
      ? dayOfNumber(cell.number, date1904, cell.format)
      : dayOfText(plainText(cell), date1904);
  return found && Number(found.slice(0, 4)) >= FIRST_YEAR && Number(found.slice(0, 4)) <= LAST_YEAR ? found : null;
}

/** The day of a serial number (whole part); Excel's 1900 system counts a 29 February 1900 that never was. */
function dayOfSerial(serial: number, date1904: boolean): Day | null {
  const days = Math.floor(serial);
  if (days < (date1904 ? 0 : 1) || days > 2_958_465 || (days === LEAP_ERROR && !date1904)) return null;
  if (date1904) return addDays(FIRST_1904, days);
  return addDays(BEFORE_1900, days < LEAP_ERROR ? days + 1 : days);
}

function dayOfNumber(number: number, date1904: boolean, format = 'General'): Day | null {
  if (Number.isInteger(number) && number >= 19_000_101 && number <= 20_991_231)
    return dayOfText(String(number), date1904);
  return isDateFormat(format) || (number >= SERIAL_1920 && number <= SERIAL_2119)
    ? dayOfSerial(number, date1904)
    : null;
}

/** Whether a number format shows days, months or years outside of its quoted and bracketed parts. */
const isDateFormat = (format: string): boolean => /[ymd]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));

function dayOfText(text: string, date1904: boolean): Day | null {
  const compact = text
    .replace(/^['‘’]\s*/, '')
    .replace(WEEKDAY, '')
    .replace(/[.。,，;]$/, '')
    .replace(AROUND, '$1')
    .replace(/(?<=\d)\s(?=[日号])/, '');
  const marked = MARKED.exec(compact) ?? /^(\d{4})年(\d{1,2})月(\d{1,2})(?!\d)[日号]?/.exec(compact);
  const plain = /^(\d{4})(\d{2})(\d{2})$/.exec(compact);
  const match = marked ?? plain;
  if (match) {
    const rest = compact.slice(match[0].length);
    if (rest !== '' && !CLOCK.test(rest)) return null;
    return dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  }
  const serial = /^\d{5}(\.\d+)?$/.test(compact) ? Number(compact) : Number.NaN;
  return serial >= SERIAL_1954 && serial <= SERIAL_2119 ? dayOfSerial(serial, date1904) : null;
}
