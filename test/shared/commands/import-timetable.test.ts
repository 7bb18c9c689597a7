import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import type { SessionEntry } from '../../../shared/commands/import-entries';
import { importTimetable } from '../../../shared/commands/import-timetable';
import type { Session } from '../../../shared/records/session';
import { context, course, enrolmentId, PRESENT, sessionId } from '../facts-builder';
import { accepted, codes, warned } from './outcome';

const ctx = context('2026-03-18');

describe('导入课程表', () => {
  const row = (number: number, more: Partial<SessionEntry> = {}): SessionEntry => ({
    number,
    date: day('2026-03-16'),
    start: 480 + number * 100,
    end: 570 + number * 100,
    periods: 2,
    category: 'professional',
    posts: [],
    existing: null,
    ...more,
  });

  it('同一文件导入两次，第二次什么也不写', () => {
    const first = accepted(
      importTimetable(course().facts(), { entries: [row(1), row(2, { teacher: '王老师' })] }, ctx),
    );
    expect(first.kind).toBe('timetable.import');
    const facts = course()
      .with({ sessions: first.changes.map(({ after }) => after as Session) })
      .facts();
    expect(codes(importTimetable(facts, { entries: [row(1), row(2, { teacher: '王老师' })] }, ctx))).toEqual([
      'nothing-to-import',
    ]);
    expect(codes(importTimetable(facts, { entries: [row(1), row(2)], differing: 'take' }, ctx))).toEqual([
      'nothing-to-import',
    ]);
  });

  it('已有课次不同：默认保留并说明，选了才改，有考勤要原因', () => {
    const facts = course().withPeople(1).withSessions(2).mark(1, 1, PRESENT).facts();
    const changed = [row(1, { date: day('2026-03-17') }), row(3)];
    const kept = accepted(importTimetable(facts, { entries: changed }, ctx));
    expect(kept.changes.map(({ before }) => before)).toEqual([null]);
    expect(warned(kept)).toEqual(['sessions-kept']);
    expect(codes(importTimetable(facts, { entries: changed, differing: 'take' }, ctx))).toEqual(['reason-missing']);
    expect(
      accepted(importTimetable(facts, { entries: changed, differing: 'take', reason: '课表调整' }, ctx)).changes,
    ).toHaveLength(2);
  });

  it('文件没有写岗位时不抹掉已有的岗位；补课的学时不能与原课不同', () => {
    const facts = course()
      .withPeople(1)
      .withSessions({ posts: ['101'], category: 'professional' })
      .withSessions({
        posts: ['101'],
        category: 'professional',
        date: '2026-03-17',
        makesUpFor: sessionId(1),
        onlyFor: [enrolmentId(1)],
      })
      .facts();
    const [first, makeUp] = facts.sessions;
    const asRow = (
      { number, date, start, end, periods, category, id }: Session,
      more: Partial<SessionEntry> = {},
    ): SessionEntry => ({ number, date, start, end, periods, category, posts: [], existing: id, ...more });
    const { changes } = accepted(
      importTimetable(facts, { entries: [asRow(first!, { room: '一教室' })], differing: 'take' }, ctx),
    );
    expect(changes[0]!.after).toMatchObject({ posts: ['101'], room: '一教室' });
    expect(
      codes(importTimetable(facts, { entries: [asRow(makeUp!, { periods: 1 })], differing: 'take' }, ctx)),
    ).toEqual(['make-up-fixed']);
  });

  it('一个文件里课次号重复不接受', () => {
    expect(
      codes(importTimetable(course().facts(), { entries: [row(1), row(1, { start: 900, end: 990 })] }, ctx)),
    ).toEqual(['session-number-taken']);
    expect(codes(importTimetable(course().facts(), { entries: [] }, ctx))).toEqual(['timetable-empty']);
  });
});
