import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { copyDay } from '../../../shared/commands/copy-day';
import { declare } from '../../../shared/commands/declare';
import { deleteSession } from '../../../shared/commands/delete-session';
import { editSession } from '../../../shared/commands/edit-session';
import type { CommandContext, CommandResult } from '../../../shared/commands/intent';
import { markAllPresent } from '../../../shared/commands/mark-all-present';
import { markAttendance } from '../../../shared/commands/mark-attendance';
import { recordAttempt } from '../../../shared/commands/record-attempt';
import { reinstateEnrolment } from '../../../shared/commands/reinstate-enrolment';
import { withdrawEnrolment } from '../../../shared/commands/withdraw-enrolment';
import type { Entry } from '../../../shared/journal/entry';
import type { Mark } from '../../../shared/records/mark';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { ABSENT, context, enrolmentId, late, PRESENT, sessionId } from '../facts-builder';
import { accepted } from './outcome';
import { start, undo } from './undoing';

describe('任意一步', () => {
  const marks = fc.constantFrom<Mark | null>(PRESENT, ABSENT, late(15), late('unknown'), null);
  const person = fc.integer({ min: 1, max: 3 });
  const session = fc.integer({ min: 1, max: 12 });
  type Step = (facts: CourseFacts, at: CommandContext) => CommandResult;
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.array(fc.tuple(person, session, marks), { minLength: 1, maxLength: 6 }).map(
      (cells): Step =>
        (facts, at) =>
          markAttendance(
            facts,
            {
              cells: cells.map(([p, s, one]) => ({
                sessionId: sessionId(s),
                enrolmentId: enrolmentId(p),
                mark: one,
              })),
              reason: '核对',
            },
            at,
          ),
    ),
    session.map(
      (s): Step =>
        (facts, at) =>
          markAllPresent(facts, { sessionId: sessionId(s) }, at),
    ),
    session.map(
      (s): Step =>
        (facts, at) =>
          deleteSession(facts, { sessionId: sessionId(s), reason: '取消', marks: 'delete' }, at),
    ),
    fc.tuple(session, fc.integer({ min: 1, max: 4 })).map(
      ([s, periods]): Step =>
        (facts, at) =>
          editSession(facts, { sessionId: sessionId(s), patch: { periods }, reason: '更正' }, at),
    ),
    fc.constant<Step>((facts, at) => copyDay(facts, { from: day('2026-03-16'), to: day('2026-03-19') }, at)),
    fc.tuple(person, fc.integer({ min: 0, max: 100 })).map(
      ([p, score]): Step =>
        (facts, at) =>
          recordAttempt(facts, { enrolmentId: enrolmentId(p), on: day('2026-03-20'), score }, at),
    ),
    fc.tuple(person, fc.constantFrom('yes', 'no', 'unknown')).map(
      ([p, answer]): Step =>
        (facts, at) =>
          declare(
            facts,
            { enrolmentIds: [enrolmentId(p)], what: 'stillInPost', answer: answer as 'yes', source: '证明' },
            at,
          ),
    ),
    person.map(
      (p): Step =>
        (facts, at) =>
          withdrawEnrolment(facts, { enrolmentId: enrolmentId(p), on: day('2026-03-18'), reason: '调离' }, at),
    ),
    person.map(
      (p): Step =>
        (facts, at) =>
          reinstateEnrolment(facts, { enrolmentId: enrolmentId(p), reason: '回班' }, at),
    ),
  );

  it('做了再撤销，记录与没做过一样', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 10 }), (steps) => {
        const store = start();
        const ids = context('2026-03-20', '20:00');
        for (const run of steps) {
          const before = store.records();
          const result = run(store.facts(), ids);
          if (!result.ok) continue;
          const entry = store.commit(result.value);
          store.commit(accepted(undo(store, entry)));
          expect(store.records()).toEqual(before);
          store.commit(accepted(undo(store, store.entries().at(-1)!)));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('做了许多步，从最后一步起逐一撤销，回到最初', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const store = start();
        const before = store.records();
        const ids = context('2026-03-20', '20:00');
        const done: Entry[] = [];
        for (const run of steps) {
          const result = run(store.facts(), ids);
          if (result.ok) done.push(store.commit(result.value));
        }
        for (const entry of done.reverse()) store.commit(accepted(undo(store, entry)));
        expect(store.records()).toEqual(before);
      }),
      { numRuns: 150 },
    );
  });

  it('撤销任意一步，要么被拒绝，要么不留下没有着落的记录', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 12 }), fc.nat(), (steps, which) => {
        const store = start();
        const ids = context('2026-03-20', '20:00');
        const done: Entry[] = [];
        for (const run of steps) {
          const result = run(store.facts(), ids);
          if (result.ok) done.push(store.commit(result.value));
        }
        const entry = done[which % Math.max(done.length, 1)];
        const result = entry ? undo(store, entry) : null;
        if (!result?.ok) return;
        store.commit(result.value);
        const { marks: kept, sessions, enrolments, attempts } = store.records();
        for (const one of kept.values())
          expect(sessions.has(one.sessionId) && enrolments.has(one.enrolmentId)).toBe(true);
        for (const one of attempts.values()) expect(enrolments.has(one.enrolmentId)).toBe(true);
        const numbers = [...sessions.values()].map(({ number }) => number);
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
      { numRuns: 200 },
    );
  });
});
