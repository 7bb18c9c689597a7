import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/basics/day';
import type { CourseId, SessionId } from '../../../../shared/records/ids';
import type { Session } from '../../../../shared/records/session';
import { lineClashes } from '../../../../renderer/features/timetable/line-clashes';

const OWN = 'c' as CourseId;
const session = (number: number, start: number, end: number, more: Partial<Session> = {}): Session => ({
  id: `s${number}` as SessionId,
  courseId: OWN,
  number,
  date: day('2026-03-16'),
  start,
  end,
  periods: 2,
  category: 'professional',
  posts: [],
  ...more,
});

describe('课程表每行的冲突', () => {
  it('同一对课的几种冲突合成一条，两行都显示', () => {
    const { all, byLine } = lineClashes(
      [session(1, 510, 600, { room: '201' }), session(2, 590, 680, { room: '201' })],
      [],
      OWN,
    );
    expect(all).toHaveLength(2);
    expect(byLine.get('s1' as SessionId)).toEqual([{ kinds: ['room', 'time'], with: 2 }]);
    expect(byLine.get('s2' as SessionId)).toEqual([{ kinds: ['room', 'time'], with: 1 }]);
  });

  it('前一课刚好在后一课开始时结束：不冲突', () => {
    expect(lineClashes([session(1, 510, 600), session(2, 600, 690)], [], OWN).all).toEqual([]);
  });

  it('别的班同一时间用同一教师：只在本班的行显示', () => {
    const other = session(9, 510, 600, { id: 'x9' as SessionId, courseId: 'other' as CourseId, teacher: '周讲师' });
    const { byLine } = lineClashes([session(1, 510, 600, { teacher: '周讲师' })], [other], OWN);
    expect([...byLine]).toEqual([['s1', [{ kinds: ['teacher'], with: null }]]]);
  });

  it('时间还看不懂的新行不参加比较', () => {
    expect(lineClashes([session(1, 510, 600), session(2, 0, 0)], [], OWN).all).toEqual([]);
  });
});
