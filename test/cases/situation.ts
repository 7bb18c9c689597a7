import { parseDay, type Day } from '../../shared/basics/day';
import { minutesOfDay } from '../../shared/basics/minutes';
import type { AttendanceColumn } from '../../shared/records/attendance-column';
import type { Certificate } from '../../shared/records/certificate';
import type { CeYearChoice, ProfessionalChoice } from '../../shared/records/choices';
import type { Course, Purpose } from '../../shared/records/course';
import type { Declaration } from '../../shared/records/declaration';
import type { Enrolment } from '../../shared/records/enrolment';
import type { AttemptId, CertificateId, CourseId, EnrolmentId, OutsideHoursId, PersonId, SessionId } from '../../shared/records/ids';
import { PRESENT, type Mark } from '../../shared/records/mark';
import type { OutsideHours } from '../../shared/records/outside-hours';
import type { Person } from '../../shared/records/person';
import type { Session } from '../../shared/records/session';
import type { ParameterSetting } from '../../shared/records/settings';
import type { TestAttempt } from '../../shared/records/test-attempt';
import type { CourseFacts, OtherCourse } from '../../shared/regulation/facts';
import { PARAMETERS } from '../../shared/regulation/parameters';
import { POST_CODES, postTitle } from '../../shared/regulation/posts';
import { attendanceOf, makeCertificate, makeCourse, makeEnrolment, makeFacts, makePerson, weekOfLessons } from '../shared/regulation/course-facts';
import { asFields, asList, asText, CaseError, matched, word, type Fields } from './fields';

/** A case file's situation (Chinese keys, so that an official can read it) as facts and the day judged. */
export interface Situation {
  readonly facts: CourseFacts;
  readonly on: Day;
  readonly namedYears?: readonly number[];
}

export const SITUATION_KEYS = [
  '业务', '核验日', '培训班', '学员', '证书', '报名', '课程表', '加课', '考勤', '测试', '校外学时',
  '年度归属', '专业归属', '另一证书', '其他班', '黑名单', '参数', '报审年度',
] as const;

const PURPOSES = { 年度: 'annual', 换证: 'exchange' } as const;
const ANSWERS: { readonly [text: string]: Declaration['answer'] } = { 是: 'yes', 否: 'no', 未登记: 'unknown' };
const CATEGORIES = { 公共: 'public', 专业: 'professional' } as const;

const dayFrom = (value: unknown, where: string): Day => {
  const parsed = parseDay(asText(value, where));
  if (!parsed) throw new CaseError(`${where}：“${String(value)}”不是日期`);
  return parsed;
};

/** A post by its name; names of no ruleset (安全员) stay as they are. */
const postFrom = (value: unknown, where: string): string => {
  const text = value === null ? '' : asText(value, where);
  return POST_CODES.find((code) => postTitle(code) === text) ?? text;
};

const answer = (value: unknown, where: string): Declaration => {
  const { text, on } = matched(value, where, /^(?<text>是|否|未登记)(?: (?<on>\d{4}-\d\d-\d\d))?$/);
  return { answer: ANSWERS[text!]!, ...(on ? { on: dayFrom(on, where) } : {}) };
};

/** Takes the keys that are there; null takes a default away. */
function pick<T extends object>(fields: Fields, where: string, readers: { readonly [key: string]: readonly [keyof T, (value: unknown, where: string) => unknown] }, base: T): T {
  asFields(fields, where, Object.keys(readers));
  const result = { ...base } as { [key: string]: unknown };
  for (const [key, [name, read]] of Object.entries(readers)) {
    if (!(key in fields)) continue;
    if (fields[key] === null) delete result[name as string];
    else result[name as string] = read(fields[key], `${where}.${key}`);
  }
  return result as T;
}

const readPerson = (value: unknown, where: string, base: Person): Person =>
  pick<Person>(value as Fields, where, {
    姓名: ['name', asText],
    性别: ['sex', (v, w) => word(v, w, { 男: 'male', 女: 'female' } as const)],
    出生: ['birthDate', dayFrom],
    证件号码: ['idNumber', asText],
  }, base);

