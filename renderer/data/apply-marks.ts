import { emptyColumn, trimmedColumn, withMarks } from '../../shared/records/attendance-column';
import type { CourseId, EnrolmentId, SessionId } from '../../shared/records/ids';
import type { Mark, MarkRecord } from '../../shared/records/mark';
import type { Day } from '../../shared/basics/day';
import type { MarkChange, RowChange } from './record-change';
import { toJson, type RecordDigest } from './record-digest';
import type { RowSet } from './row-set';
import { markRecordAt } from './rows-records';
import type { AttendanceRow, EnrolmentRow } from './row-types';
import type { Projection } from './schema';
import type { WaitingSet } from './waiting-set';

interface Cell {
  readonly index: number;
  readonly mark: Mark | null;
  readonly recordedOn: Day;
}

/** The columns that one transaction works on: each read once, written once with all its new cells. */
class ColumnSet {
  readonly #db: Projection;
  readonly #columns = new Map<string, AttendanceRow | undefined>();
  readonly #courses = new Map<CourseId, readonly AttendanceRow[]>();
  readonly #cells = new Map<string, { readonly courseId: CourseId; readonly cells: Cell[] }>();

  constructor(db: Projection) {
    this.#db = db;
  }

  async load(sessions: Iterable<SessionId>): Promise<void> {
    const missing = [...new Set(sessions)].filter((id) => !this.#columns.has(id));
    if (missing.length === 0) return;
    const rows = await this.#db.attendance.bulkGet(missing);
    missing.forEach((id, i) => this.#columns.set(id, rows[i]));
  }

  async ofCourse(courseId: CourseId): Promise<readonly AttendanceRow[]> {
    const known = this.#courses.get(courseId);
    if (known) return known;
    const rows = await this.#db.attendance.where('courseId').equals(courseId).toArray();
    for (const row of rows) this.#columns.set(row.id, row);
    this.#courses.set(courseId, rows);
    return rows;
  }

  /** As stored, without the cells that were set since. */
  get(session: SessionId): AttendanceRow | undefined {
    return this.#columns.get(session);
  }

  set(session: SessionId, courseId: CourseId, cell: Cell): void {
    const column = this.#cells.get(session);
    if (column) column.cells.push(cell);
    else this.#cells.set(session, { courseId, cells: [cell] });
  }

  async write(): Promise<void> {
    const rows: AttendanceRow[] = [];
    const empty: string[] = [];
    for (const [id, { courseId, cells }] of this.#cells) {
      const sessionId = id as SessionId;
      const column = trimmedColumn(withMarks(this.#columns.get(id) ?? emptyColumn(sessionId), cells));
      if (column.status.length > 0) rows.push({ ...column, id: sessionId, courseId });
      else empty.push(id);
    }
    if (empty.length > 0) await this.#db.attendance.bulkDelete(empty);
    if (rows.length > 0) await this.#db.attendance.bulkPut(rows);
  }
}

const NO_DAY = '1970-01-01' as Day;

/** Puts changed marks into their sessions' columns, and moves marks whose enrolment or session came, went or changed its place. */
export async function applyMarks(
  db: Projection,
  rows: RowSet,
  waiting: WaitingSet,
  rowChanges: readonly RowChange[],
  changes: readonly MarkChange[],
  appeared: ReadonlySet<string>,
  digest: RecordDigest,
): Promise<void> {
  const columns = new ColumnSet(db);
  const pending = new Map<string, MarkRecord>();
  const lift = (column: AttendanceRow, enrolment: EnrolmentRow): void => {
    const record = markRecordAt(column, enrolment.record);
    if (!record) return;
    pending.set(record.id, record);
    columns.set(column.id, column.courseId, { index: enrolment.record.index, mark: null, recordedOn: NO_DAY });
  };
  for (const change of rowChanges) {
    if (change.table === 'enrolments') {
      const stored = rows.stored('enrolments', change.key);
      if (!stored || samePlace(stored, rows.get('enrolments', change.key))) continue;
      for (const column of await columns.ofCourse(stored.courseId)) lift(column, stored);
    } else if (change.table === 'sessions') {
      const stored = rows.stored('sessions', change.key);
      if (!stored || rows.get('sessions', change.key)?.courseId === stored.courseId) continue;
      const sessionId = stored.record.id;
      await columns.load([sessionId]);
      const column = columns.get(sessionId);
      if (column)
        for (const row of await db.enrolments.where('courseId').equals(stored.courseId).toArray()) lift(column, row);
    }
  }
  for (const row of waiting.for(appeared)) {
    if (!row.mark) continue;
    pending.set(row.id.slice('marks/'.length), row.mark);
    waiting.set(row.id, []);
  }
  const touched = [...pending.values(), ...changes.map(({ key }) => placeOf(key))];
  await rows.load(
    'sessions',
    touched.map((record) => record.sessionId),
  );
  await rows.load(
    'enrolments',
    touched.map((record) => record.enrolmentId),
  );
  await columns.load(touched.map((record) => record.sessionId));

  for (const { key, after } of changes) {
    const record = placeOf(key);
    const waits = waiting.get(`marks/${key}`);
    const stored = rows.stored('enrolments', record.enrolmentId);
    const column = columns.get(record.sessionId);
    const cell = stored && column?.courseId === stored.courseId ? markRecordAt(column, stored.record) : null;
    const previous = pending.get(key) ?? waits?.mark ?? cell;
    if (previous) digest.remove('marks', toJson(previous));
    if (after) digest.add('marks', toJson(after));
    waiting.set(`marks/${key}`, []);
    if (after) pending.set(key, after);
    else if (!pending.delete(key) && cell && stored)
      columns.set(record.sessionId, stored.courseId, { index: stored.record.index, mark: null, recordedOn: NO_DAY });
  }
  for (const [key, record] of pending) {
    const session = rows.get('sessions', record.sessionId);
    const enrolment = rows.get('enrolments', record.enrolmentId);
    if (session && session.courseId === enrolment?.courseId)
      columns.set(record.sessionId, session.courseId, {
        index: enrolment.record.index,
        mark: record.mark,
        recordedOn: record.recordedOn,
      });
    else waiting.set(`marks/${key}`, [`enrolments/${record.enrolmentId}`, `sessions/${record.sessionId}`], record);
  }
  await columns.write();
}

/** A mark's key is made of these two; a deletion says nothing else. */
const placeOf = (key: string): Pick<MarkRecord, 'sessionId' | 'enrolmentId'> => {
  const colon = key.indexOf(':');
  return { sessionId: key.slice(0, colon) as SessionId, enrolmentId: key.slice(colon + 1) as EnrolmentId };
};

const samePlace = (a: EnrolmentRow, b: EnrolmentRow | undefined): boolean =>
  b !== undefined && a.courseId === b.courseId && a.record.index === b.record.index;
