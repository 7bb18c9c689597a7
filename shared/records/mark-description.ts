import { day, either, id, oneOf, reference, union, whole, type Type } from './describe';
import { described, member, RECORD } from './described-record';
import { markId } from './ids';
import type { Mark, MissedMinutes } from './mark';
import { AWAY_KINDS } from './mark-kinds';

const missed: Type<MissedMinutes> = either(whole(0, 24 * 60), oneOf('unknown'));

type Members = {
  readonly [K in Mark['kind']]: {
    readonly [F in Exclude<keyof Extract<Mark, { kind: K }>, 'kind'>]: Type<Extract<Mark, { kind: K }>[F]>;
  };
};

/** What each stored kind of mark carries: the minutes missed by who was there, nothing by who was not. */
const MEMBERS = {
  attended: { late: missed, early: missed },
  ...Object.fromEntries(AWAY_KINDS.map((kind) => [kind, {}])),
} as Members;

export const mark: Type<Mark> = union(MEMBERS);

/** A mark as it is recorded. recordedOn later than the session's date shows as a late entry (补录). */
export const MARK_RECORD = described({
  title: '考勤',
  members: {
    id: member('编号', id('marks'), RECORD),
    sessionId: member('课次', reference('sessions'), RECORD),
    enrolmentId: member('报名', reference('enrolments'), RECORD),
    mark: member('考勤', mark, RECORD),
    recordedOn: member('登记日期', day, RECORD),
  },
  invariants: [
    {
      member: 'id',
      says: '应为课次与报名的编号',
      holds: ({ id: own, sessionId, enrolmentId }) => own === markId(sessionId, enrolmentId),
    },
  ],
});
