import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import type { EnrolmentId, SessionId } from '../../../shared/records/ids';
import { PRESENT, type Mark } from '../../../shared/records/mark';
import { creditLines, creditSession, plannedHours, sumOf } from '../../../shared/regulation/credits';
import { parametersOn } from '../../../shared/regulation/parameters-on';
import { attendanceOf, makeEnrolment, makeFacts, weekOfLessons } from './course-facts';

const defaults = parametersOn({ id: 'hubei-annual' }, [], day('2026-03-16'));
const hoursOf = (...credited: Parameters<typeof creditLines>) => sumOf(creditLines(...credited));
const withValues = (minutesPerPeriod: number, tolerance: number) => ({
  minutesPerPeriod: { ...defaults.minutesPerPeriod, value: minutesPerPeriod },
  tolerance: { ...defaults.tolerance, value: tolerance },
});

const planned = fc.integer({ min: 1, max: 8 });
const missed = fc.integer({ min: 0, max: 600 });
const settings = fc.record({ minutes: fc.integer({ min: 30, max: 60 }), tolerance: fc.integer({ min: 0, max: 30 }) });

describe('一课得多少学时', () => {
  it.each([
    [2, 0, 2],
    [2, 5, 2],
    [2, 10, 2],
    [2, 11, 1],
    [2, 12, 1],
    [2, 44, 1],
    [2, 46, 1],
    [2, 50, 1],
    [2, 55, 1],
    [2, 56, 0],
    [2, 600, 0],
    [4, 55, 3],
    [1, 10, 1],
    [1, 11, 0],
  ])('计划 %i 学时，缺 %i 分钟，得 %i 学时', (periods, minutes, credited) => {
    expect(creditSession(periods, minutes, defaults)).toBe(credited);
  });

  it('缺得越多得的越少，不超过计划，不低于 0，而且是整数', () => {
    fc.assert(
      fc.property(planned, missed, missed, settings, (periods, a, b, { minutes, tolerance }) => {
        const parameters = withValues(minutes, tolerance);
        const [less, more] = a < b ? [a, b] : [b, a];
        const fewer = creditSession(periods, more, parameters);
        expect(fewer).toBeLessThanOrEqual(creditSession(periods, less, parameters));
        expect(creditSession(periods, less, parameters)).toBeLessThanOrEqual(periods);
        expect(fewer).toBeGreaterThanOrEqual(0);
        expect(Number.isInteger(fewer)).toBe(true);
      }),
    );
  });

  it('等于逐分钟数出来的整学时', () => {
    fc.assert(
      fc.property(planned, missed, settings, (periods, minutesMissed, { minutes, tolerance }) => {
        // Counted by hand: every full period that fits into the time stayed plus the tolerance.
        let left = periods * minutes - minutesMissed + tolerance;
        let counted = 0;
        while (counted < periods && left >= minutes) {
          left -= minutes;
          counted += 1;
        }
        expect(creditSession(periods, minutesMissed, withValues(minutes, tolerance))).toBe(counted);
      }),
    );
  });
});

const markArbitrary: fc.Arbitrary<Mark | null> = fc.oneof(
  fc.constant(null),
  fc.constant<Mark>({ kind: 'absent' }),
  fc.constant<Mark>({ kind: 'leave' }),
  fc.record({
    kind: fc.constant('attended' as const),
    late: fc.oneof(fc.constant('unknown' as const), fc.integer({ min: 0, max: 90 })),
    early: fc.oneof(fc.constant('unknown' as const), fc.integer({ min: 0, max: 90 })),
  }),
);