const readCertificate = (value: unknown, where: string, base: Certificate): Certificate =>
  pick<Certificate>((value ?? {}) as Fields, where, {
    种类: ['kind', (v, w) => word(v, w, { 旧证: 'old', 新证: 'electronic' } as const)],
    岗位: ['post', postFrom],
    发证: ['issuedOn', dayFrom],
    取证: ['origin', (v, w) => word(v, w, { 新取证: 'new', 换发: 'exchanged' } as const)],
    有效期至: ['validUntil', dayFrom],
    系统可查: ['foundInSystem', answer],
  }, base);

const readEnrolment = (value: unknown, where: string, base: Enrolment): Enrolment =>
  pick<Enrolment>((value ?? {}) as Fields, where, {
    岗位: ['post', postFrom],
    申请: ['appliedOn', dayFrom],
    健康: ['healthy', answer],
    在岗: ['employed', answer],
    仍在岗位: ['stillInPost', answer],
    起: ['from', dayFrom],
    止: ['to', dayFrom],
    退出: ['status', (v, w) => ({ kind: 'left', on: dayFrom(v, w), reason: '本人申请' })],
  }, base);

const LESSON = /^第(?<number>\d+)课 (?<date>\d{4}-\d\d-\d\d) (?<start>\d\d:\d\d)-(?<end>\d\d:\d\d) (?<category>公共|专业) (?<periods>\d+)学时(?: 岗位(?<posts>\S+))?(?: 补第(?<makesUp>\d+)课)?(?: 只限(?<only>\S+))?$/;
const MEMBERS: { readonly [text: string]: EnrolmentId } = { 本人: 'e1' as EnrolmentId, 另一证书: 'e2' as EnrolmentId, 他人: 'e9' as EnrolmentId };

/** 第3课 2026-03-16 13:30-15:00 专业 2学时 [岗位土建施工员、材料员] [补第2课] [只限本人]. */
function readLesson(value: unknown, where: string, courseId: CourseId): Session {
  const line = matched(value, where, LESSON);
  const sessionId = (number: string): SessionId => `${courseId}-s${number}` as SessionId;
  return {
    id: sessionId(line['number']!),
    courseId,
    number: Number(line['number']),
    date: dayFrom(line['date'], where),
    start: minutesOfDay(line['start']!)!,
    end: minutesOfDay(line['end']!)!,
    periods: Number(line['periods']),
    category: word(line['category'], where, CATEGORIES),
    posts: line['posts'] ? line['posts'].split('、').map((post) => postFrom(post, where)) : [],
    ...(line['makesUp'] ? { makesUpFor: sessionId(line['makesUp']) } : {}),
    ...(line['only'] ? { onlyFor: line['only'].split('、').map((name) => word(name, where, MEMBERS)) } : {}),
  };
}

function readTimetable(fields: Fields, where: string, course: Course, usual: boolean): Session[] {
  const listed = fields['课程表'];
  const lessons = listed === undefined ? (usual ? weekOfLessons(course.id, course.startsOn) : []) : asList(listed, `${where}.课程表`).map((v) => readLesson(v, `${where}.课程表`, course.id));
  return [...lessons, ...asList(fields['加课'] ?? [], `${where}.加课`).map((v) => readLesson(v, `${where}.加课`, course.id))];
}

/** 出勤, 缺勤, 请假, 空白, 迟15, 早50, 迟6早6, 迟? (minutes unknown). */
function readMark(value: unknown, where: string): Mark | null {
  const { text, late, early } = matched(value, where, /^(?:(?<text>出勤|缺勤|请假|空白)|(?:迟(?<late>\d+|\?))?(?:早(?<early>\d+|\?))?)$/);
  if (text === '空白') return null;
  if (text === '缺勤') return { kind: 'absent' };
  if (text === '请假') return { kind: 'leave' };
  const minutes = (digits: string | undefined): number | 'unknown' => (digits === undefined ? 0 : digits === '?' ? 'unknown' : Number(digits));
  return text === '出勤' ? PRESENT : { kind: 'attended', late: minutes(late), early: minutes(early) };
}

