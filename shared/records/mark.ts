import type { Day } from '../basics/day';
import type { EnrolmentId, MarkId, SessionId } from './ids';
import type { AwayKind } from './mark-kinds';

/** Missed minutes: a whole number, 0 when none, or known to be some but not how many. */
export type MissedMinutes = number | 'unknown';

/** Was there, with the minutes missed at either end (出勤 = 0/0; 迟到 and 早退 may both occur). */
export interface AttendedMark {
  readonly kind: 'attended';
  readonly late: MissedMinutes;
  readonly early: MissedMinutes;
}

/** 考勤: one of the kinds of being away (缺勤, 请假), or attended. */
export type Mark = { [K in AwayKind]: { readonly kind: K } }[AwayKind] | AttendedMark;

export const PRESENT: AttendedMark = { kind: 'attended', late: 0, early: 0 };

/** Whether somebody was there for any part of the session; the other kinds are all ways of being away. */
export const isAttended = (mark: Mark | null | undefined): mark is AttendedMark => mark?.kind === 'attended';

/** Whether two marks say the same. */
export const sameMark = (a: Mark, b: Mark): boolean =>
  a.kind === 'attended' && b.kind === 'attended' ? a.late === b.late && a.early === b.early : a.kind === b.kind;

/** A mark as it is recorded. recordedOn later than the session's date shows as a late entry (补录). */
export interface MarkRecord {
  readonly id: MarkId;
  readonly sessionId: SessionId;
  readonly enrolmentId: EnrolmentId;
  readonly mark: Mark;
  readonly recordedOn: Day;
}
