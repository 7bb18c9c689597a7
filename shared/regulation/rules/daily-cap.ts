import type { Day } from '../../basics/day';
import { rule } from '../rule';
import type { Subject } from '../subject';
import { creditingParameters } from './deciding-parameters';

/** Credited and open periods of one day. */
interface DaySum {
  credited: number;
  open: number;
}

/** What the person learnt on the days of this course, everywhere. */
function sumsByDay({ counted, personLines, outsideHours }: Subject): ReadonlyMap<Day, DaySum> {
  const days = new Map<Day, DaySum>();
  for (const { session } of counted) if (!days.has(session.date)) days.set(session.date, { credited: 0, open: 0 });
  const add = (on: Day, credited: number, open: number): void => {
    const sum = days.get(on);
    if (!sum) return;
    sum.credited += credited;
    sum.open += open;
  };
  for (const { session, credited, open, state } of personLines)
    if (state !== 'notApplicable') add(session.date, credited, open);
  for (const { on, periods } of outsideHours) if (on !== undefined) add(on, periods, 0);
  return days;
}

export const dailyCap = rule({
  id: 'daily-cap',
  title: '每日学时',
  purposes: ['exchange', 'annual'],
  cites: ['other', 'default'],
  severity: { notMet: 'warning', cannotTell: 'info' },
  details: {
    within: 'met',
    over: 'notMet',
    unrecorded: 'cannotTell',
    'no-hours': 'notApplicable',
  },

  // Another province: no more than 8 periods a day; on the days of this course, with other courses and online lessons of those days.
  check(subject, parameters) {
    const cap = parameters.dailyCap;
    let most: { on: Day; sum: DaySum } | null = null;
    let openDay: { on: Day; sum: DaySum } | null = null;
    for (const [on, sum] of sumsByDay(subject)) {
      if (!most || sum.credited > most.sum.credited) most = { on, sum };
      if (sum.credited + sum.open > cap.value && !openDay) openDay = { on, sum };
    }
    if (!most) return { detail: 'no-hours', parameters: [cap] };
    const said = ({ on, sum }: { on: Day; sum: DaySum }) => ({
      numbers: [
        { label: '单日学时', actual: sum.credited, required: cap.value, unit: '学时', comparison: 'at-most' },
      ] as const,
      parameters: [
        cap,
        ...creditingParameters(
          subject.personLines.filter(({ session, state }) => session.date === on && state !== 'notApplicable'),
          parameters,
        ),
      ],
      values: { on, credited: sum.credited, open: sum.open },
    });
    if (most.sum.credited > cap.value) return { detail: 'over', ...said(most) };
    return openDay ? { detail: 'unrecorded', ...said(openDay) } : { detail: 'within', ...said(most) };
  },
});
