import type { Day } from '../../shared/basics/day';
import { addDays, day } from '../../shared/basics/day';
import type { Change } from '../../shared/commands/intent';
import type { Certificate } from '../../shared/records/certificate';
import type { Course } from '../../shared/records/course';
import type { Enrolment } from '../../shared/records/enrolment';
import {
  markId,
  type CertificateId,
  type CourseId,
  type EnrolmentId,
  type PersonId,
  type SessionId,
} from '../../shared/records/ids';
import { PRESENT, type Mark, type MarkRecord } from '../../shared/records/mark';
import type { Person } from '../../shared/records/person';
import type { Session } from '../../shared/records/session';
import type { TableName, Tables } from '../../shared/records/tables';

const SURNAMES = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴', '单', '解'];
const GIVEN = ['国平', '志强', '桂英', '海燕', '晓东', '建华', '文博', '思雨', '永胜', '丽娟', '㛃', '𬱖'];

export const courseIdOf = (name: string): CourseId => `course-${name}` as CourseId;
export const personIdOf = (n: number): PersonId => `person-${String(n).padStart(6, '0')}` as PersonId;
const certificateIdOf = (n: number): CertificateId => `certificate-${String(n).padStart(6, '0')}` as CertificateId;
export const enrolmentIdOf = (course: string, n: number): EnrolmentId =>
  `enrolment-${course}-${String(n).padStart(6, '0')}` as EnrolmentId;
export const sessionIdOf = (course: string, n: number): SessionId =>
  `session-${course}-${String(n).padStart(3, '0')}` as SessionId;

export const courseRecord = (name: string, startsOn: Day = day('2026-03-16')): Course => ({
  id: courseIdOf(name),
  title: `第 ${name} 期继续教育`,
  purpose: 'annual',
  ruleset: 'hubei-annual',
  startsOn,
  endsOn: addDays(startsOn, 30),
});

/** Invented people; the numbers have area codes that are never issued and no valid check digit. */
export const personRecord = (n: number): Person => ({
  id: personIdOf(n),
  name: `${SURNAMES[n % SURNAMES.length]}${GIVEN[Math.floor(n / SURNAMES.length) % GIVEN.length]}`,
  idKind: 'resident',
  idNumber: `990000199001${String(n).padStart(6, '0')}`,
  employer: `荆楚建设第${n % 7}公司`,
});

export const certificateRecord = (n: number): Certificate => ({
  id: certificateIdOf(n),
  personId: personIdOf(n),
  kind: 'electronic',
  post: '101',
  issuedOn: day('2024-01-10'),
  origin: 'new',
});

export const enrolmentRecord = (course: string, n: number, index = n): Enrolment => ({
  id: enrolmentIdOf(course, n),
  courseId: courseIdOf(course),
  personId: personIdOf(n),
  certificateId: certificateIdOf(n),
  post: '101',
  index,
  order: index + 1,
  healthy: { answer: 'unknown' },
  employed: { answer: 'yes', source: '劳动合同' },
  stillInPost: { answer: 'unknown' },
  status: { kind: 'active' },
});

export const sessionRecord = (course: string, n: number, startsOn: Day = day('2026-03-16')): Session => ({
  id: sessionIdOf(course, n),
  courseId: courseIdOf(course),
  number: n + 1,
  date: addDays(startsOn, Math.floor(n / 4)),
  start: 510 + (n % 4) * 120,
  end: 600 + (n % 4) * 120,
  periods: 2,
  category: n % 3 === 0 ? 'public' : 'professional',
  posts: [],
  teacher: '孙老师',
});

export const markRecord = (
  course: string,
  session: number,
  person: number,
  mark: Mark = PRESENT,
  recordedOn: Day = day('2026-03-16'),
): MarkRecord => {
  const sessionId = sessionIdOf(course, session);
  const enrolmentId = enrolmentIdOf(course, person);
  return { id: markId(sessionId, enrolmentId), sessionId, enrolmentId, mark, recordedOn };
};

/** A record that did not exist. */
export const made = <T extends TableName>(table: T, record: Tables[T]): Change =>
  ({ table, key: record.id, before: null, after: record }) as unknown as Change;

/** A record that is different now, or gone. */
export const changed = <T extends TableName>(table: T, before: Tables[T], after: Tables[T] | null): Change =>
  ({ table, key: before.id, before, after }) as unknown as Change;

/** A course with so many people and sessions, as the changes that make it. */
export function classChanges(
  course: string,
  people: number,
  sessions: number,
  firstPerson = 0,
  startsOn: Day = day('2026-03-16'),
): readonly Change[] {
  const numbers = Array.from({ length: people }, (_, i) => firstPerson + i);
  return [
    made('courses', courseRecord(course, startsOn)),
    ...Array.from({ length: sessions }, (_, n) => made('sessions', sessionRecord(course, n, startsOn))),
    ...numbers.flatMap((n, i) => [
      made('persons', personRecord(n)),
      made('certificates', certificateRecord(n)),
      made('enrolments', enrolmentRecord(course, n, i)),
    ]),
  ];
}
