import { parseDay, type Day } from '../../shared/basics/day';
import type { AttendanceColumn } from '../../shared/records/attendance-column';
import type { Certificate } from '../../shared/records/certificate';
import type { Course, Purpose } from '../../shared/records/course';
import type { Declaration } from '../../shared/records/declaration';
import type { Enrolment } from '../../shared/records/enrolment';
import type { CertificateId, CourseId, EnrolmentId, PersonId, SessionId } from '../../shared/records/ids';
import type { Mark } from '../../shared/records/mark';
import type { Session } from '../../shared/records/session';
import type { ParameterSetting } from '../../shared/records/settings';
import type { CourseFacts, OtherCourse } from '../../shared/regulation/facts';
import { PARAMETERS } from '../../shared/regulation/parameters';
import {
  attendanceOf,
  makeCertificate,
  makeCourse,
  makeEnrolment,
  makeFacts,
  weekOfLessons,
} from '../shared/regulation/course-facts';
import { asFields, asList, asText, matched, pick, word, type Fields } from './fields';
import {
  dayFrom,
  postFrom,
  readAttempts,
  readCeChoices,
  readLesson,
  readMark,
  readOutside,
  readProfessionalChoices,
} from './lines';
import { readPersons } from './people';

/** A case file's situation (Chinese keys, so that an official can read it) as facts and the day judged. */
export interface Situation {
  readonly facts: CourseFacts;
  readonly on: Day;
  readonly namedYears?: readonly number[];
}

export const SITUATION_KEYS = [
  '业务',
  '核验日',
  '培训班',
  '学员',
  '并入',
  '证书',
  '报名',
  '课程表',
  '加课',
  '考勤',
  '测试',
  '校外学时',
  '年度归属',
  '专业归属',
  '另一证书',
  '其他班',
  '黑名单',
  '参数',
  '报审年度',
] as const;

const PURPOSES = { 年度: 'annual', 换证: 'exchange' } as const;
const ANSWERS: { readonly [text: string]: Declaration['answer'] } = { 是: 'yes', 否: 'no', 未登记: 'unknown' };

const answer = (value: unknown, where: string): Declaration => {
  const { text, on } = matched(value, where, /^(?<text>是|否|未登记)(?: (?<on>\d{4}-\d\d-\d\d))?$/);
  return { answer: ANSWERS[text!]!, ...(on ? { on: dayFrom(on, where) } : {}) };
};

const readCertificate = (value: unknown, where: string, base: Certificate): Certificate =>
  pick<Certificate>(
    (value ?? {}) as Fields,
    where,
    {
      种类: ['kind', (v, w) => word(v, w, { 旧证: 'old', 新证: 'electronic' } as const)],
      岗位: ['post', postFrom],
      发证: ['issuedOn', dayFrom],
      取证: ['origin', (v, w) => word(v, w, { 新取证: 'new', 换发: 'exchanged' } as const)],
      有效期至: ['validUntil', dayFrom],
      系统可查: ['foundInSystem', answer],
    },
    base,
  );

const readEnrolment = (value: unknown, where: string, base: Enrolment): Enrolment =>
  pick<Enrolment>(
    (value ?? {}) as Fields,
    where,
    {
      岗位: ['post', postFrom],
      申请: ['appliedOn', dayFrom],
      健康: ['healthy', answer],
      在岗: ['employed', answer],
      仍在岗位: ['stillInPost', answer],
      起: ['from', dayFrom],
      止: ['to', dayFrom],
      退出: ['status', (v, w) => ({ kind: 'left', on: dayFrom(v, w), reason: '本人申请' })],
    },
    base,
  );

function readTimetable(fields: Fields, where: string, course: Course, usual: boolean): Session[] {
  const listed = fields['课程表'];
  const lessons =
    listed === undefined
      ? usual
        ? weekOfLessons(course.id, course.startsOn)
        : []
      : asList(listed, `${where}.课程表`).map((v) => readLesson(v, `${where}.课程表`, course.id));
  return [
    ...lessons,
    ...asList(fields['加课'] ?? [], `${where}.加课`).map((v) => readLesson(v, `${where}.加课`, course.id)),
  ];
}

/** 考勤: {其余: 出勤, 3: 缺勤, 4: 迟15}; without 其余 everything else is 出勤. */
function marksOf(value: unknown, where: string, sessions: readonly Session[]): (session: Session) => Mark | null {
  const fields = asFields(value ?? {}, where, ['其余', ...sessions.map(({ number }) => String(number))]);
  const rest = readMark(fields['其余'] ?? '出勤', where);
  return ({ number }) => (String(number) in fields ? readMark(fields[String(number)], `${where}.${number}`) : rest);
}

/** 参数: {测试合格分数线: 70}: confirmed by the institution. */
function readSettings(value: unknown, where: string, ruleset: string): ParameterSetting[] {
  const parameters = Object.values(PARAMETERS);
  const fields = asFields(
    value,
    where,
    parameters.map(({ title }) => title),
  );
  return Object.entries(fields).map(([title, set]) => {
    const { id } = parameters.find((parameter) => parameter.title === title)!;
    return {
      id: `${ruleset}/${id}`,
      ruleset,
      parameter: id,
      value: set as number | string | boolean,
      source: '本机构确认',
      confirmedOn: parseDay('2020-07-06')!,
    };
  });
}

