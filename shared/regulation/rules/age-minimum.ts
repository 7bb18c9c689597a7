import { ageOn } from '../../basics/day';
import { rule } from '../rule';
import { AGE_UNKNOWN, ageCompared, ageRecords } from './age-on-application';

export const ageMinimum = rule({
  id: 'age-minimum',
  title: '最低年龄',
  purposes: ['exchange'],
  cites: ['37:二(二)'],
  severity: { notMet: 'error', cannotTell: 'error' },
  details: { ...AGE_UNKNOWN, 'old-enough': 'met', 'too-young': 'notMet' },

  // [37] 二(二): 18 completed years on the day of the online application.
  check(subject, { ageMinimum: least }) {
    const { person, enrolment } = subject;
    const records = ageRecords(subject);
    const parameters = [least];
    const numbers = (age: number | null) => [ageCompared(age, least.value, 'at-least')];
    if (person.birthDate === undefined)
      return { detail: 'no-birth-date', numbers: numbers(null), records, parameters };
    if (enrolment.appliedOn === undefined)
      return { detail: 'no-application-date', numbers: numbers(null), records, parameters };
    const age = ageOn(person.birthDate, enrolment.appliedOn);
    return {
      detail: age >= least.value ? 'old-enough' : 'too-young',
      numbers: numbers(age),
      records,
      parameters,
      values: { born: person.birthDate, on: enrolment.appliedOn },
    };
  },
});
