import { readMark } from '../../../shared/import/attendance-mark';
import type { CellMark } from '../../../shared/commands/mark-cells';
import { blockOf, cellsOf, type Cell, type Selection } from './grid-selection';
import type { RegisterModel } from './register-model';

/** A pasted cell that nobody can read, and for whom it was meant ('' and null beyond the edges). */
export interface UnreadCell {
  readonly text: string;
  readonly name: string;
  readonly session: number | null;
}

/** What a pasted block means: cells to write, or those that nobody can read (then nothing is written). */
export type PastedMarks =
  /** leftOut = filled cells of the block beyond the edges or that take no mark. */
  | { readonly kind: 'cells'; readonly cells: readonly CellMark[]; readonly leftOut: number }
  | { readonly kind: 'unreadable'; readonly cells: readonly UnreadCell[] };

/**
 * A block from Excel (lines with tabs), laid on the register from the selection's first cell on; a single value fills
 * the whole selection. Blanks change nothing.
 */
export function pastedMarks(text: string, at: Selection, model: RegisterModel): PastedMarks {
  const lines = text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'));
  const unreadable: UnreadCell[] = [];
  const cells: CellMark[] = [];
  let leftOut = 0;
  const put = ({ row, column }: Cell, value: string): void => {
    const mark = readMark(value);
    if (mark === 'unreadable')
      unreadable.push({
        text: value.trim(),
        name: model.rows[row]?.name ?? '',
        session: model.columns[column]?.session.number ?? null,
      });
    else if (mark !== null) {
      if (row >= model.rows.length || column >= model.columns.length || model.blocked(row, column)) leftOut += 1;
      else
        cells.push({
          sessionId: model.columns[column]!.session.id,
          enrolmentId: model.rows[row]!.enrolment.id,
          mark,
        });
    }
  };
  if (lines.length === 1 && lines[0]!.length === 1) for (const cell of cellsOf(at)) put(cell, lines[0]![0]!);
  else {
    const { top, left } = blockOf(at);
    lines.forEach((line, down) =>
      line.forEach((value, right) => put({ row: top + down, column: left + right }, value)),
    );
  }
  return unreadable.length > 0 ? { kind: 'unreadable', cells: unreadable } : { kind: 'cells', cells, leftOut };
}
