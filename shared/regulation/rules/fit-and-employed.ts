import { rule } from '../rule';

export const fitAndEmployed = rule({
  id: 'fit-and-employed',
  title: '健康在岗',
  purposes: ['exchange'],
  cites: ['37:二(二)'],
  severity: { notMet: 'error', cannotTell: 'warning' },
  details: {
    declared: 'met',
    'not-healthy': 'notMet',
    'not-employed': 'notMet',
    undeclared: 'cannotTell',
  },

  // [37] 二(二): in good health and at work in an enterprise, as declared.
  check({ enrolment }) {
    const { healthy, employed } = enrolment;
    const records = [{ table: 'enrolments', id: enrolment.id }] as const;
    if (healthy.answer === 'no') return { detail: 'not-healthy', records };
    if (employed.answer === 'no') return { detail: 'not-employed', records };
    if (healthy.answer === 'yes' && employed.answer === 'yes') return { detail: 'declared', records };
    const missing = [
      ...(healthy.answer === 'yes' ? [] : ['身体健康']),
      ...(employed.answer === 'yes' ? [] : ['企业在岗']),
    ];
    return { detail: 'undeclared', records, values: { missing } };
  },
});
