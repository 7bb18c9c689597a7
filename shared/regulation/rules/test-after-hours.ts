import type { Day } from '../../basics/day';
import { rule } from '../rule';
import type { ParameterValues } from '../parameters-on';
import type { Subject } from '../subject';
import { withFurther } from './deciding-parameters';
import { isScored } from './test-passed';

/** The day on which the required periods were complete; null while they are not. early = as if every open lesson had been attended in full. */
function completedOn(
  { counted }: Subject,
  { totalPeriods, professionalPeriods }: ParameterValues,
  reckoned: 'early' | 'late',
): Day | null {
  let total = 0;
  let professional = 0;
  for (const { session, credited, open } of counted) {
    const gained = reckoned === 'early' ? credited + open : credited;
    total += gained;
    if (session.category === 'professional') professional += gained;
    if (total >= totalPeriods.value && professional >= professionalPeriods.value) return session.date;
  }
  return null;
}

export const testAfterHours = rule({
  id: 'test-after-hours',
  title: '先学后测',
  purposes: ['exchange', 'annual'],
  cites: { exchange: ['37:四(二)2'], annual: ['other'] },
  severity: { notMet: 'warning', cannotTell: 'info' },
  details: {
    after: 'met',
    before: 'notMet',
    'hours-incomplete': 'notMet',
    unrecorded: 'cannotTell',
    'no-timetable': 'cannotTell',
    'no-attempt': 'notApplicable',
    'not-required': 'notApplicable',
  },

  // [37] 四(二)2 names the learning first, then the test: the first attempt follows the completed hours.
  check(subject, parameters) {
    const { attempts, course, hours } = subject;
    if (course.purpose === 'annual' && !parameters.annualTestRequired.value)
      return { detail: 'not-required', parameters: [parameters.annualTestRequired] };
    let first: (typeof attempts)[number] | null = null;
    for (const attempt of attempts) if (isScored(attempt) && (!first || attempt.on < first.on)) first = attempt;
    if (!first) return { detail: 'no-attempt' };
    const { totalPeriods, professionalPeriods, annualTestRequired } = parameters;
    const records = [{ table: 'attempts', id: first.id } as const];
    const used = withFurther(
      course.purpose === 'annual'
        ? [totalPeriods, professionalPeriods, annualTestRequired]
        : [totalPeriods, professionalPeriods],
      subject.missedMinutes ? [parameters.minutesPerPeriod, parameters.tolerance] : [],
    );
    const { on } = first;
    if (subject.context.sessions.length === 0)
      return { detail: 'no-timetable', records, parameters: used, values: { on } };
    const complete = completedOn(subject, parameters, 'late');
    if (complete !== null && on >= complete)
      return { detail: 'after', records, parameters: used, values: { on, complete } };
    // What is not recorded may have completed the hours earlier: it decides only if the test lies in between.
    const earliest = hours.openTotal === 0 ? complete : completedOn(subject, parameters, 'early');
    if (earliest !== null && on >= earliest)
      return { detail: 'unrecorded', records, parameters: used, values: { on } };
    return complete === null
      ? { detail: 'hours-incomplete', records, parameters: used, values: { on } }
      : { detail: 'before', records, parameters: used, values: { on, complete } };
  },
});
