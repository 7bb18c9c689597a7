import { dayCompared, rule } from '../rule';

export const certificateScope = rule({
  id: 'certificate-scope',
  title: '换证范围',
  purposes: ['exchange'],
  cites: ['37:二(一)'],
  severity: { notMet: 'error', cannotTell: 'error' },
  details: {
    'in-scope': 'met',
    'too-early': 'notMet',
    'not-old': 'notMet',
    'no-issue-date': 'cannotTell',
  },

  // [37] 二(一): an old certificate that was issued in or after April 2017.
  check({ certificate }, { certificateFrom }) {
    const records = [{ table: 'certificates', id: certificate.id }] as const;
    const parameters = [certificateFrom];
    if (certificate.kind !== 'old') return { detail: 'not-old', records, parameters };
    const numbers = [dayCompared('发证日期', certificate.issuedOn ?? null, certificateFrom.value, 'at-least')];
    if (certificate.issuedOn === undefined) return { detail: 'no-issue-date', numbers, records, parameters };
    return {
      detail: certificate.issuedOn >= certificateFrom.value ? 'in-scope' : 'too-early',
      numbers,
      records,
      parameters,
    };
  },
});
