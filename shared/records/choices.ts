import { day, either, object, optional, reference, referenceOutside, text, whole } from './describe';
import {
  described,
  member,
  needed,
  PERSONAL,
  PERSONAL_INTERNAL,
  PERSONAL_INTERNAL_MASKED,
  RECORD,
  WORKING,
  type RecordOf,
} from './described-record';

/** ce-year-choice: the registrar lets a session's or an item's hours count for another CE year of the certificate. */
export const CE_YEAR_CHOICE = described({
  title: '继续教育年度认定',
  members: {
    id: member('编号', text, RECORD),
    certificateId: member('证书', reference('certificates'), RECORD),
    /** The session may be one of a course that the person has left since. */
    target: member(
      '对象',
      either(object({ session: referenceOutside('sessions') }), object({ outsideHours: reference('outsideHours') })),
      RECORD,
    ),
    ceYear: member('继续教育年度', whole(1900, 9999), RECORD),
    reason: member('原因', text, PERSONAL),
  },
  unique: [
    {
      member: 'target',
      key: (choice) =>
        `${choice.certificateId}|${'session' in choice.target ? choice.target.session : choice.target.outsideHours}`,
    },
  ],
});

export interface CeYearChoice extends RecordOf<typeof CE_YEAR_CHOICE> {}

/** For a person with several certificates in one course: which enrolment a professional session counts for. */
export const PROFESSIONAL_CHOICE = described({
  title: '专业课归属',
  members: {
    id: member('编号', text, RECORD),
    sessionId: member('课次', reference('sessions'), RECORD),
    personId: member('学员', reference('persons'), RECORD),
    enrolmentId: member('计入报名', reference('enrolments'), RECORD),
  },
  unique: [{ member: 'enrolmentId', key: (choice) => `${choice.sessionId}|${choice.personId}` }],
});

export interface ProfessionalChoice extends RecordOf<typeof PROFESSIONAL_CHOICE> {}

/** One line of the list of barred people that the city gives out (黑名单). */
export const BARRED_PERSON = described({
  title: '黑名单',
  members: {
    id: member('编号', text, needed(WORKING)),
    name: member('姓名', optional(text), PERSONAL_INTERNAL),
    idNumber: member('证件号码', text, needed(PERSONAL_INTERNAL_MASKED)),
    reason: member('原因', optional(text), PERSONAL_INTERNAL),
    source: member('来源', text, needed(WORKING)),
    importedOn: member('导入日期', day, needed(WORKING)),
  },
  unique: [{ member: 'idNumber', key: (person) => person.idNumber }],
});

export interface BarredPerson extends RecordOf<typeof BARRED_PERSON> {}
