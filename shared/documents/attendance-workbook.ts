import { dateOf, monthOf } from '../basics/day';
import { clockTime } from '../basics/minutes';
import { tableOf, type TableColumn } from '../basics/table';
import type { SheetModel, WorkbookModel } from '../basics/workbook';
import { MARK_KINDS } from '../records/mark-kinds';
import { markLegend } from '../records/mark-legend';
import { markText } from '../records/mark-text';
import type { SessionId } from '../records/ids';
import type { Session } from '../records/session';
import { bySchedule, creditLines, type CreditLine } from '../regulation/credits';
import { parametersOfCourse } from '../regulation/parameters-of-course';
import { postTitle } from '../regulation/posts';
import {
  formLines,
  formWorkbook,
  peopleCount,
  personsOf,
  signatureFoot,
  subtitleOf,
  type FormInput,
  type FormLine,
} from './form';
import { CATEGORY } from './form-words';

/** More lessons than this do not fit side by side on A4 in a size that one can read. */
const SESSIONS_PER_SHEET = 20;

/** Somebody with what every lesson gave him. */
interface Attender extends FormLine {
  readonly lessons: ReadonlyMap<SessionId, CreditLine>;
}

const PERSON: readonly TableColumn<Attender>[] = [
  { header: '序号', width: 5, kind: 'number', of: (_, place) => place + 1 },
  { header: '姓名', width: 11, kind: 'centre', of: ({ person }) => person.name },
  { header: '证件号码', width: 20, kind: 'id', of: ({ person }) => person.idNumber },
  { header: '岗位', width: 14.7, kind: 'centre', of: ({ enrolment }) => postTitle(enrolment.post) },
];

const TOTALS: readonly TableColumn<Attender>[] = [
  { header: '公共基础学时', width: 7, kind: 'number', of: ({ judgement }) => judgement.hours.public },
  { header: '专业岗位学时', width: 7, kind: 'number', of: ({ judgement }) => judgement.hours.professional },
  { header: '实到合计', width: 7, kind: 'number', of: ({ judgement }) => judgement.hours.total },
];

const LEGEND = `${markLegend('together').join('    ')}    ／ 不属于本人的课次    空白 未登记        课次栏：第几课、日期、类别（公 公共基础知识，专 专业岗位知识）与学时`;

/** 考勤汇总表: a column per lesson, credited periods by category at the right; the lessons themselves on the last sheet. */
export function attendanceWorkbook(input: FormInput): WorkbookModel {
  const { facts } = input;
  const parameters = parametersOfCourse(facts.course, facts.parameterSettings);
  const people = formLines(input).map((line): Attender => ({
    ...line,
    lessons: new Map(creditLines(facts, line.enrolment, parameters).map((lesson) => [lesson.session.id, lesson])),
  }));
  const sessions = facts.sessions.toSorted(bySchedule);
  const sheets: SheetModel[] = [];
  const parts = Math.max(1, Math.ceil(sessions.length / SESSIONS_PER_SHEET));
  const size = Math.ceil(sessions.length / parts);
  for (let part = 0; part < parts; part++) {
    const some = sessions.slice(part * size, (part + 1) * size);
    const span = parts === 1 ? '' : `（第 ${some[0]!.number}–${some.at(-1)!.number} 课）`;
    sheets.push(attendanceSheet(input, `考勤汇总${span}`, `考勤汇总表${span}`, some, people, part === parts - 1));
  }
  return formWorkbook(input, [...sheets, sessionsSheet(input, sessions)]);
}

function attendanceSheet(
  input: FormInput,
  name: string,
  title: string,
  sessions: readonly Session[],
  people: readonly Attender[],
  withTotals: boolean,
): SheetModel {
  return {
    name,
    title,
    subtitle: subtitleOf(input, `共 ${peopleCount(personsOf(people))}`),
    ...tableOf([...PERSON, ...sessions.map(sessionColumn), ...(withTotals ? TOTALS : [])], people),
    foot: [LEGEND, ...signatureFoot(input)],
    frozenColumns: 2,
  };
}

const EARLY_BEHIND = new RegExp(`(?!^)${MARK_KINDS.early.sign}`);

/** 迟6 and 早6 stand one above the other: a column is as wide as one of them. */
const cellText = (mark: CreditLine['mark']): string => markText(mark).replace(EARLY_BEHIND, '\n$&');

const sessionColumn = ({ id, number, date, category, periods }: Session): TableColumn<Attender> => ({
  header: `${number}\n${monthOf(date)}-${dateOf(date)}\n${category === 'public' ? '公' : '专'}${periods}`,
  width: 5.6,
  kind: 'centre',
  of: ({ lessons }) => {
    const lesson = lessons.get(id);
    if (!lesson) return null;
    return lesson.state === 'notApplicable' ? '／' : cellText(lesson.mark) || null;
  },
});

const SESSION_COLUMNS: readonly TableColumn<Session>[] = [
  { header: '课次', width: 6, kind: 'number', of: ({ number }) => number },
  { header: '日期', width: 12, kind: 'centre', of: ({ date }) => date },
  { header: '时间', width: 14, kind: 'centre', of: ({ start, end }) => `${clockTime(start)}–${clockTime(end)}` },
  { header: '学时', width: 6, kind: 'number', of: ({ periods }) => periods },
  { header: '类别', width: 15, kind: 'centre', of: ({ category }) => CATEGORY[category] },
  {
    header: '内容',
    width: 36,
    kind: 'wrap',
    of: ({ title, makesUpFor }) => [title, makesUpFor && '（补课）'].filter(Boolean).join('') || null,
  },
  { header: '教师', width: 12, kind: 'centre', of: ({ teacher }) => teacher ?? null },
  { header: '地点', width: 18, kind: 'centre', of: ({ room }) => room ?? null },
  {
    header: '适用岗位',
    width: 26,
    kind: 'wrap',
    of: ({ category, posts }) =>
      category === 'public' || posts.length === 0 ? '全部' : posts.map(postTitle).join('、'),
  },
];

function sessionsSheet(input: FormInput, sessions: readonly Session[]): SheetModel {
  const sum = (category: Session['category']): number =>
    sessions.reduce(
      (n, session) =>
        n + (session.category === category && !session.makesUpFor && !session.onlyFor ? session.periods : 0),
      0,
    );
  const planned = { public: sum('public'), professional: sum('professional') };
  return {
    name: '课次',
    title: '课程安排',
    subtitle: subtitleOf(
      input,
      `计划 ${planned.public + planned.professional} 学时（公共 ${planned.public}，专业 ${planned.professional}）`,
    ),
    ...tableOf(SESSION_COLUMNS, sessions),
    foot: signatureFoot(input),
    frozenColumns: 1,
  };
}
