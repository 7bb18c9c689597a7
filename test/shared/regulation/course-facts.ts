import { addDays, day, type Day } from '../../../shared/basics/day';
import { emptyColumn, withMarks, type AttendanceColumn } from '../../../shared/records/attendance-column';
import type { Certificate } from '../../../shared/records/certificate';
import type { Course, Purpose } from '../../../shared/records/course';
import type { Declaration } from '../../../shared/records/declaration';
import type { Enrolment } from '../../../shared/records/enrolment';
import type { CertificateId, CourseId, EnrolmentId, PersonId, SessionId } from '../../../shared/records/ids';
import type { Mark } from '../../../shared/records/mark';
import type { Person } from '../../../shared/records/person';
import type { Session } from '../../../shared/records/session';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { factsOfNobody } from '../facts-builder';

/** Facts for tests of the rules, made from what a test cares about. */

const YES: Declaration = { answer: 'yes' };

/** The sample course's week: 17 lessons of 2 periods in five days, 34 periods of which 24 professional. */
const WEEK: readonly (readonly [dayNumber: number, start: number, category: Session['category']])[] = [
  [0, 510, 'public'],
  [0, 615, 'public'],
  [0, 810, 'professional'],
  [0, 915, 'professional'],
  [1, 510, 'public'],
  [1, 615, 'professional'],
  [1, 810, 'professional'],
  [1, 915, 'professional'],
  [2, 510, 'public'],
  [2, 615, 'professional'],
  [2, 810, 'professional'],
  [2, 915, 'professional'],
  [3, 510, 'public'],
  [3, 615, 'professional'],
  [3, 810, 'professional'],
  [3, 915, 'professional'],
  [4, 510, 'professional'],
];

export function weekOfLessons(courseId: CourseId, startsOn: Day): Session[] {
  return WEEK.map(([dayNumber, start, category], i) => ({
    id: `${courseId}-s${i + 1}` as SessionId,
    courseId,
    number: i + 1,
    date: addDays(startsOn, dayNumber),
    start,
    end: start + 90,
    periods: 2,
    category,
    posts: [],
  }));
}

export function makeCourse(purpose: Purpose, given: Partial<Course> = {}): Course {
  const startsOn = given.startsOn ?? (purpose === 'annual' ? day('2026-03-16') : day('2020-10-12'));
  return {
    id: 'c1' as CourseId,
    title: '测试班',
    purpose,
    ruleset: purpose === 'annual' ? 'hubei-annual' : 'hubei-2020-37-exchange',
    startsOn,
    endsOn: addDays(startsOn, 4),
    ...given,
  };
}

export const makePerson = (given: Partial<Person> = {}): Person => ({
  id: 'p1' as PersonId,
  name: '张建国',
  idKind: 'resident',
  idNumber: '42010119800501001X',
  sex: 'male',
  birthDate: day('1980-05-01'),
  ...given,
});

export const makeCertificate = (purpose: Purpose, given: Partial<Certificate> = {}): Certificate => ({
  id: 'k1' as CertificateId,
  personId: 'p1' as PersonId,
  post: '101',
  ...(purpose === 'annual'
    ? { kind: 'electronic', issuedOn: day('2024-09-01'), origin: 'new' }
    : { kind: 'old', issuedOn: day('2018-05-01'), validUntil: day('2021-05-01'), foundInSystem: YES }),
  ...given,
});

export const makeEnrolment = (given: Partial<Enrolment> = {}): Enrolment => ({
  id: 'e1' as EnrolmentId,
  courseId: 'c1' as CourseId,
  personId: 'p1' as PersonId,
  certificateId: 'k1' as CertificateId,
  post: '101',
  index: 0,
  order: 0,
  appliedOn: day('2020-09-10'),
  healthy: YES,
  employed: YES,
  stillInPost: YES,
  status: { kind: 'active' },
  ...given,
});

/** Columns from a function that says each person's mark. */
export function attendanceOf(
  sessions: readonly Session[],
  enrolments: readonly Enrolment[],
  markOf: (session: Session, enrolment: Enrolment) => Mark | null,
): Map<SessionId, AttendanceColumn> {
  return new Map(
    sessions.map((session) => [
      session.id,
      withMarks(
        emptyColumn(session.id, enrolments.length),
        enrolments.map((enrolment) => ({
          index: enrolment.index,
          mark: markOf(session, enrolment),
          recordedOn: session.date,
        })),
      ),
    ]),
  );
}

/** A whole set of facts; what is not given is the plainest case: one person, the usual week, nothing else recorded. */
export function makeFacts(purpose: Purpose, given: Partial<CourseFacts> = {}): CourseFacts {
  const course = given.course ?? makeCourse(purpose);
  return {
    ...factsOfNobody(course),
    sessions: weekOfLessons(course.id, course.startsOn),
    enrolments: [makeEnrolment({ courseId: course.id })],
    persons: new Map([['p1' as PersonId, makePerson()]]),
    certificates: new Map([['k1' as CertificateId, makeCertificate(purpose)]]),
    ...given,
  };
}
