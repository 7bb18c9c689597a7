import { rule } from '../rule';
import { compareYears, HOURS_OF_YEAR } from './hours-of-year';

export const yearProfessionalHours = rule({
  id: 'year-professional-hours',
  title: '年度专业学时',
  purposes: ['annual'],
  cites: ['37:四(三)', '9'],
  severity: { notMet: 'error', cannotTell: 'warning' },
  details: HOURS_OF_YEAR,

  // [37] 四(三): each year no fewer than 22 periods of professional knowledge.
  check: (subject, { professionalPeriods }) =>
    compareYears(subject, '专业岗位知识学时', professionalPeriods, 'professional'),
});
