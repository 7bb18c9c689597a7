import type { Day } from '../basics/day';
import { clockTime } from '../basics/minutes';
import type { Sheet, SheetCell } from '../basics/sheet';
import { importProblem } from '../problems/import-problems';
import type { Problem } from '../problems/problem';
import type { RulesetId } from '../records/course';
import { checkSession } from '../records/check-session';
import type { Category } from '../records/session';
import type { CourseFacts } from '../regulation/facts';
import { parametersOfCourse } from '../regulation/parameters-of-course';
import { postTitle, resolvePost } from '../regulation/posts';
import { rulesetById } from '../regulation/rulesets';
import { buildPreview } from './build-preview';
import { categoryWord, readCategory } from './category-word';
import { readDay } from './cell-date';
import { NUMERAL, numeral } from './chinese-number';
import { dayOfCourse } from './day-of-course';
import { keptText, plainText } from './cell-text';
import { dateBeforeTime, readTime, readTimeRange } from './cell-time';
import type { ImportPreview, Progress, ReadChoices, RowReading } from './preview';
import { settleTimetable, type TimetableCandidate } from './settle-timetable';
import type { RowCells, SheetReader } from './sheet-reader';
import { TIMETABLE_FIELDS } from './timetable-fields';

/** What a timetable is checked against. */
export interface TimetableContext {
  /** The course with its dates, ruleset, settings and sessions so far. */
  readonly facts: Pick<CourseFacts, 'course' | 'sessions' | 'parameterSettings'>;
}

export type TimetablePreview = ImportPreview<'timetable', TimetableCandidate, TimetableContext>;

/** Reads 课程表. Category and periods must have a column, date, start and end one to three. */
export const timetableReader: SheetReader<'timetable', TimetableCandidate, TimetableContext> = {
  kind: 'timetable',
  fields: TIMETABLE_FIELDS,
  required: [['date', 'time'], ['start', 'time'], ['end', 'time'], ['category'], ['periods']],
  keys: ['date', 'category'],
  readRow: readTimetableRow,
  settle: (candidates, { facts }) => settleTimetable(candidates, facts.sessions),
};

export const readTimetable = (
  sheets: readonly Sheet[],
  context: TimetableContext,
  choices?: ReadChoices,
  progress?: Progress,
): TimetablePreview => buildPreview(timetableReader, sheets, context, choices, progress);

const MOST_PERIODS = 24;
const SESSION_NUMBER = new RegExp(`^第?(${NUMERAL})(?:课次?|次课?|节课?|讲)?$`);
const PERIODS = new RegExp(`^共?(${NUMERAL})(?:\\.0+)?(?:个?(?:学时|课时)|节课?)?$`);

function readTimetableRow(
  { cell, has, date1904 }: RowCells,
  { facts }: TimetableContext,
): RowReading<TimetableCandidate> {
  const problems: Problem[] = [];
  const number = has('number') ? readNumber(cell('number'), problems) : null;
  const dateField = has('date') ? 'date' : 'time';
  const date = readDate(dateField === 'date' ? cell('date') : dateCell(cell('time')), date1904, facts.course);
  if (!date)
    problems.push(importProblem('date-unreadable', { label: '日期', value: plainText(cell(dateField)) }, dateField));
  const times = readTimes(cell, problems);
  const category = readCategory(plainText(cell('category')));
  if (!category) problems.push(importProblem('category-unknown', { value: plainText(cell('category')) }, 'category'));
  const periods = readPeriods(cell('periods'));
  if (periods === null)
    problems.push(importProblem('periods-unreadable', { value: plainText(cell('periods')) }, 'periods'));
  if (times && periods !== null) problems.push(...periodsAgainstMinutes(times, periods, facts));
  const posts = readPosts(keptText(cell('posts')), facts.course.ruleset, problems);
  const textOf = (field: 'title' | 'teacher' | 'room'): string => {
    const given = cell(field);
    if (given?.kind !== 'error') return keptText(given);
    const values = {
      label: TIMETABLE_FIELDS.find((one) => one.field === field)!.label,
      value: plainText(given),
      allowed: ['文字'],
    };
    problems.push(importProblem('value-unreadable', values, field));
    return '';
  };
  const texts = { title: textOf('title'), teacher: textOf('teacher'), room: textOf('room') };
  const entry = problems.some(({ level }) => level === 'error')
    ? null
    : entryOf(number, date!, times!, category!, periods!, posts, texts);
  if (entry) problems.push(...checkSession({ ...entry, number: entry.number ?? 1 }, facts.course));
  const refused = problems.some(({ level }) => level === 'error');
  return {
    name: texts.title || (number === null ? (date ?? '') : `第 ${number} 课`),
    shown: {
      ...texts,
      number: number === null ? '' : String(number),
      date: date ?? plainText(cell(dateField)),
      start: times ? clockTime(times[0]) : plainText(cell('start') ?? cell('time')),
      end: times ? clockTime(times[1]) : plainText(cell('end')),
      category: category ? categoryWord(category) : plainText(cell('category')),
      periods: periods === null ? plainText(cell('periods')) : String(periods),
      posts: posts.map(postTitle).join('、'),
    },
    entry: refused ? null : entry,
    problems,
    skipped: false,
  };
}

