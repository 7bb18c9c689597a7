import { clockTime } from '../../basics/minutes';
import type { Day } from '../../basics/day';
import { isAttended } from '../../records/mark';
import type { CreditLine } from '../credits';
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
  /** Which lesson of which course, for the sentence. */
  readonly name: string;
}

/** From the minute of arrival to that of leaving. Where minutes are unknown nothing is certain: no presence. */
function presenceAt({ session, mark }: CreditLine, { course, context }: Subject): Presence | null {
  if (!isAttended(mark) || mark.late === 'unknown' || mark.early === 'unknown') return null;
  const start = session.start + mark.late;
  const end = session.end - mark.early;
  if (start >= end) return null;
  const own = session.courseId === course.id;
  const other = context.facts.otherCourses.find((candidate) => candidate.course.id === session.courseId);
  const where = own ? '本班' : `“${other?.course.title ?? '另一班'}”`;
  return {
    own,
    on: session.date,
    start,
    end,
    record: { table: 'sessions', id: session.id },
    name: `${where}第 ${session.number} 课（${clockTime(session.start)}–${clockTime(session.end)}）`,
  };
}

function presences(subject: Subject): Presence[] {
  const found = subject.personLines.map((line) => presenceAt(line, subject)).filter((presence) => presence !== null);
  for (const { id, on, start, end, kind } of subject.outsideHours) {
    if (on === undefined || start === undefined || end === undefined) continue;
    const name = `${kind === 'online' ? '线上学习' : '往年学时'}（${clockTime(start)}–${clockTime(end)}）`;
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
      return subject.lines.some(({ mark }) => isAttended(mark)) ? { detail: 'apart' } : { detail: 'no-attendance' };
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
          values: { on: first.on, first: first.name, second: second.name },
        };
    }
    return { detail: 'apart' };
  },
});
