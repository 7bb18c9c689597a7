import type { Day } from '../basics/day';
import { sameValue } from '../basics/same-value';
import type { Sheet, SheetCell } from '../basics/sheet';
import type { OutsideHoursEntry } from '../commands/add-outside-hours';
import { importProblem } from '../problems/import-problems';
import type { Problem } from '../problems/problem';
import { checkOutsideHours } from '../records/check-outside-hours';
import type { OutsideHoursId } from '../records/ids';
import type { Category } from '../records/session';
import type { CourseFacts } from '../regulation/facts';
import { postTitle } from '../regulation/posts';
import { buildPreview } from './build-preview';
import { categoryWord, readCategory } from './category-word';
import { readDay } from './cell-date';
import { isBlank, keptText, plainText } from './cell-text';
import { readTime, readTimeRange } from './cell-time';
import { findPerson, PERSON_FIELDS } from './course-people';
import type { ImportPreview, Progress, ReadChoices, RowReading } from './preview';
import type { FieldSpec, RowCells, SheetReader } from './sheet-reader';
import { formRowLeftBlank } from './form-row-left-blank';

export interface OutsideHoursContext {
  readonly facts: CourseFacts;
  readonly today: Day;
  /** What rows are that do not say it themselves: online = 线上学时, earlier = 往年学时. */
  readonly kind: 'online' | 'earlier';
  /** Where the hours come from, for rows that do not say it themselves. */
  readonly source: string;
}

/** One row: the hours of one category, or of both where the file has a column for each. */
export type OutsideHoursCandidate = readonly OutsideHoursEntry[];

export type OutsideHoursPreview = ImportPreview<'outside-hours', OutsideHoursCandidate, OutsideHoursContext>;

const OUTSIDE_FIELDS = [
  ...PERSON_FIELDS,
  { field: 'kind', label: '来源类型', spellings: ['来源类型', '学时来源', '学习方式', '培训方式'] },
  { field: 'on', label: '学习日期', spellings: ['学习日期', '日期', '完成日期', '完成时间', '学习时间', '结业日期'] },
  { field: 'ceYear', label: '继续教育年度', spellings: ['继续教育年度', '年度', '所属年度', '学时年度'] },
  { field: 'time', label: '起止时间', spellings: ['起止时间', '时间段', '时段', '学习时段'] },
  { field: 'category', label: '学时类别', spellings: ['学时类别', '课程类别', '类别', '知识类别', '课程类型'] },
  { field: 'periods', label: '学时', spellings: ['学时', '学时数', '课时', '完成学时', '获得学时'] },
  {
    field: 'publicPeriods',
    label: '公共基础学时',
    spellings: ['公共基础学时', '公共学时', '公共基础知识学时', '公共基础知识', '公共课学时'],
  },
  {
    field: 'professionalPeriods',
    label: '专业岗位学时',
    spellings: ['专业岗位学时', '专业学时', '专业岗位知识学时', '专业岗位知识', '专业课学时'],
  },
  {
    field: 'source',
    label: '来源',
    spellings: ['来源', '依据', '凭证', '平台', '学习平台', '培训机构', '证明编号', '学时证明编号', '平台名称'],
  },
] as const satisfies readonly FieldSpec[];

const MOST_PERIODS = 500;
const FILLED = ['on', 'ceYear', 'periods', 'publicPeriods', 'professionalPeriods'] as const;

/** Reads online hours (线上学时) and hours of earlier years (往年学时) of the people of the course. */
export const outsideHoursReader: SheetReader<'outside-hours', OutsideHoursCandidate, OutsideHoursContext> = {
  kind: 'outside-hours',
  fields: OUTSIDE_FIELDS,
  required: [
    ['name', 'idNumber'],
    ['on', 'ceYear'],
    ['periods', 'publicPeriods', 'professionalPeriods'],
  ],
  keys: ['idNumber', 'periods'],
  readRow: readOutsideRow,
  settle: (candidates, { facts }) =>
    candidates.map(({ entry }) => {
      const stored = entry.every((item) =>
        facts.outsideHours.some(({ id: _id, ...recorded }) => sameValue(recorded, item)),
      );
      return {
        entry,
        problems: stored ? [importProblem('already-enrolled', { what: '这些学时' })] : [],
        changes: [],
        unchanged: stored,
      };
    }),
};

export const readOutsideHours = (
  sheets: readonly Sheet[],
  context: OutsideHoursContext,
  choices?: ReadChoices,
  progress?: Progress,
): OutsideHoursPreview => buildPreview(outsideHoursReader, sheets, context, choices, progress);

