import { rule } from '../rule';
import { compareYears, HOURS_OF_YEAR } from './hours-of-year';

export const yearTotalHours = rule({
  id: 'year-total-hours',
  title: '年度总学时',
  purposes: ['annual'],
  cites: ['37:四(三)', '9'],
  severity: { notMet: 'error', cannotTell: 'warning' },
  details: HOURS_OF_YEAR,

  // [37] 四(三): each year no fewer than 32 periods, all courses, online and earlier hours together.
  check: (subject, { totalPeriods }) => compareYears(subject, '总学时', totalPeriods),
});
