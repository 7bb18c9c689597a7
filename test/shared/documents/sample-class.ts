import { day, type Day } from '../../../shared/basics/day';
import type { Instant } from '../../../shared/basics/instant';
import type { FormInput } from '../../../shared/documents/form';
import type { Certificate } from '../../../shared/records/certificate';
import type { Enrolment } from '../../../shared/records/enrolment';
import type { AttemptId, CertificateId, CourseId, EnrolmentId, PersonId } from '../../../shared/records/ids';
import { PRESENT, type Mark } from '../../../shared/records/mark';
import type { Person } from '../../../shared/records/person';
import type { TestAttempt } from '../../../shared/records/test-attempt';
import { judgeCourse } from '../../../shared/regulation/evaluate';
import type { CourseFacts } from '../../../shared/regulation/facts';
import type { Judgement } from '../../../shared/regulation/finding';
import { factsOfNobody } from '../facts-builder';
import { attendanceOf, makeCourse, weekOfLessons } from '../regulation/course-facts';

const SPECIAL = ['欧阳𬱖', '李㛃', '龚䶮', '买买提·吐尔逊·阿卜杜拉·艾山江', '=HYPERLINK("x")', '王伟'];
const SURNAMES = ['张', '刘', '陈', '杨', '赵', '黄', '周', '吴', '徐', '孙'];
const GIVEN = ['国平', '志强', '俊杰', '美玲', '丽华', '晓东', '浩然', '静', '文博', '艳', '子涵'];
const EMPLOYERS = [
  '江城示例建设有限公司',
  '荆州示例市政工程集团股份有限公司第三分公司（示例项目经理部）',
  '襄阳示例装饰公司',
];
const POSTS = ['101', '106', '111', '114', '109', '103'];
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/** A valid number in an area that is never issued. */
function numberOf(i: number): { idNumber: string; birthDate: Day } {
  const birth = `${1966 + (i % 35)}${pad(1 + (i % 12), 2)}${pad(1 + (i % 28), 2)}`;
  const body = `420101${birth}${pad(100 + (i % 899), 3)}`;
  const sum = WEIGHTS.reduce((n, weight, at) => n + weight * Number(body[at]), 0);
  return {
    idNumber: `${body}${'10X98765432'[sum % 11]!}`,
    birthDate: day(`${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`),
  };
}

const makePerson = (i: number): Person => {
  const { idNumber, birthDate } = numberOf(i);
  return {
    id: `person-${pad(i, 4)}` as PersonId,
    name: SPECIAL[i] ?? `${SURNAMES[i % 10]!}${GIVEN[i % 11]!}`,
    idKind: 'resident',
    idNumber,
    birthDate,
    sex: Number(idNumber[16]) % 2 ? 'male' : 'female',
    employer: EMPLOYERS[i % 3]!,
    employerCreditCode: '91420100MA4K000000',
    phone: `1990000${pad(i % 10_000, 4)}`,
  };
};

/** Every seventh misses two lessons, every ninth comes late, every eleventh failed once; one left; one has no marks at all. */
function markOf(i: number, lesson: number): Mark | null {
  if (i === 9) return null;
  if (i % 7 === 6 && (lesson === 4 || lesson === 9)) return { kind: lesson === 4 ? 'absent' : 'leave' };
  if (i % 9 === 8 && lesson === 3) return { kind: 'attended', late: 6, early: 6 };
  if (i % 9 === 8 && lesson === 5) return { kind: 'attended', late: 'unknown', early: 0 };
  return PRESENT;
}

function attemptsOf(i: number, enrolmentId: EnrolmentId): readonly TestAttempt[] {
  const attempt = (number: number, on: string, score: TestAttempt['score']): TestAttempt => ({
    id: `${enrolmentId}-t${number}` as AttemptId,
    enrolmentId,
    on: day(on),
    number,
    score,
    passMark: 60,
  });
  if (i === 10) return [];
  if (i % 11 === 4) return [attempt(1, '2026-03-20', 'absent'), attempt(2, '2026-03-23', 71.5)];
  return [attempt(1, '2026-03-20', i % 13 === 12 ? 57 : 60 + (i % 40))];
}

/** An annual class of so many people with the usual week of lessons: most of them pass, some do not, for different reasons. */
export function sampleClass(size: number): CourseFacts {
  const course = makeCourse('annual', {
    id: 'course-1' as CourseId,
    title: '2026年第3期施工现场专业人员继续教育',
    place: '第一教室',
  });
  const sessions = weekOfLessons(course.id, course.startsOn).map((session, i) => ({
    ...session,
    title: session.category === 'public' ? '法律法规与职业道德' : '岗位新标准、新技术',
    teacher: i % 2 ? '周老师' : '郑老师',
    room: '第一教室',
  }));
  const persons = Array.from({ length: size }, (_, i) => makePerson(i));
  const certificates = persons.map((person, i): Certificate => ({
    id: `certificate-${pad(i, 4)}` as CertificateId,
    personId: person.id,
    kind: 'electronic',
    post: POSTS[i % 6]!,
    number: `0422${pad(1_110_400_100 + i, 10)}`,
    issuedOn: day(`202${i % 4}-0${1 + (i % 9)}-1${i % 9}`),
    origin: i % 2 ? 'new' : 'exchanged',
  }));
  const enrolments = persons.map((person, i): Enrolment => ({
    id: `enrolment-${pad(i, 4)}` as EnrolmentId,
    courseId: course.id,
    personId: person.id,
    certificateId: certificates[i]!.id,
    post: POSTS[i % 6]!,
    index: i,
    order: i,
    healthy: { answer: 'yes' },
    employed: { answer: 'yes' },
    stillInPost: { answer: i % 8 === 7 ? 'unknown' : 'yes' },
    status: i === 11 ? { kind: 'left', on: day('2026-03-18'), reason: '工地调动' } : { kind: 'active' },
  }));
  return {
    ...factsOfNobody(course),
    institution: {
      id: 'institution',
      name: '荆楚建设培训学校（示例）',
      preparedBy: '王填表',
      checkedBy: '李审核',
      numberPrefix: 'JC',
    },
    sessions,
    enrolments,
    persons: new Map(persons.map((person) => [person.id, person])),
    certificates: new Map(certificates.map((certificate) => [certificate.id, certificate])),
    attendance: attendanceOf(sessions, enrolments, (session, { index }) => markOf(index, session.number)),
    attempts: new Map(enrolments.map(({ id }, i) => [id, attemptsOf(i, id)])),
    barred: [],
  };
}

export const JUDGED_ON = day('2026-03-24');

export function sampleForm(size: number): FormInput & { readonly judgements: readonly Judgement[] } {
  const facts = sampleClass(size);
  return { facts, judgements: judgeCourse(facts, JUDGED_ON), created: '2026-03-24T00:00:00.000Z' as Instant };
}
