import type { Day } from '../../basics/day';
import { rule } from '../rule';
import type { ParameterValues } from '../parameters-on';
import type { Subject } from '../subject';
import { isScored } from './test-passed';

/** The day on which the required periods were complete; null while they are not. */
function completedOn({ counted }: Subject, { totalPeriods, professionalPeriods }: ParameterValues): Day | null {
  let total = 0;
  let professional = 0;
  for (const { session, credited } of counted) {
    total += credited;
    if (session.category === 'professional') professional += credited;
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
    const used = {
      records: [{ table: 'attempts', id: first.id } as const],
      parameters: [parameters.totalPeriods, parameters.professionalPeriods],
    };
    const complete = completedOn(subject, parameters);
    if (complete !== null) {
      return { detail: first.on >= complete ? 'after' : 'before', ...used, values: { on: first.on, complete } };
    }
    const reachable =
      subject.context.sessions.length === 0 ||
      (hours.total + hours.openTotal >= parameters.totalPeriods.value &&
        hours.professional + hours.openProfessional >= parameters.professionalPeriods.value);
    return { detail: reachable ? 'unrecorded' : 'hours-incomplete', ...used, values: { on: first.on } };
  },
});
