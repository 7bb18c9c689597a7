import { day, id, oneOf, optional, reference, text, whole } from './describe';
import { described, member, PERSONAL, RECORD, type RecordOf } from './described-record';
import { category } from './session';

const MINUTES_OF_DAY = 24 * 60;

/**
 * Hours not taught in a course of ours: 线上学时 (with proof) or 往年学时 of a certificate and CE year.
 * periods 0 with kind 'earlier' is a declared "none", which is not the same as no record.
 */
export const OUTSIDE_HOURS = described({
  title: '线上或往年学时',
  members: {
    id: member('编号', id('outsideHours'), RECORD),
    certificateId: member('证书', reference('certificates'), RECORD),
    kind: member('类型', oneOf('online', 'earlier'), RECORD),
    category: member('类别', category, RECORD),
    periods: member('学时', whole(0, 999), RECORD),
    /** One of the two: the day, from which the CE year follows, or the CE year itself. */
    on: member('日期', optional(day), RECORD),
    ceYear: member('继续教育年度', optional(whole(1900, 9999)), RECORD),
    /** Minutes since midnight, where the platform's record has them: an online lesson during a classroom one is an overlap. */
    start: member('开始', optional(whole(0, MINUTES_OF_DAY)), RECORD),
    end: member('结束', optional(whole(0, MINUTES_OF_DAY)), RECORD),
    /** Where it comes from: platform and record number, earlier 学时证明 … */
    source: member('来源', text, PERSONAL),
  },
  invariants: [
    {
      member: 'on',
      says: '日期和继续教育年度应有且只有一个',
      holds: ({ on, ceYear }) => (on === undefined) !== (ceYear === undefined),
    },
    {
      member: 'end',
      says: '开始和结束应一起填，且结束晚于开始',
      holds: ({ start, end }) => (start === undefined ? end === undefined : end !== undefined && start < end),
    },
  ],
});

export interface OutsideHours extends RecordOf<typeof OUTSIDE_HOURS> {}
