import { dayCompared, rule } from '../rule';

export const applicationWindow = rule({
  id: 'application-window',
  title: '申请时间',
  purposes: ['exchange'],
  cites: ['37:三'],
  severity: { notMet: 'error', cannotTell: 'error' },
  details: {
    inside: 'met',
    'too-early': 'notMet',
    'too-late': 'notMet',
    'no-application-date': 'cannotTell',
  },

  // [37] 三: from the day of the notice through 31 December 2020.
  check({ enrolment }, { exchangeFrom, exchangeUntil }) {
    const { appliedOn } = enrolment;
    const used = {
      numbers: [
        dayCompared('网上申请日期', appliedOn ?? null, `${exchangeFrom.value} 至 ${exchangeUntil.value}`, 'between'),
      ],
      parameters: [exchangeFrom, exchangeUntil],
      records: [{ table: 'enrolments', id: enrolment.id }],
    } as const;
    if (appliedOn === undefined) return { detail: 'no-application-date', ...used };
    if (appliedOn < exchangeFrom.value) return { detail: 'too-early', ...used };
    return { detail: appliedOn > exchangeUntil.value ? 'too-late' : 'inside', ...used };
  },
});
