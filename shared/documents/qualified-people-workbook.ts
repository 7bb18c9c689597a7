import { ageOn } from '../basics/day';
import type { CellValue, ColumnModel, SheetModel, WorkbookModel } from '../basics/workbook';
import type { Post } from '../records/certificate';
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
import { hoursByYear } from './hours-by-year';
import { testResult } from './test-result';
import { ID_KIND, PURPOSE, SEX } from './form-words';

const TITLE = '培训合格人员信息汇总表';

const COLUMNS: readonly ColumnModel[] = [
  { header: '序号', width: 4.5, kind: 'number' },
  { header: '姓名', width: 11, kind: 'centre' },
  { header: '性别', width: 4, kind: 'centre' },
  { header: '证件类型', width: 7, kind: 'centre' },
  { header: '证件号码', width: 20, kind: 'id' },
  { header: '年龄', width: 4, kind: 'number' },
  { header: '工作单位', width: 17, kind: 'text' },
  { header: '统一社会信用代码', width: 19.5, kind: 'id' },
  { header: '岗位', width: 10, kind: 'centre' },
  { header: '证书编号', width: 16, kind: 'id' },
  { header: '发证日期', width: 11.5, kind: 'centre' },
  { header: '业务类型', width: 8, kind: 'centre' },
  { header: '继续教育年度', width: 6, kind: 'centre' },
  { header: '总学时', width: 4.5, kind: 'number' },
  { header: '公共基础学时', width: 4.5, kind: 'number' },
  { header: '专业岗位学时', width: 4.5, kind: 'number' },
  { header: '测试成绩', width: 5, kind: 'number' },
  { header: '测试结果', width: 5, kind: 'centre' },
  { header: '测试日期', width: 11.5, kind: 'centre' },
  { header: '期次', width: 22, kind: 'text' },
  { header: '手机号', width: 12.6, kind: 'id' },
  { header: '备注', width: 8, kind: 'text' },
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
  const rows = lines.flatMap((line) => rowsOf(input, line));
  return {
    name,
    title,
    subtitle: subtitleOf(input, `共 ${peopleCount(personsOf(lines))}`),
    columns: COLUMNS,
    rows: rows.map((row, i) => [i + 1, ...row]),
    foot: signatureFoot(input),
    frozenColumns: 2,
  };
}

function rowsOf({ facts }: FormInput, line: FormLine): readonly (readonly CellValue[])[] {
  const { enrolment, person, certificate, judgement } = line;
  const { course } = facts;
  const test = testResult(facts, line);
  const on = course.purpose === 'exchange' ? (enrolment.appliedOn ?? judgement.on) : judgement.on;
  return hoursByYear(facts, line).map(({ ceYear, total, professional, public: basic }) => [
    person.name,
    person.sex ? SEX[person.sex] : null,
    ID_KIND[person.idKind],
    person.idNumber,
    person.birthDate ? ageOn(person.birthDate, on) : null,
    person.employer ?? null,
    person.employerCreditCode ?? null,
    postTitle(enrolment.post),
    certificate.number ?? null,
    certificate.issuedOn ?? null,
    PURPOSE[course.purpose],
    ceYear === null ? '—' : `${ceYear}年度`,
    total,
    basic,
    professional,
    test.score,
    test.verdict,
    test.on,
    course.title,
    person.phone ?? null,
    enrolment.note ?? null,
  ]);
}
