import { dayCompared, rule } from '../rule';

export const certificateValidity = rule({
  id: 'certificate-validity',
  title: '证书有效期',
  purposes: ['exchange'],
  cites: ['37:三'],
  severity: { notMet: 'error', cannotTell: 'warning' },
  details: {
    valid: 'met',
    extended: 'met',
    'extension-over': 'notMet',
    expired: 'notMet',
    'no-validity': 'cannotTell',
    'no-application-date': 'cannotTell',
  },

  check({ certificate, enrolment }, { extensionFrom, extensionUntil, extensionDeadline }) {
    const { validUntil } = certificate;
    const { appliedOn } = enrolment;
    const records = [
      { table: 'certificates', id: certificate.id },
      { table: 'enrolments', id: enrolment.id },
    ] as const;
    if (validUntil === undefined) return { detail: 'no-validity', records };
    if (appliedOn === undefined) return { detail: 'no-application-date', records, values: { until: validUntil } };
    const values = { until: validUntil, on: appliedOn };
    const numbers = [dayCompared('证书有效期至', validUntil, appliedOn, 'at-least')];

    // The certificate must be valid on the day of the application: our reading, readings/validity.md.
    if (validUntil >= appliedOn) return { detail: 'valid', numbers, records, values };

    // [37] 三: one that ran out between 5 April and 31 August 2020 counts as valid through 30 September.
    const parameters = [extensionFrom, extensionUntil, extensionDeadline];
    if (validUntil < extensionFrom.value || validUntil > extensionUntil.value)
      return { detail: 'expired', numbers, records, parameters, values };
    return {
      detail: appliedOn <= extensionDeadline.value ? 'extended' : 'extension-over',
      numbers: [...numbers, dayCompared('网上申请日期', appliedOn, extensionDeadline.value, 'at-most')],
      records,
      parameters,
      values,
    };
  },
});
