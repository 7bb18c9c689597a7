import { day, digest, id, json, list, nullable, object, optional, reference, text, whole } from './describe';
import { described, member, PERSONAL, PERSONAL_INTERNAL, RECORD, type RecordOf } from './described-record';

/** 学时证明: one per person × certificate × CE year. What was printed is frozen; reprint returns the stored bytes. */
export const HOUR_CERTIFICATE = described({
  title: '学时证明',
  members: {
    id: member('编号', id('hourCertificates'), RECORD),
    number: member('证明编号', text, RECORD),
    courseId: member('培训班', reference('courses'), RECORD),
    enrolmentId: member('报名', reference('enrolments'), RECORD),
    personId: member('学员', reference('persons'), RECORD),
    certificateId: member('证书', reference('certificates'), RECORD),
    /** null in an exchange course. */
    ceYear: member('继续教育年度', nullable(whole(1900, 9999)), RECORD),
    issuedOn: member('出具日期', day, RECORD),
    /** Exactly the data that the page shows. */
    frozen: member('证明内容', json, PERSONAL),
    /** The stored PDF of this one page. */
    pdf: member('文件指纹', digest, RECORD),
    reprints: member('重印', list(object({ on: day, reason: text })), PERSONAL_INTERNAL),
    revoked: member('撤销', optional(object({ on: day, reason: text })), PERSONAL_INTERNAL),
  },
  unique: [{ member: 'number', key: (certificate) => certificate.number }],
});

export interface HourCertificate extends RecordOf<typeof HOUR_CERTIFICATE> {}