function readOutsideRow(cells: RowCells, context: OutsideHoursContext): RowReading<OutsideHoursCandidate> {
  const { cell, date1904 } = cells;
  const problems: Problem[] = [];
  if (FILLED.every((field) => isBlank(cell(field)))) return formRowLeftBlank(cells, '学时');
  const found = findPerson(cells, context.facts, context.today);
  if (found.kind === 'not-found') problems.push(found.problem);
  else if (found.enrolments.length > 1) {
    const posts = found.enrolments.map(({ post }) => postTitle(post));
    problems.push(
      importProblem('person-ambiguous', { why: 'several-posts', name: found.person.name, posts }, 'post'),
    );
  }
  const on = isBlank(cell('on')) ? undefined : (readDay(cell('on'), date1904) ?? undefined);
  if (!isBlank(cell('on')) && !on)
    problems.push(importProblem('date-unreadable', { label: '学习日期', value: plainText(cell('on')) }, 'on'));
  const ceYear = readYear(plainText(cell('ceYear')));
  if (!on && ceYear === undefined && problems.every(({ code }) => code !== 'date-unreadable')) {
    problems.push(
      importProblem('date-unreadable', { label: '年度或日期', value: plainText(cell('ceYear')) }, 'ceYear'),
    );
  }
  const time = timesOf(cell('time'), problems);
  const amounts = readAmounts(cells, problems);
  const kindText = plainText(cell('kind'));
  const kind = /线上|网络|平台|在线|网课/.test(kindText)
    ? 'online'
    : /往年|历年|以前|线下|面授|集中/.test(kindText)
      ? 'earlier'
      : context.kind;
  const source = keptText(cell('source')) || context.source;
  const name = found.kind === 'found' ? found.person.name : plainText(cell('name'));
  const readable = found.kind === 'found' && problems.every(({ level }) => level !== 'error');
  const entries = !readable
    ? null
    : amounts.map(([category, periods]): OutsideHoursEntry => ({
        certificateId: found.enrolments[0]!.certificateId,
        kind,
        category,
        periods,
        source,
        ...(on ? { on } : { ceYear: ceYear! }),
        ...(time && { start: time[0], end: time[1] }),
      }));
  for (const entry of entries ?? []) {
    const certificate = context.facts.certificates.get(entry.certificateId);
    problems.push(
      ...checkOutsideHours({ ...entry, id: '' as OutsideHoursId }, certificate, cells.row, context.today),
    );
  }
  const refused = problems.some(({ level }) => level === 'error');
  const shown = {
    name,
    on: on ?? plainText(cell('on')),
    ceYear: ceYear === undefined ? plainText(cell('ceYear')) : String(ceYear),
    periods: amounts.map(([category, periods]) => `${categoryWord(category)} ${periods}`).join('，'),
    source,
  };
  return { name, shown, entry: refused ? null : entries, problems, skipped: false };
}

function readAmounts({ cell, has }: RowCells, problems: Problem[]): readonly (readonly [Category, number])[] {
  const amounts: (readonly [Category, number])[] = [];
  const add = (category: Category | null, field: string): void => {
    const value = cell(field);
    const text = plainText(value).replace(/\s|个?学时/g, '');
    const periods = /^\d{1,3}$/.test(text) ? Number(text) : MOST_PERIODS + 1;
    if (periods > MOST_PERIODS)
      problems.push(importProblem('periods-unreadable', { value: plainText(value) }, field));
    else if (category) amounts.push([category, periods]);
  };
  if (!isBlank(cell('publicPeriods'))) add('public', 'publicPeriods');
  if (!isBlank(cell('professionalPeriods'))) add('professional', 'professionalPeriods');
  if (amounts.length === 0 && has('periods')) {
    const category = readCategory(plainText(cell('category')));
    if (!category)
      problems.push(importProblem('category-unknown', { value: plainText(cell('category')) }, 'category'));
    add(category, 'periods');
  } else if (amounts.length === 0 && problems.length === 0)
    problems.push(importProblem('periods-unreadable', { value: '' }, 'professionalPeriods'));
  return amounts;
}

function readYear(text: string): number | undefined {
  const match = /^(\d{4})(?:年度?)?$/.exec(text.replace(/\s/g, ''));
  const year = match ? Number(match[1]) : 0;
  return year >= 2000 && year <= 2099 ? year : undefined;
}

function timesOf(cell: SheetCell | null, problems: Problem[]): readonly [number, number] | null {
  if (isBlank(cell)) return null;
  const range = readTimeRange(cell);
  if (range && range[0] < range[1]) return range;
  const label = readTime(cell) === null ? '起止时间' : '结束时间';
  problems.push(importProblem('time-unreadable', { label, value: plainText(cell) }, 'time'));
  return null;
}
