import type { Day } from '../basics/day';
import type { Sheet } from '../basics/sheet';
import { maskDigits } from '../identity/mask';
import { importProblem } from '../problems/import-problems';
import type { Clash } from '../problems/import-teaching-problems';
import type { Problem } from '../problems/problem';
import { markAt } from '../records/attendance-column';
import { isMarkPossible } from '../records/check-mark';
import type { Enrolment } from '../records/enrolment';
import type { SessionId } from '../records/ids';
import { isAttended, type Mark } from '../records/mark';
import { markText } from '../records/mark-text';
import type { Session } from '../records/session';
import type { CourseFacts } from '../regulation/facts';
import { readMark } from './attendance-mark';
import { buildPreview } from './build-preview';
import { plainText } from './cell-text';
import { findPerson, PERSON_FIELDS } from './course-people';
import { normaliseHeading } from './heading-text';
import { headingText } from './plan-columns';
import type { FieldChange, ImportPreview, Progress, ReadChoices, RowReading } from './preview';
import { matchByDay, matchSession, readSessionHeading, type SessionHeading } from './session-heading';
import type { Candidate, Heading, RowCells, SheetReader, Settlement } from './sheet-reader';
import { wouldChange } from './would-change';

/** What an attendance sheet is checked against: the course with its timetable, roster and marks so far. */
export interface AttendanceContext {
  readonly facts: CourseFacts;
  readonly today: Day;
}

/** The marks of one row. A row without a post speaks for all posts of its person: who sat there sat there once. */
export interface AttendanceCandidate {
  readonly name: string;
  readonly enrolments: readonly Enrolment[];
  readonly marks: readonly { readonly sessionId: SessionId; readonly mark: Mark }[];
  /** Sessions whose stored mark differs: imported only when taken. */
  readonly differing: readonly SessionId[];
}

export type AttendancePreview = ImportPreview<'attendance', AttendanceCandidate, AttendanceContext>;

/** The field of a session's column. */
export const sessionField = (id: SessionId): string => `session:${id}`;

/** Reads 考勤表: a column that names people and one for each session, headed by date and number. */
export const attendanceReader: SheetReader<'attendance', AttendanceCandidate, AttendanceContext> = {
  kind: 'attendance',
  fields: PERSON_FIELDS,
  required: [['name', 'idNumber']],
  keys: ['idNumber'],
  extrasLabel: '课次（如“03-16 第1课”）',
  extras: (headings, { facts }) => sessionColumns(headings, facts.sessions),
  readRow: readAttendanceRow,
  settle: settleAttendance,
};

export const readAttendance = (
  sheets: readonly Sheet[],
  context: AttendanceContext,
  choices?: ReadChoices,
  progress?: Progress,
): AttendancePreview => buildPreview(attendanceReader, sheets, context, choices, progress);

function sessionColumns(
  headings: readonly Heading[],
  sessions: readonly Session[],
): { fields: ReadonlyMap<number, string>; problems: readonly Problem[] } {
  const fields = new Map<number, string>();
  const columnOf = new Map<SessionId, string>();
  const problems: Problem[] = [];
  const read = headings.flatMap((heading) => {
    const said = readSessionHeading(headingText(heading)) ?? headingOfTitle(headingText(heading), sessions);
    return said ? [{ heading, said }] : [];
  });
  const byDay = matchByDay(
    read.map(({ said }) => said),
    sessions,
  );
  for (const { heading, said } of read) {
    const column = headingText(heading);
    const session = byDay.get(said);
    const match = session ? ({ kind: 'session', session } as const) : matchSession(said, sessions);
    const clash = (values: Clash): number => problems.push(importProblem('session-clash', values));
    if (match.kind === 'unknown') problems.push(importProblem('session-unknown', { column }));
    else if (match.kind === 'date-and-number')
      clash({ why: 'date-and-number', column, number: match.session.number, date: match.session.date });
    else if (match.kind === 'several-on-day')
      clash({ why: 'several-on-day', column, numbers: match.sessions.map(({ number }) => number) });
    else {
      const other = columnOf.get(match.session.id);
      if (other !== undefined) clash({ why: 'two-columns', column, other, number: match.session.number });
      else {
        columnOf.set(match.session.id, column);
        fields.set(heading.index, sessionField(match.session.id));
      }
    }
  }
  return { fields, problems };
}

