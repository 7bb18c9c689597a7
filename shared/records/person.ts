import { day, id, oneOf, optional, reference, text } from './describe';
import {
  described,
  member,
  PERSONAL,
  PERSONAL_INTERNAL,
  PERSONAL_MASKED,
  RECORD,
  type RecordOf,
} from './described-record';

/** 学员. One per identity number; keyed by id, never by number, so that a wrong number can be corrected. */
export const PERSON = described({
  title: '学员',
  members: {
    id: member('编号', id('persons'), RECORD),
    name: member('姓名', text, PERSONAL),
    /** 证件类型. resident covers 居民身份证 and 港澳台居民居住证 (same rule, GB 11643). */
    idKind: member('证件类型', oneOf('resident', 'foreign-permanent', 'passport', 'other'), RECORD),
    idNumber: member('证件号码', text, PERSONAL_MASKED),
    sex: member('性别', optional(oneOf('male', 'female')), PERSONAL),
    birthDate: member('出生日期', optional(day), PERSONAL),
    phone: member('手机号', optional(text), PERSONAL_MASKED),
    employer: member('工作单位', optional(text), PERSONAL),
    employerCreditCode: member('单位信用代码', optional(text), RECORD),
    note: member('备注', optional(text), PERSONAL_INTERNAL),
    /** Set when this person was found to be another one's second record (merge-persons); the other id counts. */
    mergedInto: member('并入', optional(reference('persons')), RECORD),
  },
  invariants: [{ member: 'mergedInto', says: '不能并入自己', holds: (person) => person.mergedInto !== person.id }],
  unique: [{ member: 'idNumber', key: (person) => (person.mergedInto ? null : person.idNumber) }],
});

export interface Person extends RecordOf<typeof PERSON> {}
export type IdKind = Person['idKind'];
export type Sex = NonNullable<Person['sex']>;
