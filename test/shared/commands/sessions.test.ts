import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { addMakeUpLesson } from '../../../shared/commands/add-make-up-lesson';
import { addSession, type AddSessionInput } from '../../../shared/commands/add-session';
import { copyDay } from '../../../shared/commands/copy-day';
import { deleteSession } from '../../../shared/commands/delete-session';
import { editSession } from '../../../shared/commands/edit-session';
import type { Session } from '../../../shared/records/session';
import { sessionClashes } from '../../../shared/records/session-clashes';
import { ABSENT, context, course, enrolmentId, late, PRESENT, sessionId } from '../facts-builder';
import { accepted, codes, warned } from './outcome';

const ctx = context('2026-03-18');
const slot: AddSessionInput = { date: day('2026-03-19'), start: 480, end: 570, periods: 2, category: 'professional' };

describe('增加课次', () => {
  const add = (more: Partial<AddSessionInput> = {}) =>
    addSession(course().withSessions(3).facts(), { ...slot, ...more }, ctx);

  it('班所用的规则本程序不认识：不悄悄放过', () => {
    const unknown = course({ ruleset: 'hubei-2031-annual' }).withSessions(3).facts();
    expect(codes(addSession(unknown, slot, context('2026-03-18')))).toEqual(['ruleset-unknown']);
  });

  it('课次号接着最大的，空白项不留下', () => {
    expect(accepted(add({ teacher: ' 王老师 ', room: '' })).changes[0]!.after).toEqual({
      id: 'N1',
      courseId: 'K1',
      number: 4,
      posts: [],
      teacher: '王老师',
      ...slot,
    });
  });

  it('时间、学时、日期、课次号、岗位的问题一次说完', () => {
    expect(
      codes(add({ start: 570, end: 480, periods: 0, date: day('2026-03-21'), number: 2, posts: ['999'] })),
    ).toEqual(['session-time', 'session-periods', 'session-outside-course', 'session-posts', 'session-number-taken']);
    expect(codes(add({ number: 0 }))).toEqual(['session-number']);
    expect(codes(add({ category: 'public', posts: ['101'] }))).toEqual(['session-posts-public']);
  });

  it('分钟不够学时数只提醒：90 分钟正好 2 学时，89 分钟不够', () => {
    expect(warned(accepted(add()))).toEqual([]);
    expect(warned(accepted(add({ end: 569 })))).toEqual(['session-short']);
  });
});

describe('时间冲突', () => {
  const base = course().withSessions({ teacher: '王老师', room: '一教室' }).facts().sessions[0]!;
  const at = (more: Partial<Session>): Session => ({ ...base, id: sessionId(2), number: 2, ...more });
  const kinds = (b: Session, other = false) =>
    (other ? sessionClashes([base], [b]) : sessionClashes([base, b])).map(({ kind }) => kind);

  it('首尾相接不算冲突，重叠一分钟就算', () => {
    expect(kinds(at({ start: base.end, end: base.end + 90 }))).toEqual([]);
    expect(kinds(at({ start: base.end - 1, end: base.end + 90 }))).toEqual(['teacher', 'room', 'time']);
  });

  it('不同岗位的专业课可以同时上，教师和教室仍不能', () => {
    const a = { ...base, posts: ['101'] };
    expect(sessionClashes([a, at({ posts: ['111'], teacher: '李老师', room: '二教室' })])).toEqual([]);
    expect(sessionClashes([a, at({ posts: ['111'] })]).map(({ kind }) => kind)).toEqual(['teacher', 'room']);
  });

  it('别的班只看教师和教室', () => {
    expect(kinds(at({ courseId: 'K2' as never }), true)).toEqual(['teacher', 'room']);
    expect(kinds(at({ courseId: 'K2' as never, teacher: '李老师', room: '二教室' }), true)).toEqual([]);
  });

  it('冲突是提醒，不拦保存', () => {
    const facts = course().withSessions({ teacher: '王老师' }).facts();
    const intent = accepted(
      addSession(facts, { ...slot, date: day('2026-03-16'), start: 500, teacher: '王老师' }, ctx),
    );
    expect(warned(intent)).toEqual(['session-short', 'session-clash-teacher', 'session-clash-time']);
  });
});

describe('修改课次', () => {
  const marked = course().withPeople(2).withSessions(5).mark(1, 1, late(80)).mark(2, 1, ABSENT);
  const edit = (patch: Parameters<typeof editSession>[1]['patch'], reason?: string, facts = marked.facts()) =>
    editSession(facts, { sessionId: sessionId(1), patch, reason }, ctx);

  it('教师、教室、标题随时可改；有考勤后改时间和学时要原因', () => {
    accepted(edit({ teacher: '王老师', room: '一教室', title: '安全生产' }));
    expect(codes(edit({ periods: 1 }))).toEqual(['reason-missing']);
    expect(accepted(edit({ periods: 1 }, '课时登记错误')).reason).toBe('课时登记错误');
  });

  it('没有考勤的课不要原因', () => {
    accepted(edit({ periods: 1 }, undefined, course().withPeople(2).withSessions(5).facts()));
  });

  it('有考勤的课不能改到以后，也不能短于已登记的迟到', () => {
    expect(codes(edit({ date: day('2026-03-19') }, '误'))).toEqual(['session-marked-future']);
    const result = edit({ end: 480 + 79, periods: 1 }, '误');
    expect(codes(result)).toEqual(['session-minutes-exceed']);
    expect(result.ok || result.error[0]!.values).toMatchObject({ people: ['杨国平'], minutes: 79 });
  });

  it('改到学员入班之前：列出人', () => {
    const facts = course()
      .withPeople({ enrolment: { from: day('2026-03-17') } })
      .withSessions({ date: '2026-03-17' })
      .mark(1, 1, PRESENT)
      .facts();
    expect(codes(edit({ date: day('2026-03-16') }, '误', facts))).toEqual(['session-people-outside']);
  });
});

