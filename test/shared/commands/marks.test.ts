import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { importAttendance } from '../../../shared/commands/import-attendance';
import type { CommandContext } from '../../../shared/commands/intent';
import { markAllPresent } from '../../../shared/commands/mark-all-present';
import { markAttendance } from '../../../shared/commands/mark-attendance';
import { cellObstacle } from '../../../shared/commands/mark-cells';
import type { Mark, MarkRecord } from '../../../shared/records/mark';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { ABSENT, context, course, early, enrolmentId, late, LEAVE, PRESENT, sessionId } from '../facts-builder';
import { memoryStore } from '../memory-store';
import { accepted, codes, warned } from './outcome';

/** Session 1: 16 March 08:00–09:30; session 5: 17 March 08:00–09:30; session 9: 18 March. */
const base = course().withPeople(3).withSessions(12);
const noon16 = context('2026-03-16', '12:00');
const cell = (person: number, session: number, mark: Mark | null) => ({
  sessionId: sessionId(session),
  enrolmentId: enrolmentId(person),
  mark,
});
const mark = (facts: CourseFacts, ctx: CommandContext, cells: readonly ReturnType<typeof cell>[], reason?: string) =>
  markAttendance(facts, { cells, reason }, ctx);

describe('登记考勤', () => {
  it('当天登记不要原因，登记日期是今天', () => {
    const { kind, changes } = accepted(mark(base.facts(), noon16, [cell(1, 1, late(15)), cell(2, 1, ABSENT)]));
    expect(kind).toBe('attendance.mark');
    expect(changes[0]).toEqual({
      table: 'marks',
      key: 'S1:E1',
      before: null,
      after: { id: 'S1:E1', sessionId: 'S1', enrolmentId: 'E1', mark: late(15), recordedOn: '2026-03-16' },
    });
  });

  it('补录以前没有登记过的课不要原因，登记日期晚于上课日期', () => {
    const { changes } = accepted(mark(base.facts(), context('2026-03-19'), [cell(1, 1, PRESENT)]));
    expect((changes[0]!.after as MarkRecord).recordedOn).toBe('2026-03-19');
  });

  it('相同的考勤不写，登记日期也不变', () => {
    const facts = base.mark(1, 1, PRESENT).facts();
    expect(codes(mark(facts, context('2026-03-19'), [cell(1, 1, PRESENT)]))).toEqual(['nothing-changed']);
    const both = accepted(mark(facts, context('2026-03-19'), [cell(1, 1, PRESENT), cell(2, 1, LEAVE)]));
    expect(both.changes.map(({ key }) => key)).toEqual(['S1:E2']);
  });

  it('当天改动和清除不要原因，隔天改动和清除都要', () => {
    const facts = base.mark(1, 1, PRESENT).facts();
    accepted(mark(facts, noon16, [cell(1, 1, ABSENT)]));
    accepted(mark(facts, noon16, [cell(1, 1, null)]));
    for (const changed of [ABSENT, null]) {
      const result = mark(facts, context('2026-03-17'), [cell(1, 1, changed)]);
      expect(codes(result)).toEqual(['mark-reason']);
      expect(result.ok || result.error[0]!.values).toEqual({ sessions: [1], people: ['杨国平'] });
      expect(
        accepted(mark(facts, context('2026-03-17'), [cell(1, 1, changed)], '核对签到表')).changes[0]!.before,
      ).toMatchObject({ recordedOn: '2026-03-16' });
    }
  });

  it('开课前 30 分钟起可以登记，早一分钟不行，明天的课不行', () => {
    accepted(mark(base.facts(), context('2026-03-16', '07:30'), [cell(1, 1, PRESENT)]));
    expect(codes(mark(base.facts(), context('2026-03-16', '07:29'), [cell(1, 1, PRESENT)]))).toEqual(['mark-future']);
    expect(
      codes(mark(base.facts(), context('2026-03-16', '23:59'), [cell(1, 5, PRESENT), cell(2, 5, PRESENT)])),
    ).toEqual(['mark-future']);
    const { sessions, enrolments } = base.facts();
    expect(cellObstacle(sessions[4]!, enrolments[0]!, context('2026-03-16'))).toBe('future');
  });

  it('插班前、退出后、不在补课名单的格不能登记，但误登的可以清除', () => {
    const facts = course()
      .withPeople({ enrolment: { from: day('2026-03-17') } }, { enrolment: { to: day('2026-03-16') } }, {})
      .withSessions(5)
      .withSessions({
        date: '2026-03-17',
        start: '18:00',
        end: '19:30',
        makesUpFor: sessionId(1),
        onlyFor: [enrolmentId(3)],
      });
    const evening = context('2026-03-17', '20:00');
    expect(
      codes(
        mark(facts.facts(), evening, [
          cell(1, 1, PRESENT),
          cell(2, 5, PRESENT),
          cell(1, 6, PRESENT),
          cell(3, 6, PRESENT),
        ]),
      ),
    ).toEqual(['mark-outside-enrolment', 'mark-outside-enrolment', 'mark-not-invited']);
    accepted(mark(facts.facts(), evening, [cell(1, 5, PRESENT), cell(2, 1, PRESENT), cell(3, 6, PRESENT)]));
    accepted(mark(facts.mark(1, 1, PRESENT).facts(), evening, [cell(1, 1, null)], '误登'));
  });

  it('迟到早退是整数分钟，合计不超过课长：90 分钟可以，91 不行', () => {
    const both = (lateBy: number, earlyBy: number): Mark => ({ kind: 'attended', late: lateBy, early: earlyBy });
    accepted(
      mark(base.facts(), noon16, [cell(1, 1, both(40, 50)), cell(2, 1, late('unknown')), cell(3, 1, early(90))]),
    );
    for (const wrong of [both(41, 50), late(91), early(-1), late(7.5), late(Number.NaN)]) {
      expect(codes(mark(base.facts(), noon16, [cell(1, 1, wrong)]))).toEqual(['mark-minutes']);
    }
  });

  it('同一格给两个不同的考勤不接受，给两次相同的算一次', () => {
    expect(codes(mark(base.facts(), noon16, [cell(1, 1, PRESENT), cell(1, 1, ABSENT)]))).toEqual(['mark-twice']);
    expect(accepted(mark(base.facts(), noon16, [cell(1, 1, PRESENT), cell(1, 1, PRESENT)])).changes).toHaveLength(1);
  });

  it('没有选择、课次或学员不在本班', () => {
    expect(codes(mark(base.facts(), noon16, []))).toEqual(['marks-empty']);
    expect(codes(mark(base.facts(), noon16, [cell(9, 1, PRESENT), cell(1, 99, PRESENT)]))).toEqual([
      'enrolment-unknown',
      'session-missing',
    ]);
  });
});

