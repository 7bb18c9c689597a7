import { dayOf, type Day } from '../basics/day';
import type { SheetCell } from '../basics/sheet';
import type { Course } from '../records/course';
import { plainText } from './cell-text';

/**
 * The day that a text such as 3月16日 (also with the day of the week) means in a course: the only one within the
 * course's dates, or null. A number 3.1 may have been 3.10 and means no day.
 */
export function dayOfCourse(
  cell: SheetCell | null,
  { startsOn, endsOn }: Pick<Course, 'startsOn' | 'endsOn'>,
): Day | null {
  const match = /^(\d{1,2})[-月./](\d{1,2})[日号]?(?:\(?(?:星期|周|礼拜)[一二三四五六日天]\)?)?$/.exec(
    cell?.kind === 'text' ? plainText(cell).replace(/\s/g, '') : '',
  );
  const [first, last] = [startsOn, endsOn].map((day) => Number(day.slice(0, 4)));
  if (!match || last! - first! > 1) return null;
  const days = [first!, ...(last === first ? [] : [last!])].flatMap((year) => {
    const day = dayOf(year, Number(match[1]), Number(match[2]));
    return day && day >= startsOn && day <= endsOn ? [day] : [];
  });
  return days.length === 1 ? days[0]! : null;
}