describe('复制一天', () => {
  it('课次号接着排，补课不复制', () => {
    const facts = course()
      .withPeople(1)
      .withSessions(5)
      .withSessions({
        date: '2026-03-17',
        start: '19:00',
        end: '20:30',
        makesUpFor: sessionId(1),
        onlyFor: [enrolmentId(1)],
      })
      .facts();
    const { changes } = accepted(copyDay(facts, { from: day('2026-03-17'), to: day('2026-03-18') }, ctx));
    expect(changes.map(({ after }) => after)).toMatchObject([
      { number: 7, date: '2026-03-18', start: 480, courseId: 'K1' },
    ]);
  });

  it('没有课的一天、同一天、班期外都说明', () => {
    const facts = course().withSessions(4).facts();
    const copy = (from: string, to: string) => codes(copyDay(facts, { from: day(from), to: day(to) }, ctx));
    expect(copy('2026-03-18', '2026-03-19')).toEqual(['copy-day-empty']);
    expect(copy('2026-03-16', '2026-03-16')).toContain('copy-day-same');
    expect(copy('2026-03-16', '2026-03-21')).toEqual(Array(4).fill('session-outside-course'));
  });
});

describe('删除课次', () => {
  const marked = course().withPeople(2).withSessions(2).mark(2, 1, PRESENT);

  it('要原因；有考勤先列出来，说了才一起删', () => {
    const input = { sessionId: sessionId(1), reason: '课程取消' };
    expect(codes(deleteSession(marked.facts(), { sessionId: sessionId(2) }, ctx))).toEqual(['reason-missing']);
    const result = deleteSession(marked.facts(), input, ctx);
    expect(codes(result)).toEqual(['session-has-marks']);
    expect(result.ok || result.error[0]!.values).toMatchObject({ marks: 1, people: ['梁志强'] });
    expect(
      accepted(deleteSession(marked.facts(), { ...input, marks: 'delete' }, ctx)).changes.map(({ table, after }) => [
        table,
        after,
      ]),
    ).toEqual([
      ['marks', null],
      ['sessions', null],
    ]);
  });

  it('有补课的原课不能删', () => {
    const facts = marked.withSessions({ makesUpFor: sessionId(2), onlyFor: [enrolmentId(1)] }).facts();
    expect(codes(deleteSession(facts, { sessionId: sessionId(2), reason: '误' }, ctx))).toEqual([
      'session-has-make-up',
    ]);
  });
});

describe('补课', () => {
  const missed = course()
    .withPeople(3)
    .withSessions({ posts: ['101'], category: 'professional', teacher: '王老师' })
    .mark(1, 1, PRESENT)
    .mark(2, 1, ABSENT)
    .mark(3, 1, late(40));
  const add = (people: readonly number[], more: object = {}) =>
    addMakeUpLesson(
      missed.facts(),
      {
        makesUpFor: sessionId(1),
        onlyFor: people.map(enrolmentId),
        date: day('2026-03-19'),
        start: 1140,
        end: 1230,
        ...more,
      },
      ctx,
    );

  it('类别、学时、岗位随原课，只面向名单', () => {
    expect(accepted(add([2, 3])).changes[0]!.after).toMatchObject({
      number: 2,
      periods: 2,
      category: 'professional',
      posts: ['101'],
      onlyFor: ['E2', 'E3'],
      makesUpFor: 'S1',
      teacher: '王老师',
    });
  });

  it('全勤的人不用补；名单不能空；不能早于原课；不能补补课', () => {
    const result = add([1, 2]);
    expect(codes(result)).toEqual(['make-up-not-needed']);
    expect(result.ok || result.error[0]!.values).toMatchObject({ people: ['杨国平'] });
    expect(codes(add([]))).toEqual(['make-up-empty']);
    const earlier = course().withPeople(1).withSessions({ date: '2026-03-18' }).facts();
    expect(
      codes(
        addMakeUpLesson(
          earlier,
          { makesUpFor: sessionId(1), onlyFor: [enrolmentId(1)], date: day('2026-03-17'), start: 480, end: 570 },
          ctx,
        ),
      ),
    ).toEqual(['make-up-early']);
    const twice = missed.withSessions({ makesUpFor: sessionId(1), onlyFor: [enrolmentId(2)] }).facts();
    expect(
      codes(
        addMakeUpLesson(
          twice,
          { makesUpFor: sessionId(2), onlyFor: [enrolmentId(2)], date: day('2026-03-20'), start: 480, end: 570 },
          ctx,
        ),
      ),
    ).toEqual(['make-up-of-make-up']);
  });

  it('原课改学时，补课跟着改；补课自己不能改学时', () => {
    const facts = missed
      .withSessions({
        date: '2026-03-19',
        start: '19:00',
        end: '20:30',
        periods: 2,
        category: 'professional',
        posts: ['101'],
        makesUpFor: sessionId(1),
        onlyFor: [enrolmentId(2)],
      })
      .facts();
    const { changes } = accepted(
      editSession(facts, { sessionId: sessionId(1), patch: { periods: 1 }, reason: '登记错误' }, ctx),
    );
    expect(changes.map(({ key, after }) => [key, (after as Session).periods])).toEqual([
      ['S1', 1],
      ['S2', 1],
    ]);
    expect(codes(editSession(facts, { sessionId: sessionId(2), patch: { periods: 1 } }, ctx))).toEqual([
      'make-up-fixed',
    ]);
  });
});
