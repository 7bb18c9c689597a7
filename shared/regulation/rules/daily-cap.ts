import type { Day } from '../../basics/day';
import type { UsedParameter } from '../finding';
import type { ParameterValues } from '../parameters-on';
import { rule } from '../rule';
import type { Subject } from '../subject';
import { creditingParameters, withFurther } from './deciding-parameters';

/** Credited and open periods of one day. */
interface DaySum {
  readonly on: Day;
  credited: number;
  open: number;
}

/** What the person learnt on the days of this course, everywhere; the days in their order. */
function sumsByDay({ counted, personLines, lines, outsideHours }: Subject): readonly DaySum[] {
  const days: DaySum[] = [];
  let last: DaySum | undefined;
  for (const { session, credited, open } of counted) {
    if (last?.on !== session.date) {
      last = { on: session.date, credited: 0, open: 0 };
      days.push(last);
    }
    last.credited += credited;
    last.open += open;
  }
  const add = (on: Day, credited: number, open: number): void => {
    const sum = days.find((day) => day.on === on);
    if (!sum) return;
    sum.credited += credited;
    sum.open += open;
  };
  if (personLines !== lines) {
    for (const sum of days) sum.credited = sum.open = 0;
    for (const { session, credited, open, state } of personLines)
      if (state !== 'notApplicable') add(session.date, credited, open);
  }
  for (const { on, periods } of outsideHours) if (on !== undefined) add(on, periods, 0);
  return days;
}

/** The parameters behind what was credited on a day, in this course and elsewhere. */
function creditingOnDay(subject: Subject, on: Day, parameters: ParameterValues): readonly UsedParameter[] {
  if (subject.personLines === subject.lines && !subject.missedMinutes) return [];
  return creditingParameters(
    subject.personLines.filter(({ session, state }) => session.date === on && state !== 'notApplicable'),
    parameters,
  );
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
    let most: DaySum | null = null;
    let openDay: DaySum | null = null;
    for (const sum of sumsByDay(subject)) {
      if (!most || sum.credited > most.credited) most = sum;
      if (sum.credited + sum.open > cap.value) openDay ??= sum;
    }
    if (!most) return { detail: 'no-hours', parameters: [cap] };
    const over = most.credited > cap.value;
    const day = over ? most : (openDay ?? most);
    const { on, credited, open } = day;
    return {
      detail: over ? 'over' : openDay ? 'unrecorded' : 'within',
      numbers: [{ label: '单日学时', actual: credited, required: cap.value, unit: '学时', comparison: 'at-most' }],
      parameters: withFurther([cap], creditingOnDay(subject, on, parameters)),
      values: { on, credited, open },
    };
  },
});
