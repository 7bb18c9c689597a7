import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/basics/day';
import type { CourseId, SessionId } from '../../../../shared/records/ids';
import type { Session } from '../../../../shared/records/session';
import {
  DRAFT_ID,
  draftOf,
  followingDraft,
  isValues,
  nextDraft,
  valuesOf,
  withDraft,
  withField,
} from '../../../../renderer/features/timetable/session-draft';
import { readTimeText } from '../../../../renderer/ui/read-time-text';
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
const COURSE = 'c' as CourseId;
const morning = [
  session(1, '2026-03-16', 510, 600),
  session(2, '2026-03-16', 615, 705, { category: 'professional' }),
];

describe('课程表的下一行', () => {
  it('接在当天最后一节之后，沿用时长、教室和类别，中午不排', () => {
    const draft = nextDraft(morning, day('2026-03-16'), 45);
    expect(draft).toMatchObject({
      id: null,
      start: 810,
      end: 900,
      periods: 2,
      category: 'professional',
      room: '201',
    });
    expect(nextDraft(morning.slice(0, 1), day('2026-03-16'), 45)).toMatchObject({ start: 615, end: 705 });
  });

  it('新的一天从第一节的时间开始；空课程表从 8:30 开始，两学时', () => {
    expect(nextDraft(morning, day('2026-03-17'), 45)).toMatchObject({ start: 510, end: 600 });
    expect(nextDraft([], day('2026-03-16'), 45)).toMatchObject({
      start: 510,
      end: 600,
      periods: 2,
      category: 'public',
    });
  });
});

describe('输入中的一行', () => {
  it('缺少或看不懂的字段按名列出', () => {
    expect(valuesOf({ ...draftOf(morning[0]!), start: { unreadable: '八点' }, periods: null })).toEqual([
      'start',
      'periods',
    ]);
  });

  it('空白文字就是没有', () => {
    const values = valuesOf({ ...draftOf(morning[0]!), title: '  ', teacher: '周讲师 ' });
    expect(isValues(values) && values).toMatchObject({ title: null, teacher: '周讲师', room: '201' });
  });

  it('合计随输入变化：改一行、加一行', () => {
    const changed = withDraft(morning, { ...draftOf(morning[0]!), periods: 4 }, COURSE);
    expect(plannedHours(changed)).toEqual({ total: 6, public: 4, professional: 2 });
    const added = withDraft(morning, { ...nextDraft(morning, day('2026-03-17'), 45), periods: 3 }, COURSE);
    expect(plannedHours(added)).toEqual({ total: 7, public: 2, professional: 5 });
    expect(withDraft(morning, { ...draftOf(morning[0]!), periods: null }, COURSE)).toBe(morning);
  });

  it('时间能看懂就参加冲突检查，看不懂时留在原处', () => {
    const moved = withDraft(morning, { ...draftOf(morning[0]!), start: 620 }, COURSE);
    expect(moved[0]).toMatchObject({ id: 's1', number: 1, start: 620 });
    const unreadable = withDraft(
      morning,
      { ...draftOf(morning[0]!), start: { unreadable: '八点' }, periods: 3 },
      COURSE,
    );
    expect(unreadable[0]).toMatchObject({ start: 510, periods: 3 });
    const added = withDraft(morning, nextDraft(morning, day('2026-03-16'), 45), COURSE);
    expect(added.at(-1)).toMatchObject({ id: DRAFT_ID, number: 0, start: 810 });
  });

  it('改开始时间，结束时间跟着走；改学时，整学时的课跟着变长，带课间的不变', () => {
    const draft = draftOf(morning[0]!);
    expect(withField(draft, 'start', 540, 45)).toMatchObject({ start: 540, end: 630 });
    expect(withField(draft, 'periods', 4, 45)).toMatchObject({ periods: 4, end: 690 });
    expect(withField({ ...draft, end: 610 }, 'periods', 4, 45)).toMatchObject({ periods: 4, end: 610 });
    expect(withField(draft, 'start', { unreadable: '早上' }, 45)).toMatchObject({ end: 600 });
  });

  it('开始时间逐字输入，中途看不懂也不改课的长短', () => {
    const typed = ['0', '09', '093', '0930'].reduce(
      (draft, text) => withField(draft, 'start', readTimeText(text) ?? { unreadable: text }, 45),
      draftOf(session(2, '2026-03-16', 615, 705)),
    );
    expect(typed).toMatchObject({ start: 570, end: 660 });
    const longer = withField(typed, 'end', 690, 45);
    const empty = withField(longer, 'start', null, 45);
    expect(withField(empty, 'start', 510, 45)).toMatchObject({ start: 510, end: 630 });
  });

  it('改成公共课：面向全部岗位', () => {
    expect(withField({ ...draftOf(morning[1]!), posts: ['101'] }, 'category', 'public', 45).posts).toEqual([]);
  });

  it('当天排满了，下一行在第二天；班期最后一天仍留在当天', () => {
    const full = [...morning, session(3, '2026-03-16', 840, 930), session(4, '2026-03-16', 945, 1035)];
    expect(followingDraft(full, day('2026-03-16'), day('2026-03-20'), 45)).toMatchObject({
      date: '2026-03-17',
      start: 510,
    });
    expect(followingDraft(full, day('2026-03-16'), day('2026-03-16'), 45)).toMatchObject({
      date: '2026-03-16',
      start: 1050,
    });
  });
});