/** Another course of the same person: 证书 says under which certificate. */
function readOtherCourse(value: unknown, where: string, number: number): OtherCourse {
  const fields = asFields(value, where, ['业务', '开始', '结束', '课程表', '加课', '考勤', '证书', '岗位']);
  const purpose = word(fields['业务'] ?? '年度', where, PURPOSES);
  const startsOn = dayFrom(fields['开始'], `${where}.开始`);
  const course = makeCourse(purpose, {
    id: `d${number}` as CourseId,
    startsOn,
    ...(fields['结束'] ? { endsOn: dayFrom(fields['结束'], where) } : {}),
  });
  const sessions = readTimetable(fields, where, course, true);
  const enrolments = [
    makeEnrolment({
      id: `f${number}` as EnrolmentId,
      courseId: course.id,
      certificateId: word(fields['证书'] ?? '本证', where, {
        本证: 'k1' as CertificateId,
        另一证书: 'k2' as CertificateId,
      }),
      post: postFrom(fields['岗位'] ?? '土建施工员', where),
    }),
  ];
  const mark = marksOf(fields['考勤'], `${where}.考勤`, sessions);
  return {
    course,
    sessions,
    enrolments,
    attendance: attendanceOf(sessions, enrolments, mark),
    professionalChoices: [],
  };
}

/** Everything that a case gives, on top of the plainest person of its purpose: 全勤, test 80, all declared. */
export function readSituation(fields: Fields, where: string): Situation {
  const purpose: Purpose = word(fields['业务'] ?? '年度', `${where}.业务`, PURPOSES);
  const dates = asFields(fields['培训班'] ?? {}, `${where}.培训班`, ['开始', '结束']);
  const course = makeCourse(purpose, {
    ...(dates['开始'] ? { startsOn: dayFrom(dates['开始'], where) } : {}),
    ...(dates['结束'] ? { endsOn: dayFrom(dates['结束'], where) } : {}),
  });
  const sessions = readTimetable(fields, where, course, true);
  const certificates = [readCertificate(fields['证书'], `${where}.证书`, makeCertificate(purpose))];
  const enrolments = [
    readEnrolment(fields['报名'], `${where}.报名`, makeEnrolment({ post: certificates[0]!.post ?? '101' })),
  ];
  const marks: ((session: Session) => Mark | null)[] = [marksOf(fields['考勤'], `${where}.考勤`, sessions)];
  const persons = readPersons(fields, where);
  if (fields['另一证书'] !== undefined) {
    const second = asFields(fields['另一证书'], `${where}.另一证书`, ['证书', '报名', '考勤', '本班报名', '登记在']);
    const personId = word(second['登记在'] ?? '本人', `${where}.另一证书.登记在`, {
      本人: 'p1' as PersonId,
      并入的记录: `p${persons.length}` as PersonId,
    });
    const certificate = readCertificate(
      second['证书'],
      `${where}.另一证书`,
      makeCertificate(purpose, { id: 'k2' as CertificateId, personId, post: '111' }),
    );
    certificates.push(certificate);
    if (second['本班报名'] !== '否') {
      enrolments.push(
        readEnrolment(
          second['报名'],
          where,
          makeEnrolment({
            id: 'e2' as EnrolmentId,
            personId,
            certificateId: certificate.id,
            post: certificate.post ?? '111',
            index: 1,
            order: 1,
          }),
        ),
      );
      marks.push(marksOf(second['考勤'], `${where}.另一证书.考勤`, sessions));
    }
  }
  const attendance: Map<SessionId, AttendanceColumn> = attendanceOf(sessions, enrolments, (session, { index }) =>
    marks[index]!(session),
  );
  const named = fields['报审年度'];
  const facts = makeFacts(purpose, {
    course,
    sessions,
    enrolments,
    persons: new Map(persons.map((person) => [person.id, person])),
    certificates: new Map(certificates.map((certificate) => [certificate.id, certificate])),
    attendance,
    attempts: new Map([
      [
        'e1' as EnrolmentId,
        readAttempts(fields['测试'] ?? [`${course.endsOn} 80分`], `${where}.测试`, 'e1' as EnrolmentId),
      ],
    ]),
    outsideHours: readOutside(fields['校外学时'] ?? [], `${where}.校外学时`),
    ceYearChoices: readCeChoices(fields['年度归属'] ?? [], `${where}.年度归属`),
    professionalChoices: readProfessionalChoices(fields['专业归属'] ?? [], `${where}.专业归属`),
    barred:
      fields['黑名单'] === undefined
        ? null
        : asList(fields['黑名单'], `${where}.黑名单`).map((number, i) => ({
            id: `b${i}`,
            idNumber: asText(number, where),
            source: '市住建局通报',
            importedOn: parseDay('2020-08-01')!,
          })),
    parameterSettings: readSettings(fields['参数'] ?? {}, `${where}.参数`, course.ruleset),
    otherCourses: asList(fields['其他班'] ?? [], `${where}.其他班`).map((v, i) =>
      readOtherCourse(v, `${where}.其他班`, i + 1),
    ),
  });
  return {
    facts,
    on: fields['核验日'] === undefined ? course.endsOn : dayFrom(fields['核验日'], `${where}.核验日`),
    ...(named === undefined ? {} : { namedYears: asList(named, where).map(Number) }),
  };
}
