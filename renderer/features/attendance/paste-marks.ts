import { readMark } from '../../../shared/import/attendance-mark';
import type { CellMark } from '../../../shared/commands/mark-cells';
import type { Cell } from './grid-selection';
import type { RegisterModel } from './register-model';

/** What a pasted block means: cells to write, or the texts that nobody can read (then nothing is written). */
export type PastedMarks =
  | { readonly kind: 'cells'; readonly cells: readonly CellMark[] }
  | { readonly kind: 'unreadable'; readonly texts: readonly string[] };

/**
 * A block from Excel (lines with tabs), laid on the register from a cell on. What lies beyond the edges, and cells that
 * take no mark, are left out; blanks change nothing.
 */
export function pastedMarks(text: string, at: Cell, model: RegisterModel): PastedMarks {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const unreadable = new Set<string>();
  const cells: CellMark[] = [];
  lines.forEach((line, down) =>
    line.split('\t').forEach((value, right) => {
      const row = at.row + down;
      const column = at.column + right;
      if (row >= model.rows.length || column >= model.columns.length) return;
      const mark = readMark(value);
      if (mark === 'unreadable') unreadable.add(value.trim());
      else if (mark !== null && !model.blocked(row, column)) {
        cells.push({ sessionId: model.columns[column]!.session.id, enrolmentId: model.rows[row]!.enrolment.id, mark });
      }
    }),
  );
  return unreadable.size > 0 ? { kind: 'unreadable', texts: [...unreadable] } : { kind: 'cells', cells };
}
