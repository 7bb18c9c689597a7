import { clockTime } from '../../basics/minutes';
import type { Day } from '../../basics/day';
import type { CreditLine } from '../credits';
import type { CourseId } from '../../records/ids';
import type { RecordRef } from '../finding';
import { rule } from '../rule';
import type { Subject } from '../subject';

/** A time that the person certainly spent in one place. */
interface Presence {
  /** One of the judged course's own sessions. */
  readonly own: boolean;
  readonly on: Day;
  readonly start: number;
  readonly end: number;
  readonly record: RecordRef;
  readonly name: string;
}

/** From the minute of arrival to that of leaving. Where minutes are unknown nothing is certain: no presence. */
function presenceAt({ session, mark }: CreditLine, course: CourseId): Presence | null {
  if (mark?.kind !== 'attended' || mark.late === 'unknown' || mark.early === 'unknown') return null;
  const start = session.start + mark.late;
  const end = session.end - mark.early;
  const name = `${session.date} ${clockTime(session.start)}–${clockTime(session.end)} 第 ${session.number} 课`;
  return start < end
    ? {
        own: session.courseId === course,
        on: session.date,
        start,
        end,
        record: { table: 'sessions', id: session.id },
        name,
      }
    : null;
}

function presences({ personLines, outsideHours, course }: Subject): Presence[] {
  const found = personLines.map((line) => presenceAt(line, course.id)).filter((presence) => presence !== null);
  for (const { id, on, start, end } of outsideHours) {
    if (on === undefined || start === undefined || end === undefined) continue;
    const name = `${on} ${clockTime(start)}–${clockTime(end)} 线上学习`;
    found.push({ own: false, on, start, end, record: { table: 'outsideHours', id }, name });
  }
  return found;
}

const overlap = (a: Presence, b: Presence): boolean => a !== b && a.on === b.on && a.start < b.end && b.start < a.end;

export const noOverlap = rule({
  id: 'no-overlap',
  title: '时间不重叠',
  purposes: ['exchange', 'annual'],
  cites: ['default'],
  severity: { notMet: 'error', cannotTell: null },
  details: {
    apart: 'met',
    overlapping: 'notMet',
    'no-attendance': 'notApplicable',
  },

  // Nobody can be in two different sessions at once, in the classroom or online.
  check(subject) {
    // Most timetables have no two lessons at once and most people no other records: then there is nothing to compare.
    if (!subject.context.timetableOverlaps && !subject.hasOtherRecords) {
      return subject.lines.some(({ mark }) => mark?.kind === 'attended')
        ? { detail: 'apart' }
        : { detail: 'no-attendance' };
    }
    const all = presences(subject);
    const own = all.filter((presence) => presence.own);
    if (own.length === 0) return { detail: 'no-attendance' };
    // What lies wholly in other courses is for those to answer.
    for (const first of own) {
      const second = all.find((presence) => overlap(first, presence));
      if (second)
        return {
          detail: 'overlapping',
          records: [first.record, second.record],
          values: { first: first.name, second: second.name },
        };
    }
    return { detail: 'apart' };
  },
});
