import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../../shared/basics/day';
import { emptyColumn, withMarks } from '../../../shared/records/attendance-column';
import type { AttemptId, CertificateId, CourseId, EnrolmentId, PersonId } from '../../../shared/records/ids';
import { PRESENT, type Mark } from '../../../shared/records/mark';
import { courseParameters, courseProgress } from '../../../shared/regulation/course-progress';
import { judgeCourse } from '../../../shared/regulation/evaluate';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { openMarks } from '../../../shared/regulation/open-marks';
import { judgeAgain, type Judged } from '../../../renderer/data/judge-again';
import { openMarksAgain } from '../../../renderer/data/open-marks-again';
import {
  makeCertificate,
  makeCourse,
  makeEnrolment,
  makeFacts,
  makePerson,
  weekOfLessons,
} from '../../shared/regulation/course-facts';

const ON = day('2026-03-20');
const course = makeCourse('annual', { id: 'c1' as CourseId });
const sessions = weekOfLessons(course.id, course.startsOn).map((session, i) =>
  i === 16 ? { ...session, makesUpFor: weekOfLessons(course.id, course.startsOn)[5]!.id } : session,
);

/** Five enrolments of four people: the last is the second certificate of the first one. */
const enrolments = Array.from({ length: 5 }, (_, index) =>
  makeEnrolment({
    id: `e${index}` as EnrolmentId,
    courseId: course.id,
    personId: `p${index % 4}` as PersonId,
    certificateId: `k${index}` as CertificateId,
    index,
    order: index,
    ...(index === 2 && { from: sessions[6]!.date }),
    ...(index === 3 && { status: { kind: 'left', on: sessions[9]!.date, reason: '离职' } as const }),
  }),
);
const start = makeFacts('annual', {
  course,
  sessions,
  enrolments,
  persons: new Map(enrolments.map(({ personId }) => [personId, makePerson({ id: personId })])),
  certificates: new Map(
    enrolments.map(({ certificateId, personId }) => [
      certificateId,
      makeCertificate('annual', { id: certificateId, personId }),
    ]),
  ),
});

const mark = fc.constantFrom<Mark | null>(
  null,
  PRESENT,
  { kind: 'absent' },
  { kind: 'leave' },
  { kind: 'attended', late: 20, early: 0 },
  { kind: 'attended', late: 'unknown', early: 0 },
);
const person = fc.nat(4);
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('mark' as const), person, session: fc.nat(16), mark }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('score' as const), person, score: fc.nat(100) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leaves' as const), person }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('merged' as const), person }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function after(facts: CourseFacts, what: Step): CourseFacts {
  const enrolment = facts.enrolments[what.person]!;
  switch (what.kind) {
    case 'mark': {
      const { id, date } = facts.sessions[what.session]!;
      const column = facts.attendance.get(id) ?? emptyColumn(id);
      const cell = { index: enrolment.index, mark: what.mark, recordedOn: date };
      return { ...facts, attendance: new Map(facts.attendance).set(id, withMarks(column, [cell])) };
    }
    case 'score': {
      const id = `a${what.score}` as AttemptId;
      const attempt = { id, enrolmentId: enrolment.id, on: ON, number: 1, score: what.score, passMark: 60 };
      return { ...facts, attempts: new Map(facts.attempts).set(enrolment.id, [attempt]) };
    }
    case 'leaves':
      return {
        ...facts,
        enrolments: facts.enrolments.map((one) =>
          one === enrolment ? { ...one, status: { kind: 'left', on: sessions[3]!.date, reason: '离职' } } : one,
        ),
      };
    case 'merged': {
      const alias = facts.persons.get(enrolment.personId)!;
      if (alias.id === 'p0') return facts;
      return {
        ...facts,
        persons: new Map(facts.persons).set(alias.id, { ...alias, mergedInto: 'p0' as PersonId }),
      };
    }
  }
}

/** The same facts in objects that nobody has seen: nothing that was remembered can be used. */
const fresh = (facts: CourseFacts): CourseFacts => ({
  ...facts,
  enrolments: [...facts.enrolments],
  sessions: [...facts.sessions],
});

describe('只重算改动的人，与全部重算一样', () => {
  test('任意顺序的登记、成绩、退出与合并', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let facts: CourseFacts = { ...start };
        let judged: Judged | null = null;
        for (const one of steps) {
          facts = after(facts, one);
          judged = judgeAgain(judged, facts, ON);
          const parameters = courseParameters(facts);
          const open = openMarksAgain(facts, parameters);
          const anew = fresh(facts);
          expect(open).toEqual(openMarks(anew, parameters));
          expect(judged.judgements).toEqual(judgeCourse(anew, ON));
          expect(courseProgress(facts, judged.judgements, [], [], ON, open)).toEqual(
            courseProgress(anew, judgeCourse(anew, ON), [], [], ON),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});
