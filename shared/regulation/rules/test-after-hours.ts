import type { Day } from '../../basics/day';
import { rule } from '../rule';
import type { ParameterValues } from '../parameters-on';
import type { Subject } from '../subject';
import { creditingParameters } from './deciding-parameters';
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
    const used = {
      records: [{ table: 'attempts', id: first.id } as const],
      parameters: [
        totalPeriods,
        professionalPeriods,
        ...creditingParameters(subject.counted, parameters),
        ...(course.purpose === 'annual' ? [annualTestRequired] : []),
      ],
    };
    if (subject.context.sessions.length === 0) return { detail: 'no-timetable', ...used, values: { on: first.on } };
    const complete = completedOn(subject, parameters, 'late');
    if (complete !== null && first.on >= complete)
      return { detail: 'after', ...used, values: { on: first.on, complete } };
    // What is not recorded may have completed the hours earlier: it decides only if the test lies in between.
    const earliest = hours.openTotal === 0 ? complete : completedOn(subject, parameters, 'early');
    if (subject.unmarked || (earliest !== null && first.on >= earliest))
      return { detail: 'unrecorded', ...used, values: { on: first.on } };
    return complete === null
      ? { detail: 'hours-incomplete', ...used, values: { on: first.on } }
      : { detail: 'before', ...used, values: { on: first.on, complete } };
  },
});
