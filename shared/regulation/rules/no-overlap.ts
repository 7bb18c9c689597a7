import { clockTime } from '../../basics/minutes';
import type { Day } from '../../basics/day';
import type { CreditLine } from '../credits';
import type { RecordRef } from '../finding';
import { rule } from '../rule';
import type { Subject } from '../subject';

/** A time that the person certainly spent in one place. */
interface Presence {
  readonly on: Day;
  readonly start: number;
  readonly end: number;
  readonly record: RecordRef;
  readonly name: string;
}

/** From the minute of arrival to that of leaving. Where minutes are unknown nothing is certain: no presence. */
function presenceAt({ session, mark }: CreditLine): Presence | null {
  if (mark?.kind !== 'attended' || mark.late === 'unknown' || mark.early === 'unknown') return null;
  const start = session.start + mark.late;
  const end = session.end - mark.early;
  const name = `${session.date} ${clockTime(session.start)}–${clockTime(session.end)} 第 ${session.number} 课`;
  return start < end ? { on: session.date, start, end, record: { table: 'sessions', id: session.id }, name } : null;
}

function presences({ personLines, outsideHours }: Subject): Presence[] {
  const found = personLines.map(presenceAt).filter((presence) => presence !== null);
  for (const { id, on, start, end } of outsideHours) {
    if (on === undefined || start === undefined || end === undefined) continue;
    found.push({ on, start, end, record: { table: 'outsideHours', id }, name: `${on} ${clockTime(start)}–${clockTime(end)} 线上学习` });
  }
  return found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.start - b.start));
}

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
      return subject.lines.some(({ mark }) => mark?.kind === 'attended') ? { detail: 'apart' } : { detail: 'no-attendance' };
    }
    const all = presences(subject);
    if (all.length === 0) return { detail: 'no-attendance' };
    let latest = all[0]!;
    for (const presence of all.slice(1)) {
      if (presence.on === latest.on && presence.start < latest.end) {
        return { detail: 'overlapping', records: [latest.record, presence.record], values: { first: latest.name, second: presence.name } };
      }
      if (presence.on !== latest.on || presence.end > latest.end) latest = presence;
    }
    return { detail: 'apart' };
  },
});
