import { day, id, oneOf, optional, text } from './describe';
import { described, member, PERSONAL, RECORD, WORKING, type RecordOf } from './described-record';

/** 培训班 / 期次. Judged by the ruleset it names, for ever. */
export const COURSE = described({
  title: '培训班',
  members: {
    id: member('编号', id('courses'), RECORD),
    title: member('培训班名称', text, RECORD),
    /** 业务类型: 换证 or 年度继续教育. */
    purpose: member('业务类型', oneOf('exchange', 'annual'), RECORD),
    ruleset: member('适用规则', text, RECORD),
    startsOn: member('开班日期', day, RECORD),
    endsOn: member('结束日期', day, RECORD),
    place: member('培训地点', optional(text), RECORD),
    teacherInCharge: member('班主任', optional(text), PERSONAL),
    note: member('备注', optional(text), WORKING),
  },
  invariants: [{ member: 'endsOn', says: '不能早于开班日期', holds: ({ startsOn, endsOn }) => startsOn <= endsOn }],
});

export interface Course extends RecordOf<typeof COURSE> {}
export type Purpose = Course['purpose'];
export type RulesetId = string;
