import { problem } from '../problems/catalogue';
import type { CourseFacts } from '../regulation/facts';
import { conclude, refuse, type Correction, type Objection } from './conclude';
import type { AttendanceEntry } from './import-entries';
import type { CommandContext, CommandResult } from './intent';
import { cellChanges, cellObstacle, cellProblems, changedCells, findCells } from './mark-cells';

export interface ImportAttendanceInput extends Correction {
  readonly entries: readonly AttendanceEntry[];
  /** Cells that hold another mark already: keep them (default) or take the file's, which needs a reason for earlier days. */
  readonly differing?: 'keep' | 'take' | undefined;
  /** Cells that cannot be marked (not yet held, not in the course that day): refuse (default) or leave them out and say so. */
  readonly unmarkable?: 'refuse' | 'leave-out' | undefined;
}

/** A whole attendance sheet as one intent. The same file twice writes nothing. */
export function importAttendance(
  facts: CourseFacts,
  { entries, differing, unmarkable, reason, parents }: ImportAttendanceInput,
  ctx: CommandContext,
): CommandResult {
  if (entries.length === 0) return refuse('marks-empty');
  const { cells, problems: lost } = findCells(facts, entries);
  const problems: Objection[] = [...lost];
  const changed = changedCells(cells);
  const kept = differing === 'take' ? [] : changed.filter(({ before }) => before !== null);
  const free = differing === 'take' ? changed : changed.filter(({ before }) => before === null);
  const left =
    unmarkable === 'leave-out'
      ? free.filter(({ session, enrolment }) => cellObstacle(session, enrolment, ctx) !== null)
      : [];
  const out = new Set(left);
  const written = free.filter((cell) => !out.has(cell));
  if (kept.length > 0) problems.push(problem('marks-kept', { count: kept.length }));
  if (left.length > 0)
    problems.push(
      problem('marks-left-out', {
        count: left.length,
        sessions: [...new Set(left.map(({ session }) => session.number))],
      }),
    );
  problems.push(...cellProblems(facts, written, reason, ctx));
  return conclude({
    kind: 'attendance.import',
    changes: cellChanges(written, ctx),
    problems,
    reason,
    parents,
    nothing: problem('nothing-to-import', { rows: entries.length }),
  });
}