const readDate = (
  cell: SheetCell | null,
  date1904: boolean,
  course: TimetableContext['facts']['course'],
): Day | null => readDay(cell, date1904) ?? dayOfCourse(cell, course);

/** Day and times may stand in one cell: 3月16日 8:30-10:00. */
function dateCell(cell: SheetCell | null): SheetCell | null {
  const before = dateBeforeTime(cell);
  return before === '' ? cell : { text: before, kind: 'text' };
}

const entryOf = (
  number: number | null,
  date: Day,
  [start, end]: readonly [number, number],
  category: Category,
  periods: number,
  posts: readonly string[],
  { title, teacher, room }: { readonly title: string; readonly teacher: string; readonly room: string },
): TimetableCandidate => ({
  number,
  date,
  start,
  end,
  periods,
  category,
  posts,
  existing: null,
  ...(title && { title }),
  ...(teacher && { teacher }),
  ...(room && { room }),
});

function readNumber(cell: SheetCell | null, problems: Problem[]): number | null {
  const match = SESSION_NUMBER.exec(plainText(cell).replace(/\s/g, ''));
  const number = match ? numeral(match[1]!) : null;
  if (number !== null && number > 0) return number;
  problems.push(importProblem('session-number-unreadable', { value: plainText(cell) }, 'number'));
  return null;
}

function readTimes(cell: RowCells['cell'], problems: Problem[]): readonly [number, number] | null {
  const range = readTimeRange(cell('time')) ?? readTimeRange(cell('start'));
  const start = range ? range[0] : readTime(cell('start') ?? cell('time'));
  const end = range ? range[1] : readTime(cell('end'));
  if (start === null)
    problems.push(
      importProblem(
        'time-unreadable',
        { label: '开始时间', value: plainText(cell('start') ?? cell('time')) },
        cell('start') ? 'start' : 'time',
      ),
    );
  if (end === null)
    problems.push(
      importProblem(
        'time-unreadable',
        { label: '结束时间', value: plainText(cell('end') ?? cell('time')) },
        cell('end') ? 'end' : 'time',
      ),
    );
  if (start === null || end === null) return null;
  if (start < end) return [start, end];
  problems.push(
    importProblem('time-order', { start: clockTime(start), end: clockTime(end) }, cell('end') ? 'end' : 'time'),
  );
  return null;
}

function readPeriods(cell: SheetCell | null): number | null {
  const match = PERIODS.exec(plainText(cell).replace(/[\s()]/g, ''));
  const periods = (match && numeral(match[1]!)) ?? 0;
  return periods >= 1 && periods <= MOST_PERIODS ? periods : null;
}

function periodsAgainstMinutes(
  [start, end]: readonly [number, number],
  periods: number,
  { course, parameterSettings }: TimetableContext['facts'],
): readonly Problem[] {
  const ruleset = rulesetById(course.ruleset);
  if (!ruleset || course.startsOn < ruleset.from) return [];
  const perPeriod = parametersOfCourse(course, parameterSettings).minutesPerPeriod.value;
  const fits = Math.floor((end - start) / perPeriod);
  return fits === periods
    ? []
    : [importProblem('periods-vs-minutes', { minutes: end - start, perPeriod, fits, periods }, 'periods')];
}

function readPosts(text: string, ruleset: RulesetId, problems: Problem[]): readonly string[] {
  const rules = rulesetById(ruleset);
  if (!rules || text === '' || /^(全部|全体|所有)(岗位|学员)?$/.test(text)) return [];
  const posts: string[] = [];
  for (const spelling of text
    .split(/[、,，;；/\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')) {
    const post = resolvePost(rules, spelling);
    if (post) posts.push(post.post);
    else problems.push(importProblem('post-unknown', { value: spelling }, 'posts'));
  }
  return [...new Set(posts)];
}
