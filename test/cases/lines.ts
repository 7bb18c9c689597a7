import { parseDay, type Day } from '../../shared/basics/day';
import { minutesOfDay } from '../../shared/basics/minutes';
import type { CeYearChoice, ProfessionalChoice } from '../../shared/records/choices';
import type {
  AttemptId,
  CertificateId,
  CourseId,
  EnrolmentId,
  OutsideHoursId,
  PersonId,
  SessionId,
} from '../../shared/records/ids';
import { PRESENT, type Mark } from '../../shared/records/mark';
import type { OutsideHours } from '../../shared/records/outside-hours';
import type { Session } from '../../shared/records/session';
import type { TestAttempt } from '../../shared/records/test-attempt';
import { POST_CODES, postTitle } from '../../shared/regulation/posts';
import { asList, asText, CaseError, matched, word } from './fields';

/** The one-line notations of case files: lessons, marks, scores, hours from outside, choices. */

const CATEGORIES = { 公共: 'public', 专业: 'professional' } as const;

export const dayFrom = (value: unknown, where: string): Day => {
  const parsed = parseDay(asText(value, where));
  if (!parsed) throw new CaseError(`${where}：“${String(value)}”不是日期`);
  return parsed;
};

/** A post by its name; names of no ruleset (安全员) stay as they are. */
export const postFrom = (value: unknown, where: string): string => {
  const text = value === null ? '' : asText(value, where);
  return POST_CODES.find((code) => postTitle(code) === text) ?? text;
};

const LESSON =
  /^第(?<number>\d+)课 (?<date>\d{4}-\d\d-\d\d) (?<start>\d\d:\d\d)-(?<end>\d\d:\d\d) (?<category>公共|专业) (?<periods>\d+)学时(?: 岗位(?<posts>\S+))?(?: 补第(?<makesUp>\d+)课)?(?: 只限(?<only>\S+))?$/;
const MEMBERS: { readonly [text: string]: EnrolmentId } = {
  本人: 'e1' as EnrolmentId,
  另一证书: 'e2' as EnrolmentId,
  他人: 'e9' as EnrolmentId,
};

/** 第3课 2026-03-16 13:30-15:00 专业 2学时 [岗位土建施工员、材料员] [补第2课] [只限本人]. */
export function readLesson(value: unknown, where: string, courseId: CourseId): Session {
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

/** 出勤, 缺勤, 请假, 空白, 迟15, 早50, 迟6早6, 迟? (minutes unknown). */
export function readMark(value: unknown, where: string): Mark | null {
  const { text, late, early } = matched(
    value,
    where,
    /^(?:(?<text>出勤|缺勤|请假|空白)|(?:迟(?<late>\d+|\?))?(?:早(?<early>\d+|\?))?)$/,
  );
  if (text === '空白') return null;
  if (text === '缺勤') return { kind: 'absent' };
  if (text === '请假') return { kind: 'leave' };
  const minutes = (digits: string | undefined): number | 'unknown' =>
    digits === undefined ? 0 : digits === '?' ? 'unknown' : Number(digits);
  return text === '出勤' ? PRESENT : { kind: 'attended', late: minutes(late), early: minutes(early) };
}

const ATTEMPT = /^(?<on>\d{4}-\d\d-\d\d) (?:(?<score>\d+(?:\.5)?)分|(?<absent>缺考))(?: 合格线(?<mark>\d+))?$/;

export const readAttempts = (value: unknown, where: string, enrolmentId: EnrolmentId): TestAttempt[] =>
  asList(value, where).map((line, i) => {
    const { on, score, mark } = matched(line, where, ATTEMPT);
    return {
      id: `a${i + 1}` as AttemptId,
      enrolmentId,
      on: dayFrom(on, where),
      number: i + 1,
      score: score === undefined ? 'absent' : Number(score),
      passMark: Number(mark ?? 60),
    };
  });

const OUTSIDE =
  /^(?<kind>线上|往年) (?<category>公共|专业) (?<periods>\d+)学时 (?:(?<on>\d{4}-\d\d-\d\d)(?: (?<start>\d\d:\d\d)-(?<end>\d\d:\d\d))?|(?<year>\d{4})年度)(?: (?<own>另一证书))?$/;

export const readOutside = (value: unknown, where: string): OutsideHours[] =>
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

export const readCeChoices = (value: unknown, where: string): CeYearChoice[] =>
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

export const readProfessionalChoices = (value: unknown, where: string): ProfessionalChoice[] =>
  asList(value, where).map((line, i) => {
    const { lesson, to } = matched(line, where, /^第(?<lesson>\d+)课计入(?<to>本人|另一证书)$/);
    return {
      id: `x${i + 1}`,
      sessionId: `c1-s${lesson}` as SessionId,
      personId: 'p1' as PersonId,
      enrolmentId: word(to, where, MEMBERS),
    };
  });
