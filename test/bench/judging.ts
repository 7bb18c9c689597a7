import { performance } from 'node:perf_hooks';
import { addDays, day } from '../../shared/basics/day';
import type { AttemptId, CertificateId, CourseId, EnrolmentId, PersonId } from '../../shared/records/ids';
import { PRESENT, type Mark } from '../../shared/records/mark';
import { judgeCourse } from '../../shared/regulation/evaluate';
import type { CourseFacts } from '../../shared/regulation/facts';
import {
  attendanceOf,
  makeCertificate,
  makeCourse,
  makeEnrolment,
  makeFacts,
  makePerson,
  weekOfLessons,
} from '../shared/regulation/course-facts';

/** A course of so many people that differ as a real class does: dates, absences, late marks, blanks, retakes. */
export function madeUpCourse(number: number, people: number): CourseFacts {
  const courseId = `c${number}` as CourseId;
  const course = makeCourse('annual', { id: courseId });
  const sessions = weekOfLessons(courseId, course.startsOn);
  const roster = Array.from({ length: people }, (_, index) => {
    const id = `${number}-${index}`;
    const person = makePerson({ id: `p${id}` as PersonId });
    const certificate = makeCertificate('annual', {
      id: `k${id}` as CertificateId,
      personId: person.id,
      issuedOn: addDays(day('2020-08-01'), (number * 37 + index * 53) % 1900),
      origin: index % 2 === 0 ? 'new' : 'exchanged',
    });
    const enrolment = makeEnrolment({
      id: `e${id}` as EnrolmentId,
      courseId,
      personId: person.id,
      certificateId: certificate.id,
      index,
      order: index,
    });
    return { person, certificate, enrolment };
  });
  const enrolments = roster.map(({ enrolment }) => enrolment);
  const markOf = (lesson: number, index: number): Mark | null => {
    const dice = (lesson * 31 + index * 17 + number * 7) % 40;
    if (dice === 0) return { kind: 'absent' };
    if (dice === 1) return { kind: 'attended', late: 15, early: 0 };
    return dice === 2 ? null : PRESENT;
  };
  return makeFacts('annual', {
    course,
    sessions,
    enrolments,
    persons: new Map(roster.map(({ person }) => [person.id, person])),
    certificates: new Map(roster.map(({ certificate }) => [certificate.id, certificate])),
    attendance: attendanceOf(sessions, enrolments, (session, { index }) => markOf(session.number, index)),
    attempts: new Map(
      enrolments.map(({ id, index }) => [
        id,
        [
          {
            id: `a${id}` as AttemptId,
            enrolmentId: id,
            on: course.endsOn,
            number: 1,
            score: 50 + (index % 50),
            passMark: 60,
          },
        ],
      ]),
    ),
  });
}

export interface JudgingFigures {
  /** Milliseconds for one course of 50, warm: the median of 50 courses. */
  readonly courseOf50: number;
  /** Milliseconds for 100,000 people in courses of 50. */
  readonly hundredThousand: number;
  /** Milliseconds of the processor for the same, whatever else the machine does. */
  readonly hundredThousandCpu: number;
}

/** Measures judging; every course is judged once, so nothing comes out of a memory of an earlier judgement. */
export function measureJudging(): JudgingFigures {
  for (let i = 0; i < 100; i += 1) judgeCourse(madeUpCourse(i, 50), day('2026-03-20'));
  const singles = Array.from({ length: 50 }, (_, i) => {
    const facts = madeUpCourse(i, 50);
    const begin = performance.now();
    judgeCourse(facts, day('2026-03-20'));
    return performance.now() - begin;
  }).sort((a, b) => a - b);

  let spent = 0;
  let cpu = 0;
  let judged = 0;
  for (let i = 0; judged < 100_000; i += 1) {
    const facts = madeUpCourse(i, 50);
    const before = process.cpuUsage();
    const begin = performance.now();
    judged += judgeCourse(facts, day('2026-03-20')).length;
    spent += performance.now() - begin;
    const used = process.cpuUsage(before);
    cpu += (used.user + used.system) / 1000;
  }
  return { courseOf50: singles[25]!, hundredThousand: spent, hundredThousandCpu: cpu };
}
