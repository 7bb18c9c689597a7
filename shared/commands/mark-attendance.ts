import type { CourseFacts } from '../regulation/facts';
import { conclude, refuse, type Correction } from './conclude';
import type { CommandContext, CommandResult } from './intent';
import { cellChanges, cellProblems, changedCells, findCells, type CellMark } from './mark-cells';

export interface MarkAttendanceInput extends Correction {
  readonly cells: readonly CellMark[];
}

/**
 * Writes cells of the register. Equal marks write nothing; a session that has not opened, and people who do not take
 * part in it, cannot be marked (clearing always can); changing what stands in a session before today needs a reason.
 */
export function markAttendance(
  facts: CourseFacts,
  { cells: wanted, reason, parents }: MarkAttendanceInput,
  ctx: CommandContext,
): CommandResult {
  if (wanted.length === 0) return refuse('marks-empty');
  const { cells, problems } = findCells(facts, wanted);
  const changed = changedCells(cells);
  return conclude({
    kind: 'attendance.mark',
    changes: cellChanges(changed, ctx),
    problems: [...problems, ...cellProblems(facts, changed, reason, ctx)],
    reason,
    parents,
  });
}
