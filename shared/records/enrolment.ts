import { declaration } from './declaration';
import {
  day,
  id,
  list,
  object,
  optional,
  reference,
  referenceOutside,
  text,
  union,
  whole,
  type Infer,
} from './describe';
import {
  described,
  HIDDEN,
  member,
  needed,
  PERSONAL,
  PERSONAL_INTERNAL,
  RECORD,
  WORKING,
  type RecordOf,
} from './described-record';

const confirmedFinding = object({ rule: text, verdict: text, by: text, on: day });

/** A warning confirmed by name. It is about exactly this verdict: another one must be confirmed anew. */
export interface ConfirmedFinding extends Infer<typeof confirmedFinding> {}

const status = union({
  active: {},
  left: { on: day, reason: text },
  transferred: { on: day, to: referenceOutside('courses'), reason: text },
});

/** 在读, 退出, 转班. */
export type EnrolmentStatus = Infer<typeof status>;

/** The highest place in a course's attendance columns: each of them is an array as long as its highest place. */
export const HIGHEST_INDEX = 99_999;

/** 报名: one person with one certificate in one course. Sessions outside from–to are notApplicable, not unrecorded. */
export const ENROLMENT = described({
  title: '报名',
  members: {
    id: member('编号', id('enrolments'), RECORD),
    courseId: member('培训班', reference('courses'), RECORD),
    personId: member('学员', reference('persons'), RECORD),
    certificateId: member('证书', reference('certificates'), RECORD),
    post: member('岗位', text, RECORD),
    /** Place in the course's attendance columns (0, 1, 2 …); permanent, never given to another enrolment. */
    index: member('登记序', whole(0, HIGHEST_INDEX), needed(HIDDEN)),
    /** Place on the roster as printed (序号 order). */
    order: member('名册序号', whole(0, 9_999_999), RECORD),
    appliedOn: member('申报日期', optional(day), RECORD),
    healthy: member('身体健康', declaration, PERSONAL),
    employed: member('在企业工作', declaration, PERSONAL),
    stillInPost: member('仍在岗', declaration, PERSONAL),
    from: member('入班日期', optional(day), RECORD),
    to: member('离班日期', optional(day), RECORD),
    status: member('状态', status, RECORD),
    note: member('备注', optional(text), PERSONAL_INTERNAL),
    /** Warnings that somebody has looked at and answers for, until the package names them. */
    confirmed: member('已确认的提醒', optional(list(confirmedFinding)), WORKING),
  },
  unique: [
    {
      member: 'certificateId',
      key: (enrolment) => `certificate|${enrolment.courseId}|${enrolment.certificateId}`,
    },
    { member: 'index', key: (enrolment) => `index|${enrolment.courseId}|${enrolment.index}` },
  ],
});

export interface Enrolment extends RecordOf<typeof ENROLMENT> {}
