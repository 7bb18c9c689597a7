import { dayCompared, rule } from '../rule';

export const exchangeDeadline = rule({
  id: 'exchange-deadline',
  title: '换证截止',
  purposes: ['exchange'],
  cites: ['37:三'],
  severity: { notMet: 'warning', cannotTell: null },
  details: {
    'in-time': 'met',
    'course-late': 'notMet',
    'sealed-late': 'notMet',
  },

  // [37] 三: nothing is exchanged after 31 December 2020, so the course ends and its package is sealed by then.
  check({ course, on, context }, { exchangeUntil }) {
    const sealed = context.facts.sealsOn ?? on;
    const used = {
      numbers: [
        dayCompared('培训结束日', course.endsOn, exchangeUntil.value, 'at-most'),
        dayCompared('封存日', sealed, exchangeUntil.value, 'at-most'),
      ],
      parameters: [exchangeUntil],
      records: [{ table: 'courses', id: course.id }],
    } as const;
    if (course.endsOn > exchangeUntil.value) return { detail: 'course-late', ...used };
    return { detail: sealed > exchangeUntil.value ? 'sealed-late' : 'in-time', ...used };
  },
});