/** A heading that is the name of a lesson which no other has. */
function headingOfTitle(text: string, sessions: readonly Session[]): SessionHeading | null {
  const wanted = normaliseHeading(text);
  const [one, other] = sessions.filter(({ title }) => title !== undefined && normaliseHeading(title) === wanted);
  return one && !other ? { on: one.date, monthDate: null, number: one.number, start: null, half: null } : null;
}

function readAttendanceRow(cells: RowCells, { facts, today }: AttendanceContext): RowReading<AttendanceCandidate> {
  const found = findPerson(cells, facts, today);
  const problems: Problem[] = found.kind === 'found' ? [] : [found.problem];
  const shown: { [field: string]: string } = {};
  const marks: { sessionId: SessionId; mark: Mark }[] = [];
  const withoutMinutes: number[] = [];
  let firstWithout: string | undefined;
  for (const session of facts.sessions) {
    const field = sessionField(session.id);
    if (!cells.has(field)) continue;
    const text = plainText(cells.cell(field));
    const mark = readMark(text);
    shown[field] = mark === 'unreadable' ? text : markText(mark);
    if (mark === 'unreadable')
      problems.push(importProblem('mark-unreadable', { number: session.number, value: maskDigits(text) }, field));
    else if (mark) {
      const possible = withinSession(mark, session);
      marks.push({ sessionId: session.id, mark: possible });
      if (possible !== mark)
        problems.push(
          importProblem(
            'minutes-over',
            { number: session.number, value: text, minutes: session.end - session.start },
            field,
          ),
        );
      if (isAttended(mark) && (mark.late === 'unknown' || mark.early === 'unknown')) {
        withoutMinutes.push(session.number);
        firstWithout ??= field;
      }
    }
  }
  if (withoutMinutes.length > 0)
    problems.push(importProblem('minutes-missing', { numbers: withoutMinutes }, firstWithout));
  const name = found.kind === 'found' ? found.person.name : plainText(cells.cell('name'));
  const refused = found.kind !== 'found' || problems.some(({ level }) => level === 'error');
  return {
    name,
    shown,
    entry: refused ? null : { name, enrolments: found.enrolments, marks, differing: [] },
    problems,
    skipped: false,
  };
}

/** Nobody misses more minutes than a session has: 迟120 in one of 90 missed all of it. The same mark where it is possible. */
function withinSession(mark: Mark, session: Session): Mark {
  if (isMarkPossible(mark, session) || !isAttended(mark)) return mark;
  const length = session.end - session.start;
  const late = mark.late === 'unknown' ? mark.late : Math.min(mark.late, length);
  const left = length - (late === 'unknown' ? 0 : late);
  return { ...mark, late, early: mark.early === 'unknown' ? mark.early : Math.min(mark.early, left) };
}

function settleAttendance(
  candidates: readonly Candidate<AttendanceCandidate>[],
  { facts }: AttendanceContext,
): readonly Settlement<AttendanceCandidate>[] {
  const rowOf = new Map<string, number>();
  const sessions = new Map(facts.sessions.map((session) => [session.id, session]));
  return candidates.map(({ row, entry }) => {
    const earlier = entry.enrolments.map(({ id }) => rowOf.get(id)).find((one) => one !== undefined);
    if (earlier !== undefined) {
      const problem = importProblem('person-ambiguous', { why: 'twice', name: entry.name, row: earlier }, 'name');
      return { entry: null, problems: [problem], changes: [], unchanged: false };
    }
    for (const { id } of entry.enrolments) rowOf.set(id, row);
    const changes: FieldChange[] = [];
    const differing: SessionId[] = [];
    let fresh = false;
    for (const { sessionId, mark } of entry.marks) {
      const column = facts.attendance.get(sessionId);
      const stored = entry.enrolments.map(({ index }) => markAt(column, index));
      fresh ||= stored.some((old) => old === null);
      const other = stored.find((old) => old !== null && markText(old) !== markText(mark));
      if (!other) continue;
      differing.push(sessionId);
      changes.push({
        field: sessionField(sessionId),
        label: `第 ${sessions.get(sessionId)!.number} 课`,
        from: markText(other),
        to: markText(mark),
      });
    }
    const unchanged = !fresh && changes.length === 0 && entry.marks.length > 0;
    const said = unchanged
      ? [importProblem('already-enrolled', { what: `${entry.name}的考勤` })]
      : changes.length > 0
        ? [wouldChange(changes)]
        : [];
    return { entry: { ...entry, differing }, problems: said, changes, unchanged };
  });
}
