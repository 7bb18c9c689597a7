import type { CourseId, SessionId } from '../../../shared/records/ids';
import type { Session } from '../../../shared/records/session';
import { sessionClashes, type SessionClash } from '../../../shared/records/session-clashes';

/** What a line of the timetable clashes with (null = a session of another course) and in what. */
export interface LineClash {
  readonly kinds: readonly SessionClash['kind'][];
  readonly with: number | null;
}

export interface Clashes {
  readonly all: readonly SessionClash[];
  readonly byLine: ReadonlyMap<SessionId, readonly LineClash[]>;
}

/** All clashes of teacher, room and time, and at which lines they are shown. Sessions whose place cannot be read yet have none. */
export function lineClashes(sessions: readonly Session[], others: readonly Session[], courseId: CourseId): Clashes {
  const placed = sessions.filter(({ start, end }) => start < end);
  const all = sessionClashes(placed, others);
  const byLine = new Map<SessionId, LineClash[]>();
  const note = (at: Session, other: Session, kind: SessionClash['kind']): void => {
    const number = other.courseId === courseId ? other.number : null;
    const list = byLine.get(at.id) ?? [];
    const known = list.findIndex((clash) => clash.with === number);
    const kinds = known < 0 ? [kind] : [...new Set([...list[known]!.kinds, kind])];
    if (known < 0) list.push({ kinds, with: number });
    else list[known] = { kinds, with: number };
    byLine.set(at.id, list);
  };
  for (const { kind, a, b } of all) {
    note(a, b, kind);
    if (b.courseId === courseId) note(b, a, kind);
  }
  return { all, byLine };
}
