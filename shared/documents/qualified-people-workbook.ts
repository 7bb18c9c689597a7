import { ageOn, type Day } from '../basics/day';
import { tableOf, type TableColumn } from '../basics/table';
import type { SheetModel, WorkbookModel } from '../basics/workbook';
import type { Post } from '../records/certificate';
import type { Course } from '../records/course';
import { POST_CODES, postTitle } from '../regulation/posts';
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
import { hoursByYear, type YearHours } from './hours-by-year';
import { testResult, type TestResult } from './test-result';
import { ID_KIND, PURPOSE, SEX } from './form-words';

const TITLE = '培训合格人员信息汇总表';

/** Somebody's certificate in one CE year. */
interface Row extends FormLine {
  readonly course: Course;
  readonly hours: YearHours;
  readonly test: TestResult;
  /** The day on which the age is said. */
  readonly on: Day;
}

const COLUMNS: readonly TableColumn<Row>[] = [
  { header: '序号', width: 4.5, kind: 'number', of: (_, place) => place + 1 },
  { header: '姓名', width: 11, kind: 'centre', of: ({ person }) => person.name },
  { header: '性别', width: 4, kind: 'centre', of: ({ person }) => (person.sex ? SEX[person.sex] : null) },
  { header: '证件类型', width: 7, kind: 'centre', of: ({ person }) => ID_KIND[person.idKind] },
  { header: '证件号码', width: 20, kind: 'id', of: ({ person }) => person.idNumber },
  {
    header: '年龄',
    width: 4,
    kind: 'number',
    of: ({ person, on }) => (person.birthDate ? ageOn(person.birthDate, on) : null),
  },
  { header: '工作单位', width: 17, kind: 'text', of: ({ person }) => person.employer ?? null },
  { header: '统一社会信用代码', width: 19.5, kind: 'id', of: ({ person }) => person.employerCreditCode ?? null },
  { header: '岗位', width: 10, kind: 'centre', of: ({ enrolment }) => postTitle(enrolment.post) },
  { header: '证书编号', width: 16, kind: 'id', of: ({ certificate }) => certificate.number ?? null },
  { header: '发证日期', width: 11.5, kind: 'centre', of: ({ certificate }) => certificate.issuedOn ?? null },
  { header: '业务类型', width: 8, kind: 'centre', of: ({ course }) => PURPOSE[course.purpose] },
  {
    header: '继续教育年度',
    width: 6,
    kind: 'centre',
    of: ({ hours }) => (hours.ceYear === null ? '—' : `${hours.ceYear}年度`),
  },
  { header: '总学时', width: 4.5, kind: 'number', of: ({ hours }) => hours.total },
  { header: '公共基础学时', width: 4.5, kind: 'number', of: ({ hours }) => hours.public },
  { header: '专业岗位学时', width: 4.5, kind: 'number', of: ({ hours }) => hours.professional },
  { header: '测试成绩', width: 5, kind: 'number', of: ({ test }) => test.score },
  { header: '测试结果', width: 5, kind: 'centre', of: ({ test }) => test.verdict },
  { header: '测试日期', width: 11.5, kind: 'centre', of: ({ test }) => test.on },
  { header: '期次', width: 22, kind: 'text', of: ({ course }) => course.title },
  { header: '手机号', width: 12.6, kind: 'id', of: ({ person }) => person.phone ?? null },
  { header: '备注', width: 8, kind: 'text', of: ({ enrolment }) => enrolment.note ?? null },
];

/**
 * 培训合格人员信息汇总表: one sheet for all and one per post, one line per person × certificate × CE year. Only people without an
 * error finding who are still enrolled; identity and phone numbers whole, because they are entered into the national system from here.
 */
export function qualifiedPeopleWorkbook(input: FormInput): WorkbookModel {
  const lines = formLines(input).filter(isQualified);
  const posts = [...new Set(lines.map(({ enrolment }) => enrolment.post))].sort(byPost);
  const sheets = [
    sheet(input, '全部', TITLE, lines),
    ...posts.map((post) =>
      sheet(
        input,
        postTitle(post),
        `${TITLE}（${postTitle(post)}）`,
        lines.filter(({ enrolment }) => enrolment.post === post),
      ),
    ),
  ];
  return formWorkbook(input, sheets);
}

/** Whether somebody may be submitted at all: nothing of severity error, and still in the course. */
export const isQualified = ({ judgement, enrolment }: FormLine): boolean =>
  judgement.submittable && enrolment.status.kind === 'active';

const place = (post: Post): number => (POST_CODES.includes(post) ? POST_CODES.indexOf(post) : POST_CODES.length);
const byPost = (a: Post, b: Post): number => place(a) - place(b) || (a < b ? -1 : 1);

function sheet(input: FormInput, name: string, title: string, lines: readonly FormLine[]): SheetModel {
  return {
    name,
    title,
    subtitle: subtitleOf(input, `共 ${peopleCount(personsOf(lines))}`),
    ...tableOf(
      COLUMNS,
      lines.flatMap((line) => rowsOf(input, line)),
    ),
    foot: signatureFoot(input),
    frozenColumns: 2,
  };
}

function rowsOf({ facts }: FormInput, line: FormLine): readonly Row[] {
  const { enrolment, judgement } = line;
  const { course } = facts;
  const test = testResult(facts, line);
  const on = course.purpose === 'exchange' ? (enrolment.appliedOn ?? judgement.on) : judgement.on;
  return hoursByYear(facts, line).map((hours) => ({ ...line, course, hours, test, on }));
}
