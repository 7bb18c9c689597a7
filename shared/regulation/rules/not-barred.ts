import { rule } from '../rule';

export const notBarred = rule({
  id: 'not-barred',
  title: '黑名单',
  purposes: ['exchange', 'annual'],
  cites: { exchange: ['37:六(三)'], annual: ['default'] },
  severity: { notMet: 'error', cannotTell: null },
  details: {
    'not-listed': 'met',
    listed: 'notMet',
    'no-list': 'notApplicable',
  },

  // [37] 六(三): who obtained a certificate by fraud is put on the list and cannot exchange one.
  check({ context, person }) {
    const line = context.barredLine(person.idNumber);
    if (line === null) return { detail: 'no-list' };
    if (line === undefined) return { detail: 'not-listed', records: [{ table: 'persons', id: person.id }] };
    return {
      detail: 'listed',
      records: [
        { table: 'persons', id: person.id },
        { table: 'barred', id: line.id },
      ],
      values: {
        source: line.source,
        importedOn: line.importedOn,
        ...(line.reason === undefined ? {} : { reason: line.reason }),
      },
    };
  },
});