/** 考勤: {其余: 出勤, 3: 缺勤, 4: 迟15}; without 其余 everything else is 出勤. */
function marksOf(value: unknown, where: string, sessions: readonly Session[]): (session: Session) => Mark | null {
  const fields = asFields(value ?? {}, where, ['其余', ...sessions.map(({ number }) => String(number))]);
  const rest = readMark(fields['其余'] ?? '出勤', where);
  return ({ number }) => (String(number) in fields ? readMark(fields[String(number)], `${where}.${number}`) : rest);
}

const ATTEMPT = /^(?<on>\d{4}-\d\d-\d\d) (?:(?<score>\d+(?:\.5)?)分|(?<absent>缺考))(?: 合格线(?<mark>\d+))?$/;

const readAttempts = (value: unknown, where: string, enrolmentId: EnrolmentId): TestAttempt[] =>
  asList(value, where).map((line, i) => {
    const { on, score, mark } = matched(line, where, ATTEMPT);
    return { id: `a${i + 1}` as AttemptId, enrolmentId, on: dayFrom(on, where), number: i + 1, score: score === undefined ? 'absent' : Number(score), passMark: Number(mark ?? 60) };
  });

const OUTSIDE = /^(?<kind>线上|往年) (?<category>公共|专业) (?<periods>\d+)学时 (?:(?<on>\d{4}-\d\d-\d\d)(?: (?<start>\d\d:\d\d)-(?<end>\d\d:\d\d))?|(?<year>\d{4})年度)(?: (?<own>另一证书))?$/;

const readOutside = (value: unknown, where: string): OutsideHours[] =>
  asList(value, where).map((line, i) => {
    const { kind, category, periods, on, start, end, year, own } = matched(line, where, OUTSIDE);
    return {
      id: `o${i + 1}` as OutsideHoursId,
      certificateId: (own ? 'k2' : 'k1') as CertificateId,
      kind: kind === '线上' ? 'online' : 'earlier',
      category: word(category, where, CATEGORIES),
      periods: Number(periods),
      source: kind === '线上' ? '教育培训资源库' : '原学时证明',
      ...(on ? { on: dayFrom(on, where) } : {}),
      ...(start ? { start: minutesOfDay(start)!, end: minutesOfDay(end!)! } : {}),
      ...(year ? { ceYear: Number(year) } : {}),
    };
  });

const CHOICE = /^(?:第(?<lesson>\d+)课|第(?<item>\d+)项校外学时)计入(?<year>\d{4})年度(?:，理由：(?<reason>.+))?$/;

const readCeChoices = (value: unknown, where: string): CeYearChoice[] =>
  asList(value, where).map((line, i) => {
    const { lesson, item, year, reason } = matched(line, where, CHOICE);
    return {
      id: `y${i + 1}`,
      certificateId: 'k1' as CertificateId,
      target: lesson ? { session: `c1-s${lesson}` as SessionId } : { outsideHours: `o${item}` as OutsideHoursId },
      ceYear: Number(year),
      reason: reason ?? '',
    };
  });

const readProfessionalChoices = (value: unknown, where: string): ProfessionalChoice[] =>
  asList(value, where).map((line, i) => {
    const { lesson, to } = matched(line, where, /^第(?<lesson>\d+)课计入(?<to>本人|另一证书)$/);
    return { id: `x${i + 1}`, sessionId: `c1-s${lesson}` as SessionId, personId: 'p1' as PersonId, enrolmentId: word(to, where, MEMBERS) };
  });

/** 参数: {测试合格分数线: 70}: confirmed by the institution. */
function readSettings(value: unknown, where: string, ruleset: string): ParameterSetting[] {
  const parameters = Object.values(PARAMETERS);
  const fields = asFields(value, where, parameters.map(({ title }) => title));
  return Object.entries(fields).map(([title, set]) => {
    const { id } = parameters.find((parameter) => parameter.title === title)!;
    return { id: `${ruleset}/${id}`, ruleset, parameter: id, value: set as number | string | boolean, source: '本机构确认', confirmedOn: parseDay('2020-07-06')! };
  });
}

