import { rule } from '../rule';

export const certificateFound = rule({
  id: 'certificate-found',
  title: '系统可查',
  purposes: ['exchange'],
  cites: ['37:二(一)'],
  severity: { notMet: 'error', cannotTell: 'warning' },
  details: {
    found: 'met',
    'not-found': 'notMet',
    undeclared: 'cannotTell',
  },

  // [37] 二(一): the certificate can be found in the national system; the registrar looks and answers.
  check({ certificate }) {
    const records = [{ table: 'certificates', id: certificate.id }] as const;
    const declared = certificate.foundInSystem;
    const values = declared?.on === undefined ? {} : { on: declared.on };
    switch (declared?.answer) {
      case 'yes':
        return { detail: 'found', records, values };
      case 'no':
        return { detail: 'not-found', records, values };
      default:
        return { detail: 'undeclared', records };
    }
  },
});