describe('全部出勤', () => {
  it('只填还没有登记的，不动已有的，不填不在读的', () => {
    const facts = course()
      .withPeople({}, {}, { enrolment: { from: day('2026-03-17') } }, {})
      .withSessions(2)
      .mark(2, 1, ABSENT)
      .facts();
    const intent = accepted(markAllPresent(facts, { sessionId: sessionId(1) }, noon16));
    expect(intent.changes.map(({ key }) => key)).toEqual(['S1:E1', 'S1:E4']);
  });

  it('还没开始的课不能；都登记过就没有变化', () => {
    expect(codes(markAllPresent(base.facts(), { sessionId: sessionId(5) }, noon16))).toEqual(['mark-future']);
    expect(codes(markAllPresent(base.allPresent().facts(), { sessionId: sessionId(1) }, noon16))).toEqual([
      'nothing-changed',
    ]);
  });
});

describe('导入考勤表', () => {
  const load = (
    facts: CourseFacts,
    cells: readonly [number, number, Mark][],
    more: Partial<Parameters<typeof importAttendance>[1]> = {},
    ctx = context('2026-03-17', '12:00'),
  ) =>
    importAttendance(
      facts,
      {
        entries: cells.map(([person, session, one]) => ({
          sessionId: sessionId(session),
          enrolmentId: enrolmentId(person),
          mark: one,
        })),
        ...more,
      },
      ctx,
    );

  it('同一文件导入两次，第二次什么也不写', () => {
    const store = memoryStore(base.facts());
    const cells: [number, number, Mark][] = [
      [1, 1, PRESENT],
      [2, 1, late('unknown')],
      [3, 5, ABSENT],
    ];
    store.commit(accepted(load(store.facts(), cells)));
    expect(codes(load(store.facts(), cells))).toEqual(['nothing-to-import']);
  });

  it('与已有考勤不同：默认保留，选了才改，以前的课要原因', () => {
    const facts = base.mark(1, 1, ABSENT).facts();
    const cells: [number, number, Mark][] = [
      [1, 1, PRESENT],
      [2, 1, PRESENT],
    ];
    const kept = accepted(load(facts, cells));
    expect(kept.changes.map(({ key }) => key)).toEqual(['S1:E2']);
    expect(warned(kept)).toEqual(['marks-kept']);
    expect(codes(load(facts, cells, { differing: 'take' }))).toEqual(['mark-reason']);
    expect(accepted(load(facts, cells, { differing: 'take', reason: '以纸质签到表为准' })).changes).toHaveLength(2);
  });

  it('表里有还没上的课：默认拒绝并列出，也可以略过', () => {
    const cells: [number, number, Mark][] = [
      [1, 1, PRESENT],
      [1, 9, PRESENT],
      [2, 9, PRESENT],
    ];
    expect(codes(load(base.facts(), cells))).toEqual(['mark-future']);
    const intent = accepted(load(base.facts(), cells, { unmarkable: 'leave-out' }));
    expect(intent.changes.map(({ key }) => key)).toEqual(['S1:E1']);
    expect(intent.warnings).toMatchObject([{ code: 'marks-left-out', values: { count: 2, sessions: [9] } }]);
  });
});

describe('任意一串登记', () => {
  const marks = fc.oneof(
    fc.constantFrom<Mark | null>(PRESENT, ABSENT, LEAVE, late('unknown'), null),
    fc.integer({ min: 0, max: 90 }).map((minutes) => late(minutes)),
  );
  const step = fc.record({
    today: fc.constantFrom('2026-03-16', '2026-03-17', '2026-03-18'),
    cells: fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 12 }), marks), {
      minLength: 1,
      maxLength: 5,
    }),
  });

  it('从不改动没有选中的格，选中的格恰好是所登记的', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const store = memoryStore(base.facts());
        for (const { today, cells } of steps) {
          const wanted = cells.map(([person, session, one]) => cell(person, session, one));
          const before = store.records().marks;
          const result = mark(store.facts(), context(today), wanted, '核对签到表');
          if (!result.ok) continue;
          store.commit(result.value);
          const after = store.records().marks;
          const chosen = new Map(wanted.map((one) => [`${one.sessionId}:${one.enrolmentId}`, one.mark]));
          for (const key of new Set([...before.keys(), ...after.keys()]))
            if (!chosen.has(key)) expect(after.get(key)).toEqual(before.get(key));
          for (const [key, one] of chosen) expect(after.get(key)?.mark ?? null).toEqual(one);
        }
      }),
      { numRuns: 200 },
    );
  });
});
