import type { Instant } from '../basics/instant';
import { tableOf, type TableColumn } from '../basics/table';
import type { ColumnModel, SheetModel, WorkbookModel } from '../basics/workbook';
import type { Enrolment } from '../records/enrolment';
import { markLegend } from '../records/mark-legend';
import type { Person } from '../records/person';
import { personThatCounts } from '../records/who-counts';
import type { CourseFacts } from '../regulation/facts';
import { postTitle } from '../regulation/posts';
import { rulesetById } from '../regulation/rulesets';

/** What an empty form holds besides who made it. */
export type Template = Pick<SheetModel, 'title' | 'columns' | 'rows' | 'frozenColumns'> & {
  readonly subtitle: string;
};

const SPARE_ROWS = 200;
const NUMBER: ColumnModel = { header: '序号', width: 6, kind: 'centre' };
const NAME: ColumnModel = { header: '姓名', width: 14, kind: 'text' };
const ID: ColumnModel = { header: '身份证号码', width: 22, kind: 'id' };
const YES_NO = ['是', '否'];

/** Somebody of the course; the person is null where the records lack him. */
interface Listed {
  readonly enrolment: Enrolment;
  readonly person: Person | null;
}

/** Who is in the course, in the sheets that are handed out with the people in them. */
const LISTED: readonly TableColumn<Listed>[] = [
  { ...NUMBER, of: (_, place) => place + 1 },
  { ...NAME, of: ({ person }) => person?.name ?? null },
  { ...ID, of: ({ person }) => person?.idNumber ?? null },
  { header: '岗位', width: 16, kind: 'text', of: ({ enrolment }) => postTitle(enrolment.post) },
];

/** A column that is filled in by hand. */
const toFill = (column: ColumnModel): TableColumn<Listed> => ({ ...column, of: () => null });

const ID_HINT = '证件号码一列已设为文本格式，请直接输入或按“值”粘贴。';

/** An empty form as a workbook. `course` stands before its title; '' for what belongs to no course. */
export const templateWorkbook = (
  template: Template,
  course: string,
  { created, author }: { readonly created: Instant; readonly author: string },
): WorkbookModel => ({
  sheets: [
    {
      ...template,
      name: template.title,
      title: `${course}${template.title}`,
      foot: [],
      spareRows: template.rows.length > 0 ? 0 : SPARE_ROWS,
    },
  ],
  created,
  author,
});

const BARRED: Template = {
  title: '不得申报人员名单',
  subtitle: ID_HINT,
  columns: [NUMBER, NAME, ID, { header: '原因', width: 40, kind: 'text' }],
  rows: [],
  frozenColumns: 2,
};

/**
 * The empty forms, whose headings the import knows: identity numbers as text, dropdowns for post and category. Attendance and
 * score sheets already hold the people and sessions of the course.
 */
export const TEMPLATES = {
  roster: ({ course }) => ({
    title: '学员名册',
    subtitle: `${ID_HINT}日期写作 2020-09-01。`,
    columns: [
      NUMBER,
      NAME,
      { header: '性别', width: 6, kind: 'centre', choices: ['男', '女'] },
      ID,
      { header: '联系电话', width: 14, kind: 'id' },
      { header: '工作单位', width: 30, kind: 'text' },
      { header: '统一社会信用代码', width: 22, kind: 'id' },
      postColumn(course.ruleset),
      { header: '证书编号', width: 20, kind: 'id' },
      { header: '发证日期', width: 12, kind: 'id' },
      ...(course.purpose === 'annual'
        ? ([
            { header: '取证方式', width: 10, kind: 'centre', choices: ['新取证', '换发'] },
            { header: '是否在岗', width: 10, kind: 'centre', choices: YES_NO },
          ] as const)
        : ([
            { header: '有效期至', width: 12, kind: 'id' },
            { header: '网上申请日期', width: 14, kind: 'id' },
            { header: '全国系统可查', width: 14, kind: 'centre', choices: YES_NO },
            { header: '身体健康', width: 10, kind: 'centre', choices: YES_NO },
            { header: '是否在职', width: 10, kind: 'centre', choices: YES_NO },
          ] as const)),
      { header: '备注', width: 20, kind: 'text' },
    ],
    rows: [],
    frozenColumns: 2,
  }),
  timetable: ({ course }) => ({
    title: '课程表',
    subtitle: '日期写作 2026-03-16，时间写作 08:30。适用岗位留空表示全部岗位，几个岗位用顿号隔开。',
    columns: [
      { header: '课次', width: 6, kind: 'centre' },
      { header: '日期', width: 12, kind: 'id' },
      { header: '开始时间', width: 10, kind: 'id' },
      { header: '结束时间', width: 10, kind: 'id' },
      { header: '课程名称', width: 30, kind: 'text' },
      { header: '课程类别', width: 14, kind: 'centre', choices: ['公共基础知识', '专业岗位知识'] },
      { header: '学时', width: 6, kind: 'centre' },
      { header: '授课教师', width: 12, kind: 'text' },
      { header: '教室', width: 16, kind: 'text' },
      { ...postColumn(course.ruleset), header: '适用岗位', width: 20 },
    ],
    rows: [],
    frozenColumns: 1,
  }),
  attendance: (facts) => {
    const sessions = [...facts.sessions].sort((a, b) => a.number - b.number);
    return {
      title: '考勤表',
      subtitle: [...markLegend('each'), '没有记录的留空'].join('　'),
      ...peopleTable(
        facts,
        sessions.map(({ date, number }) => ({
          header: `${date.slice(5)}\n第${number}课`,
          width: 8,
          kind: 'centre',
        })),
      ),
      frozenColumns: 2,
    };
  },
  scores: (facts) => ({
    title: '测试成绩',
    subtitle: '成绩写 0 至 100 的分数，没有参加的写“缺考”；补考另起一行，第几次写 2、3。',
    ...peopleTable(facts, [
      { header: '测试日期', width: 12, kind: 'id' },
      { header: '第几次', width: 8, kind: 'centre' },
      { header: '成绩', width: 8, kind: 'centre' },
    ]),
    frozenColumns: 2,
  }),
  'outside-hours': (facts) => ({
    title: '线上及往年学时',
    subtitle: '年度和学习日期填一项即可；来源写平台和记录编号或学时证明编号。',
    ...peopleTable(facts, [
      { header: '来源类型', width: 10, kind: 'centre', choices: ['线上', '往年'] },
      { header: '年度', width: 8, kind: 'centre' },
      { header: '学习日期', width: 12, kind: 'id' },
      { header: '公共基础学时', width: 14, kind: 'centre' },
      { header: '专业岗位学时', width: 14, kind: 'centre' },
      { header: '来源', width: 30, kind: 'text' },
    ]),
    frozenColumns: 2,
  }),
  barred: () => BARRED,
} satisfies Readonly<Record<string, (facts: CourseFacts) => Template>>;

const postColumn = (ruleset: string): ColumnModel => ({
  header: '岗位名称',
  width: 18,
  kind: 'text',
  choices: (rulesetById(ruleset)?.posts ?? []).map(postTitle),
});

/** Everybody in the course, and columns to fill in behind. */
function peopleTable(
  { enrolments, persons }: CourseFacts,
  behind: readonly ColumnModel[],
): Pick<SheetModel, 'columns' | 'rows'> {
  const listed = [...enrolments].filter(({ status }) => status.kind === 'active').sort((a, b) => a.order - b.order);
  return tableOf(
    [...LISTED, ...behind.map(toFill)],
    listed.map((enrolment): Listed => ({ enrolment, person: personThatCounts(persons, enrolment.personId) ?? null })),
  );
}
