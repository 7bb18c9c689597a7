import { dayFromEpoch, epochDays, type Day } from '../basics/day';
import type { SessionId } from './ids';
import { isAttended, PRESENT, type Mark, type MissedMinutes } from './mark';
import { AWAY_KINDS, rowOfStored } from './mark-kinds';

const NONE = 0;
const ATTENDED = rowOfStored('attended').column;
/** The marks of being away by their codes. */
const AWAY = new Map<number | undefined, Mark>(AWAY_KINDS.map((kind) => [rowOfStored(kind).column, { kind }]));
const UNKNOWN_MINUTES = -1;

/**
 * All marks of one session, by enrolment index: a class of 5,000 × 32 loads as 32 of these instead of 160,000 rows.
 * Arrays may be shorter than the class; what lies beyond is not recorded.
 */
export interface AttendanceColumn {
  readonly sessionId: SessionId;
  readonly status: Uint8Array;
  readonly late: Int16Array;
  readonly early: Int16Array;
  /** Epoch days of the recording. */
  readonly recordedOn: Int32Array;
}

export const emptyColumn = (sessionId: SessionId, size = 0): AttendanceColumn => ({
  sessionId,
  status: new Uint8Array(size),
  late: new Int16Array(size),
  early: new Int16Array(size),
  recordedOn: new Int32Array(size),
});

const minutes = (value: number): MissedMinutes => (value === UNKNOWN_MINUTES ? 'unknown' : value);
const stored = (value: MissedMinutes): number => (value === 'unknown' ? UNKNOWN_MINUTES : value);

/** The mark at an enrolment index, or null when none is recorded. */
export function markAt(column: AttendanceColumn | undefined, index: number): Mark | null {
  const code = column?.status[index];
  if (!column || !code) return null;
  if (code !== ATTENDED) return AWAY.get(code) ?? null;
  if (column.late[index] === 0 && column.early[index] === 0) return PRESENT;
  return { kind: 'attended', late: minutes(column.late[index]!), early: minutes(column.early[index]!) };
}

/** The day on which the mark at an index was recorded, or null. */
export const recordedOnAt = (column: AttendanceColumn | undefined, index: number): Day | null =>
  column?.status[index] ? dayFromEpoch(column.recordedOn[index]!) : null;

/** Without the empty cells at its end, so that the same marks are the same column however they came. */
export function trimmedColumn(column: AttendanceColumn): AttendanceColumn {
  const size = column.status.findLastIndex((cell) => cell !== NONE) + 1;
  if (size === column.status.length) return column;
  const { sessionId, status, late, early, recordedOn } = column;
  return {
    sessionId,
    status: status.slice(0, size),
    late: late.slice(0, size),
    early: early.slice(0, size),
    recordedOn: recordedOn.slice(0, size),
  };
}

/** A copy of the column with these marks set (null clears); it grows to the largest index. */
export function withMarks(
  column: AttendanceColumn,
  marks: Iterable<{ readonly index: number; readonly mark: Mark | null; readonly recordedOn: Day }>,
): AttendanceColumn {
  const list = [...marks];
  const size = list.reduce((n, m) => Math.max(n, m.index + 1), column.status.length);
  const next = emptyColumn(column.sessionId, size);
  next.status.set(column.status);
  next.late.set(column.late);
  next.early.set(column.early);
  next.recordedOn.set(column.recordedOn);
  for (const { index, mark, recordedOn } of list) {
    const attended = isAttended(mark) ? mark : null;
    next.status[index] = mark ? rowOfStored(mark.kind).column : NONE;
    next.late[index] = attended ? stored(attended.late) : 0;
    next.early[index] = attended ? stored(attended.early) : 0;
    next.recordedOn[index] = mark ? epochDays(recordedOn) : 0;
  }
  return next;
}
