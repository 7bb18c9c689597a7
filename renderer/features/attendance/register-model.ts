import { weekdayOf, type Day } from '../../../shared/basics/day';
import { clockTime } from '../../../shared/basics/minutes';
import { cellObstacle, type CellObstacle } from '../../../shared/commands/mark-cells';
import { markAt, recordedOnAt } from '../../../shared/records/attendance-column';
import type { Enrolment } from '../../../shared/records/enrolment';
import type { EnrolmentId } from '../../../shared/records/ids';
import type { Mark } from '../../../shared/records/mark';
import type { Session } from '../../../shared/records/session';
import type { CourseFacts } from '../../../shared/regulation/facts';

/** What one head of a column shows. */
export interface RegisterColumn {
  readonly session: Session;
  readonly weekday: number;
  readonly time: string;
  readonly isToday: boolean;
  /** First session of its date: the date is written above it. */
  readonly firstOfDay: boolean;
  readonly sessionsOfDay: number;
}

export interface RegisterRowData {
  readonly enrolment: Enrolment;
  readonly name: string;
}

/** The register as the grid sees it: sorted columns and rows, marks by place. */
export interface RegisterModel {
  readonly columns: readonly RegisterColumn[];
  readonly rows: readonly RegisterRowData[];
  readonly mark: (row: number, column: number) => Mark | null;
  readonly isLateEntry: (row: number, column: number) => boolean;
  /** Why a cell takes no mark, or null when it does. */
  readonly blocked: (row: number, column: number) => CellObstacle | null;
}

/** Sessions in the order in which they take place; people in roster order, those who left at their place. */
export function registerModel(facts: CourseFacts, now: { readonly today: Day; readonly minuteOfDay: number }): RegisterModel {
  const sessions = facts.sessions.toSorted(
    (a, b) => a.date.localeCompare(b.date) || a.start - b.start || a.number - b.number,
  );
  const columns = sessions.map((session, index): RegisterColumn => ({
    session,
    weekday: weekdayOf(session.date),
    time: `${clockTime(session.start)}–${clockTime(session.end)}`,
    isToday: session.date === now.today,
    firstOfDay: sessions[index - 1]?.date !== session.date,
    sessionsOfDay: sessions.filter((other) => other.date === session.date).length,
  }));
  const rows = facts.enrolments
    .toSorted((a, b) => a.order - b.order)
    .map((enrolment): RegisterRowData => ({ enrolment, name: facts.persons.get(enrolment.personId)?.name ?? '' }));
  return {
    columns,
    rows,
    mark: (row, column) => markAt(facts.attendance.get(columns[column]!.session.id), rows[row]!.enrolment.index),
    isLateEntry: (row, column) => {
      const { session } = columns[column]!;
      const recorded = recordedOnAt(facts.attendance.get(session.id), rows[row]!.enrolment.index);
      return recorded !== null && recorded > session.date;
    },
    blocked: (row, column) => cellObstacle(columns[column]!.session, rows[row]!.enrolment, now),
  };
}

/** How many of those who can be marked in a session are, and who is still open. */
export function recordedIn(model: RegisterModel, column: number): { readonly done: number; readonly of: number; readonly open: readonly EnrolmentId[] } {
  const open: EnrolmentId[] = [];
  let done = 0;
  model.rows.forEach(({ enrolment }, row) => {
    if (model.blocked(row, column)) return;
    if (model.mark(row, column)) done += 1;
    else open.push(enrolment.id);
  });
  return { done, of: done + open.length, open };
}
