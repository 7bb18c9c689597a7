import { epochDays, weekdayOf, type Day } from '../../../shared/basics/day';
import { clockTime } from '../../../shared/basics/minutes';
import { cellObstacle, type CellObstacle } from '../../../shared/commands/mark-cells';
import { markAt } from '../../../shared/records/attendance-column';
import { isFutureSession } from '../../../shared/records/attends';
import type { Enrolment } from '../../../shared/records/enrolment';
import type { EnrolmentId, SessionId } from '../../../shared/records/ids';
import type { Mark } from '../../../shared/records/mark';
import type { Session } from '../../../shared/records/session';
import { personThatCounts } from '../../../shared/records/who-counts';
import { bySchedule } from '../../../shared/regulation/credits';
import type { CourseFacts } from '../../../shared/regulation/facts';
import type { Moment } from '../../app/use-moment';

/** What one head of a column shows. */
export interface RegisterColumn {
  readonly session: Session;
  readonly time: string;
  /** First session of its date. */
  readonly firstOfDay: boolean;
}

/** Neighbouring columns of one date. */
export interface RegisterDay {
  readonly date: Day;
  /** 1 = Monday. */
  readonly weekday: number;
  readonly firstColumn: number;
  readonly columns: number;
}

export interface RegisterRowData {
  readonly enrolment: Enrolment;
  readonly name: string;
  /** Whole: only for finding people by their last digits. */
  readonly idNumber: string;
}

/** What does not change with a mark. */
export interface RegisterFrame {
  readonly columns: readonly RegisterColumn[];
  readonly days: readonly RegisterDay[];
  readonly rows: readonly RegisterRowData[];
}

/** The register as the grid sees it: sorted columns and rows, marks by place. */
export interface RegisterModel extends RegisterFrame {
  readonly moment: Moment;
  readonly mark: (row: number, column: number) => Mark | null;
  readonly isLateEntry: (row: number, column: number) => boolean;
  /** Why a cell takes no mark, or null when it does. */
  readonly blocked: (row: number, column: number) => CellObstacle | null;
}

/** Sessions in the order in which they take place; people in roster order, those who left at their place. */
export function registerFrame({
  sessions,
  enrolments,
  persons,
}: Pick<CourseFacts, 'sessions' | 'enrolments' | 'persons'>): RegisterFrame {
  const sorted = sessions.toSorted(bySchedule);
  const days: { date: Day; weekday: number; firstColumn: number; columns: number }[] = [];
  const columns = sorted.map((session, index): RegisterColumn => {
    const firstOfDay = days.at(-1)?.date !== session.date;
    if (firstOfDay)
      days.push({ date: session.date, weekday: weekdayOf(session.date), firstColumn: index, columns: 1 });
    else days.at(-1)!.columns += 1;
    return { session, time: `${clockTime(session.start)}–${clockTime(session.end)}`, firstOfDay };
  });
  const rows = enrolments
    .toSorted((a, b) => a.order - b.order || a.index - b.index)
    .map((enrolment): RegisterRowData => {
      const person = personThatCounts(persons, enrolment.personId);
      return { enrolment, name: person?.name ?? '', idNumber: person?.idNumber ?? '' };
    });
  return { columns, days, rows };
}

export function registerModel(
  frame: RegisterFrame,
  { attendance }: Pick<CourseFacts, 'attendance'>,
  moment: Moment,
): RegisterModel {
  const { columns, rows } = frame;
  const marks = columns.map(({ session }) => attendance.get(session.id));
  const heldOn = columns.map(({ session }) => epochDays(session.date));
  return {
    ...frame,
    moment,
    mark: (row, column) => markAt(marks[column], rows[row]!.enrolment.index),
    isLateEntry: (row, column) => {
      const { index } = rows[row]!.enrolment;
      const recorded = marks[column];
      // Whole numbers of days: a class of 5,000 is counted with every key.
      return (
        recorded !== undefined && (recorded.status[index] ?? 0) > 0 && recorded.recordedOn[index]! > heldOn[column]!
      );
    },
    blocked: (row, column) => cellObstacle(columns[column]!.session, rows[row]!.enrolment, moment),
  };
}

export interface Recorded {
  readonly done: number;
  readonly of: number;
  /** Marks that were recorded after the session's day (补录). */
  readonly late: number;
  readonly open: readonly EnrolmentId[];
}

/** How many of those who can be marked in a session are, and who is still open. */
export function recordedIn(model: RegisterModel, column: number): Recorded {
  const open: EnrolmentId[] = [];
  let done = 0;
  let late = 0;
  model.rows.forEach(({ enrolment }, row) => {
    if (model.isLateEntry(row, column)) late += 1;
    if (model.blocked(row, column)) return;
    if (model.mark(row, column)) done += 1;
    else open.push(enrolment.id);
  });
  return { done, of: done + open.length, late, open };
}

/** The session that is on now or comes next today; else the next one; else the last. 0 in an empty register. */
export function currentColumn({ columns, moment: { today, minuteOfDay } }: RegisterModel): number {
  const next = columns.findIndex(
    ({ session: { date, end } }) => date > today || (date === today && end > minuteOfDay),
  );
  return next >= 0 ? next : Math.max(0, columns.length - 1);
}

/** Where marking goes on: today's first session with open places, else the first one of all; none in the future. */
export function firstOpenColumn(model: RegisterModel): number {
  const { columns, moment } = model;
  const isOpen = (column: number): boolean =>
    !isFutureSession(columns[column]!.session, moment.today, moment.minuteOfDay) &&
    model.rows.some((_, row) => model.mark(row, column) === null && model.blocked(row, column) === null);
  const held = columns.flatMap(({ session }, column) => (session.date <= moment.today ? [column] : []));
  const todays = held.filter((column) => columns[column]!.session.date === moment.today);
  return todays.find(isOpen) ?? held.find(isOpen) ?? currentColumn(model);
}

/** The cell of a person and a session; without the session where marking goes on, without the person the first line. */
export function startCell(
  model: RegisterModel,
  at: { readonly enrolmentId?: EnrolmentId; readonly sessionId?: SessionId } | undefined,
): { readonly row: number; readonly column: number } {
  const row = model.rows.findIndex(({ enrolment }) => enrolment.id === at?.enrolmentId);
  const column = model.columns.findIndex(({ session }) => session.id === at?.sessionId);
  return { row: Math.max(0, row), column: column < 0 ? firstOpenColumn(model) : column };
}
