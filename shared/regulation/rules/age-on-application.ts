import type { ComparedNumber, RecordRef } from '../finding';
import type { Subject } from '../subject';

/** Why an age on the application date cannot be told. */
export const AGE_UNKNOWN = { 'no-birth-date': 'cannotTell', 'no-application-date': 'cannotTell' } as const;

/** An age in completed years, compared. */
export const ageCompared = (
  age: number | null,
  required: number,
  comparison: 'at-least' | 'at-most',
): ComparedNumber => ({
  label: '年龄',
  actual: age,
  required,
  unit: '周岁',
  comparison,
});

/** An age rests on the person's birth date and the enrolment's application date. */
export const ageRecords = ({ person, enrolment }: Subject): readonly RecordRef[] => [
  { table: 'persons', id: person.id },
  { table: 'enrolments', id: enrolment.id },
];