describe('一人的学时', () => {
  it('已得加待定不超过计划；补登任何一课后，结果落在先前的范围内', () => {
    fc.assert(
      fc.property(
        fc.array(markArbitrary, { minLength: 17, maxLength: 17 }),
        fc.array(markArbitrary, { minLength: 17, maxLength: 17 }),
        (marks, later) => {
          const sessions = weekOfLessons('c1' as never, day('2026-03-16'));
          const enrolment = makeEnrolment();
          const judge = (list: readonly (Mark | null)[]) =>
            hoursOf(
              makeFacts('annual', {
                attendance: attendanceOf(sessions, [enrolment], ({ number }) => list[number - 1] ?? null),
              }),
              enrolment,
              defaults,
            );
          const before = judge(marks);
          expect(before.total + before.openTotal).toBeLessThanOrEqual(34);
          expect(before.professional + before.public).toBe(before.total);
          const after = judge(marks.map((mark, i) => (mark === null ? (later[i] ?? null) : mark)));
          expect(after.total).toBeGreaterThanOrEqual(before.total);
          expect(after.total + after.openTotal).toBeLessThanOrEqual(before.total + before.openTotal);
          expect(after.professional + after.openProfessional).toBeLessThanOrEqual(
            before.professional + before.openProfessional,
          );
        },
      ),
    );
  });

  it('补课与原课合起来不超过原课的学时', () => {
    fc.assert(
      fc.property(markArbitrary, markArbitrary, (first, second) => {
        const [lesson] = weekOfLessons('c1' as never, day('2026-03-16'));
        const makeUp = {
          ...lesson!,
          id: 'again' as SessionId,
          number: 18,
          date: day('2026-03-19'),
          onlyFor: ['e1' as EnrolmentId],
          makesUpFor: lesson!.id,
        };
        const sessions = [lesson!, makeUp];
        const enrolment = makeEnrolment();
        const facts = makeFacts('annual', {
          sessions,
          attendance: attendanceOf(sessions, [enrolment], ({ id }) => (id === 'again' ? second : first)),
        });
        const hours = hoursOf(facts, enrolment, defaults);
        expect(hours.total + hours.openTotal).toBeLessThanOrEqual(2);
        const best = Math.max(
          ...creditLines(
            makeFacts('annual', { sessions: [lesson!], attendance: facts.attendance }),
            enrolment,
            defaults,
          ).map((line) => line.credited),
        );
        expect(hours.total).toBeGreaterThanOrEqual(best);
      }),
    );
  });

  it('课程表的计划学时不含补课，可按岗位算', () => {
    const sessions = weekOfLessons('c1' as never, day('2026-03-16'));
    expect(plannedHours(sessions)).toEqual({ total: 34, professional: 24, public: 10 });
    const other = { ...sessions[2]!, id: 'x' as SessionId, posts: ['111'] };
    const makeUp = { ...sessions[2]!, id: 'y' as SessionId, makesUpFor: sessions[2]!.id, onlyFor: [] };
    expect(plannedHours([...sessions, other, makeUp])).toEqual({ total: 36, professional: 26, public: 10 });
    expect(plannedHours([...sessions, other, makeUp], '101')).toEqual({ total: 34, professional: 24, public: 10 });
    expect(plannedHours([...sessions, other, makeUp], '111')).toEqual({ total: 36, professional: 26, public: 10 });
  });

  it('每一课都说明为什么不计', () => {
    const sessions = weekOfLessons('c1' as never, day('2026-03-16'));
    const special = [
      { ...sessions[2]!, id: 'post' as SessionId, number: 20, posts: ['111'] },
      { ...sessions[2]!, id: 'others' as SessionId, number: 21, onlyFor: ['e9' as EnrolmentId] },
      { ...sessions[2]!, id: 'later' as SessionId, number: 22, date: day('2026-04-01') },
    ];
    const enrolment = makeEnrolment({ to: day('2026-03-31') });
    const facts = makeFacts('annual', {
      sessions: special,
      enrolments: [enrolment],
      attendance: attendanceOf(special, [enrolment], () => PRESENT),
    });
    expect(
      creditLines(facts, enrolment, defaults).map(({ session, state, why }) => [session.id, state, why]),
    ).toEqual([
      ['post', 'notApplicable', 'other-post'],
      ['others', 'notApplicable', 'not-listed'],
      ['later', 'notApplicable', 'outside-dates'],
    ]);
  });
});
