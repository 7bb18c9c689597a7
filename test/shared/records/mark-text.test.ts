import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMark } from '../../../shared/import/attendance-mark';
import type { Mark } from '../../../shared/records/mark';
import { markText } from '../../../shared/records/mark-text';

const missed = fc.oneof(fc.integer({ min: 0, max: 999 }), fc.constant('unknown' as const));
const anyMark: fc.Arbitrary<Mark> = fc.oneof(
  fc.constant<Mark>({ kind: 'absent' }),
  fc.constant<Mark>({ kind: 'leave' }),
  fc.record({ kind: fc.constant('attended' as const), late: missed, early: missed }),
);

describe('考勤写法', () => {
  it('写出来的都读得回去：表格里复制出的，粘贴或导入后一样', () => {
    fc.assert(
      fc.property(anyMark, (mark) => {
        expect(readMark(markText(mark))).toEqual(mark);
      }),
    );
    expect(readMark(markText(null))).toBeNull();
  });

  it('分钟未知写问号，不写 0', () => {
    expect(markText({ kind: 'attended', late: 'unknown', early: 6 })).toBe('迟？早6');
  });
});
