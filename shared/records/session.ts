import { day, id, list, oneOf, optional, reference, referenceOutside, text, whole } from './describe';
import { described, member, PERSONAL, RECORD, type RecordOf } from './described-record';

/** public = 公共基础知识, professional = 专业岗位知识. */
export const category = oneOf('public', 'professional');
export type Category = 'public' | 'professional';

const MINUTES_OF_DAY = 24 * 60;

/** 课次: one slot of the timetable. Times are minutes since midnight, local; periods are whole 学时. */
export const SESSION = described({
  title: '课次',
  members: {
    id: member('编号', id('sessions'), RECORD),
    courseId: member('培训班', reference('courses'), RECORD),
    /** 第 n 课, as the timetable and the attendance sheet name it. */
    number: member('课次', whole(0, 9_999), RECORD),
    date: member('日期', day, RECORD),
    start: member('开始', whole(0, MINUTES_OF_DAY), RECORD),
    end: member('结束', whole(0, MINUTES_OF_DAY), RECORD),
    periods: member('学时', whole(0, 99), RECORD),
    category: member('类别', category, RECORD),
    title: member('课程', optional(text), RECORD),
    /** Posts that a professional session counts for; empty = all. */
    posts: member('适用岗位', list(text), RECORD),
    teacher: member('教师', optional(text), PERSONAL),
    room: member('教室', optional(text), RECORD),
    /** A make-up lesson (补课): only these enrolments, for the session named. */
    onlyFor: member('参加学员', optional(list(referenceOutside('enrolments'))), RECORD),
    makesUpFor: member('所补课次', optional(reference('sessions')), RECORD),
  },
  invariants: [
    { member: 'end', says: '应晚于开始', holds: ({ start, end }) => start < end },
    { member: 'makesUpFor', says: '不能补自己', holds: (session) => session.makesUpFor !== session.id },
  ],
  unique: [{ member: 'number', key: (session) => `${session.courseId}|${session.number}` }],
});

export interface Session extends RecordOf<typeof SESSION> {}
