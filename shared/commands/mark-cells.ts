import { groupBy } from '../basics/group-by';
import { clockTime } from '../basics/minutes';
import { sameValue } from '../basics/same-value';
import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import { isFutureSession, whyNotAttending, type NotAttending } from '../records/attends';
import { isMarkPossible } from '../records/check-mark';
import type { Enrolment } from '../records/enrolment';
import { markId, type EnrolmentId, type SessionId } from '../records/ids';
import type { Mark, MarkRecord } from '../records/mark';
import { markRecordAt } from '../records/mark-record';
import type { Session } from '../records/session';
import type { CourseFacts } from '../regulation/facts';
import { change, missingReason, type Objection } from './conclude';
import type { Change, CommandContext } from './intent';
import { nameOf } from './name-of';
import { enrolmentsById } from '../records/enrolments-by-id';

/** One cell of the register and what it shall hold; null clears it. */
export interface CellMark {
  readonly sessionId: SessionId;
  readonly enrolmentId: EnrolmentId;
  readonly mark: Mark | null;
}

/** Why a cell cannot be marked: the screen greys it out, the commands refuse it. */
export type CellObstacle = 'future' | NotAttending;

/** null when the cell can be marked at this day and minute. */
export function cellObstacle(
  session: Session,
  enrolment: Enrolment,
  { today, minuteOfDay }: Pick<CommandContext, 'today' | 'minuteOfDay'>,
): CellObstacle | null {
  return isFutureSession(session, today, minuteOfDay) ? 'future' : whyNotAttending(session, enrolment);
}

/** One cell with everything that decides whether it may be written. */
export interface Cell {
  readonly session: Session;
  readonly enrolment: Enrolment;
  readonly before: MarkRecord | null;
  readonly mark: Mark | null;
}

/** The cells found in the facts; problems for those whose session or enrolment is not there, or that come twice. */
export function findCells(
  facts: CourseFacts,
  wanted: readonly CellMark[],
): { readonly cells: readonly Cell[]; readonly problems: readonly Problem[] } {
  const sessions = new Map(facts.sessions.map((session) => [session.id, session]));
  const enrolments = enrolmentsById(facts);
  const problems: Problem[] = [];
  const found = new Map<string, Cell>();
  const twice: Cell[] = [];
  for (const { sessionId, enrolmentId, mark } of wanted) {
    const session = sessions.get(sessionId);
    const enrolment = enrolments.get(enrolmentId);
    if (!session) problems.push(problem('session-missing'));
    if (!enrolment) problems.push(problem('enrolment-unknown'));
    if (!session || !enrolment) continue;
    const id = markId(sessionId, enrolmentId);
    const earlier = found.get(id);
    const cell: Cell = { session, enrolment, before: markRecordAt(facts.attendance, sessionId, enrolment), mark };
    if (earlier && !sameValue(earlier.mark, mark)) twice.push(cell);
    found.set(id, earlier ?? cell);
  }
  return {
    cells: [...found.values()],
    problems: [
      ...problems,
      ...perSession(facts, twice, (session, people) => problem('mark-twice', { number: session.number, people })),
    ],
  };
}

/** Cells that would really change. */
export const changedCells = (cells: readonly Cell[]): readonly Cell[] =>
  cells.filter(({ before, mark }) => !sameValue(before?.mark ?? null, mark));

/** What stands against writing these cells, one problem per session and kind with all the names. */
export function cellProblems(
  facts: CourseFacts,
  cells: readonly Cell[],
  reason: string | undefined,
  ctx: CommandContext,
): readonly Objection[] {
  const hindered = (obstacle: CellObstacle) =>
    cells.filter(
      ({ session, enrolment, mark }) => mark !== null && cellObstacle(session, enrolment, ctx) === obstacle,
    );
  const past = cells.filter(({ session, before }) => before && session.date < ctx.today);
  return [
    ...perSession(facts, hindered('future'), ({ number, date, start }, people) =>
      problem('mark-future', { number, date, start: clockTime(start), people }),
    ),
    ...perSession(facts, hindered('outside-enrolment'), ({ number, date }, people) =>
      problem('mark-outside-enrolment', { number, date, people }),
    ),
    ...perSession(facts, hindered('not-invited'), ({ number }, people) =>
      problem('mark-not-invited', { number, people }),
    ),
    ...perSession(
      facts,
      cells.filter(({ mark, session }) => mark && !isMarkPossible(mark, session)),
      ({ number, start, end }, people) => problem('mark-minutes', { number, minutes: end - start, people }),
    ),
    ...(past.length > 0
      ? missingReason(reason, () =>
          problem(
            'mark-reason',
            {
              sessions: [...new Set(past.map(({ session }) => session.number))],
              people: [...new Set(past.map(({ enrolment }) => nameOf(facts, enrolment)))],
            },
            'reason',
          ),
        )
      : []),
  ];
}

/** The changes of these cells; recorded today. */
export const cellChanges = (cells: readonly Cell[], { today }: Pick<CommandContext, 'today'>): readonly Change[] =>
  cells
    .filter(({ before, mark }) => before || mark)
    .map(({ session, enrolment, before, mark }) =>
      change(
        'marks',
        before,
        mark && {
          id: markId(session.id, enrolment.id),
          sessionId: session.id,
          enrolmentId: enrolment.id,
          mark,
          recordedOn: today,
        },
      ),
    );

function perSession(
  facts: CourseFacts,
  cells: readonly Cell[],
  say: (session: Session, people: readonly string[]) => Problem,
): readonly Problem[] {
  return [...groupBy(cells, ({ session }) => session)].map(([session, same]) =>
    say(
      session,
      same.map(({ enrolment }) => nameOf(facts, enrolment)),
    ),
  );
}
