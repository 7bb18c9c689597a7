import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/basics/day';
import type { CourseId, SessionId } from '../../../../shared/records/ids';
import type { Session } from '../../../../shared/records/session';
import { draftOf, isValues, nextDraft, valuesOf, withDraft } from '../../../../renderer/features/timetable/session-draft';
import { plannedHours } from '../../../../shared/regulation/credits';

const session = (number: number, date: string, start: number, end: number, more: Partial<Session> = {}): Session => ({
  id: `s${number}` as SessionId,
  courseId: 'c' as CourseId,
  number,
  date: day(date),
  start,
  end,
  periods: 2,
  category: 'public',
  posts: [],
  room: '201',
  ...more,
});
const morning = [session(1, '2026-03-16', 510, 600), session(2, '2026-03-16', 615, 705, { category: 'professional' })];

describe('课程表的下一行', () => {
  it('接在当天最后一节之后，沿用时长、教室和类别，中午不排', () => {
    const draft = nextDraft(morning, day('2026-03-16'), 45);
    expect(draft).toMatchObject({ id: null, start: 810, end: 900, periods: 2, category: 'professional', room: '201' });
    expect(nextDraft(morning.slice(0, 1), day('2026-03-16'), 45)).toMatchObject({ start: 615, end: 705 });
  });

  it('新的一天从第一节的时间开始；空课程表从 8:30 开始，两学时', () => {
    expect(nextDraft(morning, day('2026-03-17'), 45)).toMatchObject({ start: 510, end: 600 });
    expect(nextDraft([], day('2026-03-16'), 45)).toMatchObject({ start: 510, end: 600, periods: 2, category: 'public' });
  });
});

describe('输入中的一行', () => {
  it('缺少或看不懂的字段按名列出', () => {
    expect(valuesOf({ ...draftOf(morning[0]!), start: { unreadable: '八点' }, periods: null })).toEqual(['start', 'periods']);
  });

  it('空白文字就是没有', () => {
    const values = valuesOf({ ...draftOf(morning[0]!), title: '  ', teacher: '周讲师 ' });
    expect(isValues(values) && values).toMatchObject({ title: null, teacher: '周讲师', room: '201' });
  });

  it('合计随输入变化：改一行、加一行', () => {
    const changed = withDraft(morning, { ...draftOf(morning[0]!), periods: 4 });
    expect(plannedHours(changed)).toEqual({ total: 6, public: 4, professional: 2 });
    const added = withDraft(morning, { ...nextDraft(morning, day('2026-03-17'), 45), periods: 3 });
    expect(plannedHours(added)).toEqual({ total: 7, public: 2, professional: 5 });
    expect(withDraft(morning, { ...draftOf(morning[0]!), periods: null })).toBe(morning);
  });
});
