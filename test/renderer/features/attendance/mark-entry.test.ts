import { describe, expect, it } from 'vitest';
import { entryStep, entryText, markOf, type MinutesEntry } from '../../../../renderer/features/attendance/mark-entry';

function type(...keys: readonly string[]): { open: MinutesEntry | null; last: ReturnType<typeof entryStep> } {
  let open: MinutesEntry | null = null;
  let last: ReturnType<typeof entryStep> = { kind: 'none' };
  for (const key of keys) {
    last = entryStep(key, open);
    open = last.kind === 'minutes' ? last.entry : null;
  }
  return { open, last };
}

describe('考勤按键', () => {
  it('1、4、5 一键登记，Delete 清除', () => {
    expect(entryStep('1', null)).toEqual({ kind: 'mark', mark: { kind: 'attended', late: 0, early: 0 } });
    expect(entryStep('4', null)).toEqual({ kind: 'mark', mark: { kind: 'absent' } });
    expect(entryStep('5', null)).toEqual({ kind: 'mark', mark: { kind: 'leave' } });
    expect(entryStep('Delete', null)).toEqual({ kind: 'mark', mark: null });
    expect(entryStep('x', null)).toEqual({ kind: 'none' });
  });

  it('2 之后的数字是迟到分钟，回车登记并下移', () => {
    const { last } = type('2', '1', '5', 'Enter');
    expect(last).toEqual({ kind: 'minutes-done', mark: { kind: 'attended', late: 15, early: 0 }, focus: 'down' });
  });

  it('输入分钟时 1 到 5 也是数字，不会改成别的状态', () => {
    expect(type('3', '4', '5').open).toEqual({ typing: 'early', late: '', early: '45' });
  });

  it('同一格既迟到又早退：2 6 + 6', () => {
    const { open } = type('2', '6', '+', '6');
    expect(entryText(open!)).toBe('迟6早6_');
    expect(markOf(open!)).toEqual({ kind: 'attended', late: 6, early: 6 });
  });

  it('按住 Shift 打 + 不会中断输入；= 与 + 同键', () => {
    expect(type('2', '6').open).not.toBeNull();
    expect(entryStep('Shift', type('2', '6').open)).toEqual({ kind: 'none' });
    expect(entryText(type('2', '6', '=', '5').open!)).toBe('迟6早5_');
  });

  it('没有输入分钟就离开：分钟未知，不当作 0', () => {
    expect(type('2', 'ArrowDown').last).toEqual({
      kind: 'minutes-done',
      mark: { kind: 'attended', late: 'unknown', early: 0 },
      focus: 'stay',
    });
  });

  it('Esc 放弃，退格改正，分钟最多三位', () => {
    expect(type('2', '1', 'Escape').last).toEqual({ kind: 'cancel' });
    expect(markOf(type('2', '1', '9', 'Backspace', '5').open!)).toEqual({ kind: 'attended', late: 15, early: 0 });
    expect(type('2', '0', '0', '9', '8', '7', '6').open?.late).toBe('987');
  });
});
