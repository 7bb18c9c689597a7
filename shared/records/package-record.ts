import { day, digest, id, list, object, optional, reference, text, whole } from './describe';
import { described, member, PERSONAL, RECORD, WORKING, type RecordOf } from './described-record';

/** 报审材料包, sealed: frozen for ever; a later change makes version n + 1. */
export const PACKAGE_RECORD = described({
  title: '报审材料包',
  members: {
    id: member('编号', id('packages'), RECORD),
    courseId: member('培训班', reference('courses'), RECORD),
    number: member('材料包编号', text, RECORD),
    version: member('版本', whole(1, 9_999), RECORD),
    sealedOn: member('封存日期', day, RECORD),
    /** The day that the people were judged on. */
    judgedOn: member('核验日期', day, RECORD),
    people: member('上报学员', list(reference('enrolments')), RECORD),
    leftOut: member('不予上报', list(object({ enrolmentId: reference('enrolments'), rules: list(text) })), PERSONAL),
    confirmedWarnings: member(
      '已确认提醒',
      list(object({ enrolmentId: reference('enrolments'), rule: text, by: text })),
      PERSONAL,
    ),
    /** Highest entry of each journal chain before the sealing. */
    heads: member(
      '留痕位置',
      list(object({ chain: text, seq: whole(0, Number.MAX_SAFE_INTEGER), hash: digest })),
      RECORD,
    ),
    fileName: member('文件名', text, RECORD),
    zip: member('文件指纹', digest, WORKING),
    size: member('字节数', whole(0, Number.MAX_SAFE_INTEGER), WORKING),
    previous: member('上一版本', optional(digest), RECORD),
  },
  unique: [{ member: 'version', key: (sealed) => `${sealed.number}|${sealed.version}` }],
});

export interface PackageRecord extends RecordOf<typeof PACKAGE_RECORD> {}
