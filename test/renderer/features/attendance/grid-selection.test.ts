import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blockOf,
  cellsOf,
  moveSelection,
  selectCell,
  type Direction,
} from '../../../../renderer/features/attendance/grid-selection';

const size = { rows: 48, columns: 17 };
const directions: Direction[] = [
  'up',
  'down',
  'left',
  'right',
  'row-start',
  'row-end',
  'top',
  'bottom',
  'page-up',
  'page-down',
];

describe('考勤表的选择', () => {
  it('Shift+方向键从起点扩展成一块', () => {
    let s = selectCell({ row: 2, column: 3 });
    s = moveSelection(s, 'down', size, 'extend');
    s = moveSelection(s, 'right', size, 'extend');
    expect(blockOf(s)).toEqual({ top: 2, bottom: 3, left: 3, right: 4 });
    expect(cellsOf(s)).toHaveLength(4);
    s = moveSelection(s, 'left', size, 'move');
    expect(cellsOf(s)).toEqual([{ row: 3, column: 3 }]);
  });

  it('任何一串按键都不会走出表外', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...directions), fc.boolean())), (moves) => {
        let s = selectCell({ row: 0, column: 0 });
        for (const [direction, shift] of moves) s = moveSelection(s, direction, size, shift ? 'extend' : 'move', 20);
        const block = blockOf(s);
        expect(block.top >= 0 && block.left >= 0 && block.bottom < size.rows && block.right < size.columns).toBe(
          true,
        );
      }),
    );
  });
});
