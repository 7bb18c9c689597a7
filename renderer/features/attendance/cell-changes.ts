import type { CellMark } from '../../../shared/commands/mark-cells';
import type { Mark } from '../../../shared/records/mark';
import { markText } from '../../../shared/records/mark-text';
import { blockOf, cellsOf, type Selection } from './grid-selection';
import type { RegisterModel } from './register-model';

const cellMark = (model: RegisterModel, row: number, column: number, mark: Mark | null): CellMark => ({
  sessionId: model.columns[column]!.session.id,
  enrolmentId: model.rows[row]!.enrolment.id,
  mark,
});

/**
 * The selection with one mark (null clears). Cells of a block that take no mark are left out; where none takes one, all
 * go to the command, which says why.
 */
export function markedCells(model: RegisterModel, at: Selection, mark: Mark | null): readonly CellMark[] {
  const cells = cellsOf(at);
  const takes = mark === null ? cells : cells.filter(({ row, column }) => !model.blocked(row, column));
  return (takes.length > 0 ? takes : cells).map(({ row, column }) => cellMark(model, row, column, mark));
}

/** The first row of the selection downwards (of a single row: the row above it into it). Blanks are not filled. */
export function filledDown(model: RegisterModel, at: Selection): readonly CellMark[] {
  const { top, bottom, left, right } = blockOf(at);
  const source = top === bottom ? top - 1 : top;
  if (source < 0) return [];
  return cellsOf({ anchor: { row: source + 1, column: left }, focus: { row: bottom, column: right } }).flatMap(
    ({ row, column }) => {
      const mark = model.mark(source, column);
      return mark === null || model.blocked(row, column) ? [] : [cellMark(model, row, column, mark)];
    },
  );
}

/** The selection as lines with tabs, as Excel takes it. */
export function copiedText(model: RegisterModel, at: Selection): string {
  const { top, bottom, left, right } = blockOf(at);
  const lines: string[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const cells: string[] = [];
    for (let column = left; column <= right; column += 1) cells.push(markText(model.mark(row, column)));
    lines.push(cells.join('\t'));
  }
  return lines.join('\r\n');
}
