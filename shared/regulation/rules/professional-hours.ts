import { rule } from '../rule';
import { compareHours, HOURS_OF_COURSE } from './hours-of-course';

export const professionalHours = rule({
  id: 'professional-hours',
  title: '专业学时',
  purposes: ['exchange', 'annual'],
  cites: { exchange: ['37:四(二)'], annual: ['37:四(三)'] },
  severity: { notMet: 'error', cannotTell: 'error' },
  details: HOURS_OF_COURSE,

  // [37] 四(二), 四(三): of these no fewer than 22 of the post's professional knowledge.
  check: (subject, parameters) =>
    compareHours(subject, '专业岗位知识学时', parameters.professionalPeriods, parameters, 'professional'),
});