/** Another course of the same person: 证书 says under which certificate. */
function readOtherCourse(value: unknown, where: string, number: number): OtherCourse {
  const fields = asFields(value, where, ['业务', '开始', '结束', '课程表', '加课', '考勤', '证书', '岗位']);
  const purpose = word(fields['业务'] ?? '年度', where, PURPOSES);
  const startsOn = dayFrom(fields['开始'], `${where}.开始`);
  const course = makeCourse(purpose, { id: `d${number}` as CourseId, startsOn, ...(fields['结束'] ? { endsOn: dayFrom(fields['结束'], where) } : {}) });
  const sessions = readTimetable(fields, where, course, true);
  const enrolments = [
    makeEnrolment({
      id: `f${number}` as EnrolmentId,
      courseId: course.id,
      certificateId: word(fields['证书'] ?? '本证', where, { 本证: 'k1' as CertificateId, 另一证书: 'k2' as CertificateId }),
      post: postFrom(fields['岗位'] ?? '土建施工员', where),
    }),
  ];
  const mark = marksOf(fields['考勤'], `${where}.考勤`, sessions);
  return { course, sessions, enrolments, attendance: attendanceOf(sessions, enrolments, mark), professionalChoices: [] };
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
  const enrolments = [readEnrolment(fields['报名'], `${where}.报名`, makeEnrolment({ post: certificates[0]!.post ?? '101' }))];
  const marks: ((session: Session) => Mark | null)[] = [marksOf(fields['考勤'], `${where}.考勤`, sessions)];
  if (fields['另一证书'] !== undefined) {
    const second = asFields(fields['另一证书'], `${where}.另一证书`, ['证书', '报名', '考勤', '本班报名']);
    const certificate = readCertificate(second['证书'], `${where}.另一证书`, makeCertificate(purpose, { id: 'k2' as CertificateId, post: '111' }));
    certificates.push(certificate);
    if (second['本班报名'] !== '否') {
      enrolments.push(readEnrolment(second['报名'], where, makeEnrolment({ id: 'e2' as EnrolmentId, certificateId: certificate.id, post: certificate.post ?? '111', index: 1, order: 1 })));
      marks.push(marksOf(second['考勤'], `${where}.另一证书.考勤`, sessions));
    }
  }
  const person = readPerson(fields['学员'], `${where}.学员`, makePerson());
  const attendance: Map<SessionId, AttendanceColumn> = attendanceOf(sessions, enrolments, (session, { index }) => marks[index]!(session));
  const named = fields['报审年度'];
  const facts = makeFacts(purpose, {
    course,
    sessions,
    enrolments,
    persons: new Map([[person.id, person]]),
    certificates: new Map(certificates.map((certificate) => [certificate.id, certificate])),
    attendance,
    attempts: new Map([['e1' as EnrolmentId, readAttempts(fields['测试'] ?? [`${course.endsOn} 80分`], `${where}.测试`, 'e1' as EnrolmentId)]]),
    outsideHours: readOutside(fields['校外学时'] ?? [], `${where}.校外学时`),
    ceYearChoices: readCeChoices(fields['年度归属'] ?? [], `${where}.年度归属`),
    professionalChoices: readProfessionalChoices(fields['专业归属'] ?? [], `${where}.专业归属`),
    barred:
      fields['黑名单'] === undefined
        ? null
        : asList(fields['黑名单'], `${where}.黑名单`).map((number, i) => ({ id: `b${i}`, idNumber: asText(number, where), source: '市住建局通报', importedOn: parseDay('2020-08-01')! })),
    parameterSettings: readSettings(fields['参数'] ?? {}, `${where}.参数`, course.ruleset),
    otherCourses: asList(fields['其他班'] ?? [], `${where}.其他班`).map((v, i) => readOtherCourse(v, `${where}.其他班`, i + 1)),
  });
  return {
    facts,
    on: fields['核验日'] === undefined ? course.endsOn : dayFrom(fields['核验日'], `${where}.核验日`),
    ...(named === undefined ? {} : { namedYears: asList(named, where).map(Number) }),
  };
}
