import type { Day } from '../basics/day';
import { emptyColumn, trimmedColumn, withMarks } from '../records/attendance-column';
import type { Enrolment } from '../records/enrolment';
import type { Mark, MarkRecord } from '../records/mark';
import type { Session } from '../records/session';
import type { CourseLine } from './documents';
import type { Draft } from './draft';
import { COURSES, markIn, ownerOf, placeOfMark, rosterOf, seatOf, WAITING } from './find-record';
import { leafIds, leafValue } from './leaves';
import { enrolledUnder, own, waitFor } from './place-record';

const NO_DAY = '1970-01-01' as Day;

interface Cell {
  readonly index: number;
  readonly mark: Mark | null;
  readonly recordedOn: Day;
}

/** Collects the cells of columns, so that each column is written once, however many marks it gets. */
export class MarkPen {
  readonly #cells = new Map<string, Map<number, Cell>>();

  constructor(private readonly draft: Draft) {}

  /** Records or clears the mark under this key; one whose session or enrolment is not there waits. */
  write(key: string, after: MarkRecord | null): void {
    const { draft } = this;
    if (draft.read('waiting', WAITING)?.entries.has(`marks/${key}`)) draft.delete('waiting', WAITING, `marks/${key}`);
    const { sessionId, enrolmentId } = placeOfMark(key);
    const enrolment = seatOf(draft, enrolmentId)?.enrolment;
    const courseId = ownerOf(draft, 'sessions', sessionId);
    if (enrolment && courseId === enrolment.courseId)
      this.#set(sessionId, {
        index: enrolment.index,
        mark: after?.mark ?? null,
        recordedOn: after?.recordedOn ?? NO_DAY,
      });
    else if (after) waitFor(draft, 'marks', after);
  }

  /** Takes all marks of an enrolment out of its course's columns; they are to be written again or wait. */
  liftEnrolment(enrolment: Enrolment): readonly MarkRecord[] {
    this.finish();
    const lifted: MarkRecord[] = [];
    for (const sessionId of this.draft.read('timetables', enrolment.courseId)?.entries.keys() ?? []) {
      const record = markIn(this.draft.read('attendance', sessionId), enrolment);
      if (!record) continue;
      lifted.push(record);
      this.#set(sessionId, { index: enrolment.index, mark: null, recordedOn: NO_DAY });
    }
    this.finish();
    return lifted;
  }

  /** Takes all marks out of a session's column. */
  liftSession(sessionId: string, courseId: string): readonly MarkRecord[] {
    this.finish();
    const column = this.draft.read('attendance', sessionId);
    if (!column) return [];
    const lifted = leafIds(this.draft, rosterOf(courseId)).flatMap((id) =>
      [...(this.draft.read('rosters', id)?.entries.values() ?? [])].flatMap(
        ({ enrolment }) => markIn(column, enrolment) ?? [],
      ),
    );
    this.draft.put('attendance', sessionId, null);
    return lifted;
  }

  /** Writes the columns. */
  finish(): void {
    for (const [id, cells] of this.#cells) {
      const sessionId = id as Session['id'];
      const column = trimmedColumn(
        withMarks(this.draft.read('attendance', id) ?? emptyColumn(sessionId), cells.values()),
      );
      const courseId = ownerOf(this.draft, 'sessions', id) as Session['courseId'];
      const { status, late, early, recordedOn } = column;
      this.draft.put(
        'attendance',
        id,
        status.length > 0 ? { id, sessionId, courseId, status, late, early, recordedOn } : null,
      );
    }
    this.#cells.clear();
  }

  #set(sessionId: string, cell: Cell): void {
    const cells = this.#cells.get(sessionId);
    if (cells) cells.set(cell.index, cell);
    else this.#cells.set(sessionId, new Map([[cell.index, cell]]));
  }
}

/** A session as it is from now on. Its marks go with it to another course only where their enrolments do. */
export function applySession(draft: Draft, marks: MarkPen, key: string, after: Session | null): void {
  const before = ownerOf(draft, 'sessions', key);
  const moves = before !== undefined && before !== after?.courseId;
  const lifted = moves ? marks.liftSession(key, before) : [];
  own(draft, 'sessions', key, after?.courseId ?? null);
  if (moves) {
    draft.delete('timetables', before, key);
    setDays(draft, before);
  }
  if (after) {
    draft.set('timetables', after.courseId, key, after, { highest: -1 });
    setDays(draft, after.courseId);
  }
  for (const record of lifted) marks.write(record.id, record);
}

/** Keeps the first and last day of a course's sessions in the list of courses. */
function setDays(draft: Draft, courseId: string): void {
  const line: CourseLine = leafValue(draft, COURSES, courseId) ?? { course: null, from: null, until: null };
  const sessions = draft.read('timetables', courseId)?.entries.values() ?? [];
  const { from, until } = daysSpan([...sessions].map(({ date }) => date));
  if (from === line.from && until === line.until) return;
  if (!line.course && from === null) draft.deleteLeaf(COURSES, courseId);
  else draft.setLeaf(COURSES, courseId, { ...line, from, until });
}

/** An enrolment as it is from now on: its marks, attempts and choices follow it to another place, or wait when it is gone. */
export function applyEnrolment(draft: Draft, marks: MarkPen, key: string, after: Enrolment | null): void {
  const seat = seatOf(draft, key);
  const before = seat?.enrolment;
  const moves = before && (before.courseId !== after?.courseId || before.index !== after.index);
  const lifted = moves ? marks.liftEnrolment(before) : [];
  if (before && before.courseId !== after?.courseId) draft.deleteLeaf(rosterOf(before.courseId), key);
  own(draft, 'enrolments', key, after?.courseId ?? null);
  if (before && (before.personId !== after?.personId || before.courseId !== after.courseId))
    enrolledUnder(draft, before.personId, key, null);
  if (after) {
    draft.setLeaf(rosterOf(after.courseId), key, { attempts: [], choices: [], ...seat, enrolment: after });
    if (before?.personId !== after.personId || before.courseId !== after.courseId)
      enrolledUnder(draft, after.personId, key, after.courseId);
    rememberIndex(draft, after);
  } else if (seat) {
    for (const record of seat.attempts) waitFor(draft, 'attempts', record);
    for (const record of seat.choices) waitFor(draft, 'professionalChoices', record);
  }
  for (const record of lifted) marks.write(record.id, record);
}

/** An index is never given twice, also not after its enrolment is gone: the highest one is remembered for ever. */
function rememberIndex(draft: Draft, { courseId, index }: Enrolment): void {
  const timetable = draft.read('timetables', courseId);
  if (timetable && timetable.highest >= index) return;
  draft.put('timetables', courseId, {
    id: courseId,
    entries: timetable?.entries ?? new Map(),
    highest: Math.max(index, timetable?.highest ?? -1),
  });
}

/** First and last of some days; null for none. */
function daysSpan(days: Iterable<Day>): { readonly from: Day | null; readonly until: Day | null } {
  let [from, until]: [Day | null, Day | null] = [null, null];
  for (const day of days) {
    if (from === null || day < from) from = day;
    if (until === null || day > until) until = day;
  }
  return { from, until };
}
