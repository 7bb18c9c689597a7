import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import type { CertificateId, EnrolmentId, PersonId } from '../../../shared/records/ids';
import { PRESENT, type Mark } from '../../../shared/records/mark';
import { judgeCourse, judgeEnrolment } from '../../../shared/regulation/evaluate';
import type { CourseFacts } from '../../../shared/regulation/facts';
import {
  attendanceOf,
  makeCertificate,
  makeCourse,
  makeEnrolment,
  makeFacts,
  makePerson,
  weekOfLessons,
} from './course-facts';

const marks: readonly (Mark | null)[] = [
  PRESENT,
  PRESENT,
  PRESENT,
  null,
  { kind: 'absent' },
  { kind: 'leave' },
  { kind: 'attended', late: 15, early: 0 },
  { kind: 'attended', late: 'unknown', early: 0 },
];

/** Ten people, of whom two are one person with two certificates. */
function tenPeople(dice: readonly number[]): CourseFacts {
  const course = makeCourse('annual');
  const sessions = weekOfLessons(course.id, course.startsOn);
  const people = Array.from({ length: 10 }, (_, i) => {
    const personId = `p${i === 9 ? 8 : i}` as PersonId;
    const post = i === 9 ? '111' : '101';
    return {
      person: makePerson({ id: personId }),
      certificate: makeCertificate('annual', {
        id: `k${i}` as CertificateId,
        personId,
        post,
        issuedOn: day(`20${15 + i}-03-1${i}`),
      }),
      enrolment: makeEnrolment({
        id: `e${i}` as EnrolmentId,
        personId,
        certificateId: `k${i}` as CertificateId,
        post,
        index: i,
        order: i,
      }),
    };
  });
  const enrolments = people.map(({ enrolment }) => enrolment);
  return makeFacts('annual', {
    course,
    sessions,
    enrolments,
    persons: new Map(people.map(({ person }) => [person.id, person])),
    certificates: new Map(people.map(({ certificate }) => [certificate.id, certificate])),
    attendance: attendanceOf(
      sessions,
      enrolments,
      ({ number }, { index }) => marks[(dice[(number * 7 + index * 3) % dice.length]! + number) % marks.length]!,
    ),
  });
}

const diceArbitrary = fc.array(fc.nat(100), { minLength: 20, maxLength: 20 });

describe('同样的事实得同样的结论', () => {
  it('课次、学员在事实中的先后不影响任何人的结论', () => {
    fc.assert(
      fc.property(diceArbitrary, fc.nat(), (dice, turn) => {
        const facts = tenPeople(dice);
        const turned = <T>(list: readonly T[]): T[] => list.map((_, i) => list[(i + turn) % list.length]!);
        const shuffled = { ...facts, sessions: turned(facts.sessions), enrolments: turned(facts.enrolments) };
        for (const judgement of judgeCourse(shuffled, facts.course.endsOn)) {
          expect(JSON.stringify(judgement)).toBe(
            JSON.stringify(judgeEnrolment(facts, judgement.enrolmentId, facts.course.endsOn)),
          );
        }
      }),
      { numRuns: 15 },
    );
  });

  it('一人单独核验与全班一起核验相同，事实不被改动', () => {
    fc.assert(
      fc.property(diceArbitrary, (dice) => {
        const facts = tenPeople(dice);
        const before = JSON.stringify([
          facts.sessions,
          facts.enrolments,
          [...facts.certificates],
          [...facts.attendance].map(([, { status }]) => [...status]),
        ]);
        const all = judgeCourse(facts, facts.course.endsOn);
        for (const judgement of all) {
          expect(judgeEnrolment({ ...facts }, judgement.enrolmentId, facts.course.endsOn)).toEqual(judgement);
          expect(judgement.submittable).toBe(judgement.findings.every(({ severity }) => severity !== 'error'));
        }
        expect(
          JSON.stringify([
            facts.sessions,
            facts.enrolments,
            [...facts.certificates],
            [...facts.attendance].map(([, { status }]) => [...status]),
          ]),
        ).toBe(before);
      }),
      { numRuns: 15 },
    );
  });

  it('核验日只由参数给出：同一天核验，何时看都一样', () => {
    const facts = tenPeople([1, 2, 3]);
    expect(judgeCourse(facts, day('2026-03-20'))).not.toEqual(judgeCourse(facts, day('2027-03-20')));
    expect(judgeCourse({ ...facts }, day('2027-03-20'))).toEqual(judgeCourse(facts, day('2027-03-20')));
  });
});
