import { rule } from '../rule';
import { compareHours, HOURS_OF_COURSE } from './hours-of-course';

export const totalHours = rule({
  id: 'total-hours',
  title: '总学时',
  purposes: ['exchange', 'annual'],
  cites: { exchange: ['37:四(二)'], annual: ['37:四(三)'] },
  severity: { notMet: 'error', cannotTell: 'error' },
  details: HOURS_OF_COURSE,

  // [37] 四(二), 四(三): no fewer than 32 periods of continuing education.
  check: (subject, parameters) => compareHours(subject, '总学时', parameters.totalPeriods, parameters),
});
