import { yearOf, type Day } from '../basics/day';
import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import type { Certificate } from './certificate';
import type { OutsideHours } from './outside-hours';
import { isBlank } from './patch';

const FIRST_YEAR = 2000;
const MOST_PERIODS = 200;

/** What is wrong with an item of online or earlier hours; `row` is its place in the form or file, from 1. */
export function checkOutsideHours(
  item: OutsideHours,
  certificate: Certificate | undefined,
  row: number,
  today: Day,
): readonly Problem[] {
  const { kind, periods, on, ceYear, start, end } = item;
  const problems: Problem[] = [];
  if (!certificate) problems.push(problem('certificate-unknown', {}, 'certificateId'));
  if (isBlank(item.source)) problems.push(problem('source-missing', { what: `第 ${row} 条学时` }, 'source'));
  const min = kind === 'earlier' ? 0 : 1;
  if (!Number.isInteger(periods) || periods < min || periods > MOST_PERIODS)
    problems.push(problem('outside-hours-periods', { row, periods, min }, 'periods'));
  if ((on === undefined) === (ceYear === undefined))
    problems.push(problem('outside-hours-when', { row, given: on === undefined ? '都没有填' : '两个都填了' }, 'on'));
  if (on && on > today) problems.push(problem('day-in-future', { what: `第 ${row} 条学时`, on, today }, 'on'));
  const issuedOn = certificate?.issuedOn;
  if (on && issuedOn && on < issuedOn)
    problems.push(problem('outside-hours-before-certificate', { row, on, issuedOn }, 'on'));
  const from = issuedOn ? yearOf(issuedOn) : FIRST_YEAR;
  const to = yearOf(today);
  if (ceYear !== undefined && !(Number.isInteger(ceYear) && ceYear >= from && ceYear <= to))
    problems.push(problem('outside-hours-year', { row, ceYear, from, to }, 'ceYear'));
  const timed = start !== undefined || end !== undefined;
  if (timed && (start === undefined || end === undefined || !on || start < 0 || end > 1440 || start >= end))
    problems.push(problem('outside-hours-time', { row }, 'start'));
  return problems;
}
