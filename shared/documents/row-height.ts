import type { CellValue, ColumnModel } from '../basics/workbook';

const LINE_POINTS = 13.5;
const PADDING_POINTS = 7;
const TALLEST_POINTS = 400;
/** A cell loses about so much of its width to its margins; an indented one a little more. */
const MARGIN = 1;
const INDENTED_MARGIN = 3;
/** Lines that are wrapped lose their ends to whole words and to punctuation that may not begin a line. */
const USED_WHEN_WRAPPED = 0.88;

/** How wide a text is, in digits of the standard font: Han characters and full-width forms count nearly two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character.codePointAt(0)! >= 0x2e80 ? 1.95 : 1.05;
  return width;
}

/** Height of a row in points, so that no wrapped text is cut; never under `least`. */
export function rowHeight(values: readonly CellValue[], columns: readonly ColumnModel[], least: number): number {
  let lines = 1;
  values.forEach((value, i) => {
    if (typeof value !== 'string') return;
    const column = columns[i];
    const isProse = column?.kind === 'wrap';
    const room = Math.max(1, (column?.width ?? 10) - (isProse ? INDENTED_MARGIN : MARGIN));
    // A sentence that nearly fills its line may lose its full stop to the next one; short entries do not.
    const oneLine = isProse ? room * USED_WHEN_WRAPPED : room;
    const needed = value.split('\n').reduce((n, line) => n + linesOf(textWidth(line), oneLine, room), 0);
    lines = Math.max(lines, needed);
  });
  return Math.min(TALLEST_POINTS, Math.max(least, lines * LINE_POINTS + PADDING_POINTS));
}

const linesOf = (width: number, oneLine: number, room: number): number =>
  width <= oneLine ? 1 : Math.max(2, Math.ceil(width / (room * USED_WHEN_WRAPPED)));
