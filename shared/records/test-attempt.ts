import { day, either, id, oneOf, optional, points, reference, text, whole } from './describe';
import { described, member, PERSONAL, PERSONAL_INTERNAL, RECORD, type RecordOf } from './described-record';

/** 测试 / 补考. The pass mark that was in force is kept with the attempt; the best attempt counts. */
export const TEST_ATTEMPT = described({
  title: '测试成绩',
  members: {
    id: member('编号', id('attempts'), RECORD),
    enrolmentId: member('报名', reference('enrolments'), RECORD),
    on: member('考试日期', day, RECORD),
    /** 第几次, from 1. */
    number: member('次数', whole(1, 99), RECORD),
    /** Points 0 to 100 (halves allowed), or 缺考. */
    score: member('成绩', either(points, oneOf('absent')), PERSONAL),
    passMark: member('合格线', points, RECORD),
    note: member('备注', optional(text), PERSONAL_INTERNAL),
  },
  unique: [{ member: 'number', key: (attempt) => `${attempt.enrolmentId}|${attempt.number}` }],
});

export interface TestAttempt extends RecordOf<typeof TEST_ATTEMPT> {}
