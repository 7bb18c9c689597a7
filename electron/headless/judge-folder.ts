import { addDays, day, parseDay, type Day } from '../../shared/basics/day';
import { fail, ok, type Result } from '../../shared/basics/result';
import type { Sheet } from '../../shared/basics/sheet';
import { createCourse } from '../../shared/commands/create-course';
import { importAttendance } from '../../shared/commands/import-attendance';
import { importRoster } from '../../shared/commands/import-roster';
import { importScores } from '../../shared/commands/import-scores';
import { importTimetable } from '../../shared/commands/import-timetable';
import type { CommandContext, CommandResult } from '../../shared/commands/intent';
import { readSpreadsheet } from '../../shared/engines/read-spreadsheet';
import { TAKE_NOTHING, type ImportKind, type ImportPreview } from '../../shared/import/preview';
import { readAttendance, type AttendancePreview } from '../../shared/import/read-attendance';
import { readRoster, type RosterPreview } from '../../shared/import/read-roster';
import { readScores, type ScorePreview } from '../../shared/import/read-scores';
import { readTimetable, type TimetablePreview } from '../../shared/import/read-timetable';
import { toImport } from '../../shared/import/to-import';
import { problemText } from '../../shared/problems/catalogue';
import { importProblem } from '../../shared/problems/import-problems';
import type { Problem } from '../../shared/problems/problem';
import type { Course } from '../../shared/records/course';
import type { CourseId } from '../../shared/records/ids';
import { judgeCourse } from '../../shared/regulation/evaluate';
import type { CourseFacts } from '../../shared/regulation/facts';
import type { Judgement } from '../../shared/regulation/finding';
import { rulesetById, RULESETS } from '../../shared/regulation/rulesets';
import { readCourseFile, type CourseFile } from './course-file';
import { factsAfter, factsOf } from './facts-after';
import { readWithoutChoosing } from './read-without-choosing';

export const SHEET_NAMES = {
  roster: '学员名册',
  timetable: '课程表',
  attendance: '考勤表',
  scores: '测试成绩',
} as const;
type SheetKind = keyof typeof SHEET_NAMES;
const KINDS = Object.keys(SHEET_NAMES) as SheetKind[];
const EXTENSIONS = ['.xlsx', '.xls', '.csv'] as const;
/** Stands in while a roster is read before any day of the course is known. */
const LAST_DAY = day('2099-12-31');
const FIRST_DAY = day('1900-01-01');
/** Days after everything else in the files within which an issue date is believed. */
const LATE_ISSUE = 366;

/** A file that was there but brought nothing, and why. */
export interface RefusedFile {
  readonly file: string;
  readonly problems: readonly Problem[];
}

/** Everything that the program says of a folder. */
export interface FolderVerdict {
  readonly course: CourseFile;
  readonly on: Day;
  /** The file that was read for each kind. */
  readonly files: { readonly [K in SheetKind]?: string };
  readonly ignored: readonly string[];
  readonly refused: readonly RefusedFile[];
  readonly roster: RosterPreview;
  readonly timetable: TimetablePreview | null;
  readonly attendance: AttendancePreview | null;
  readonly scores: ScorePreview | null;
  readonly facts: CourseFacts;
  readonly judgements: readonly Judgement[];
}

/**
 * Judges what lies in a folder: course.json and the four sheets, by the program's own import, commands and rules. The day
 * is `on`, else the course's end, else the latest date in the files. The error is a Chinese sentence: it could not judge.
 */
export function judgeFolder(
  names: readonly string[],
  bytesOf: (name: string) => Uint8Array | null,
  on: Day | null,
): Result<FolderVerdict, string> {
  const courseBytes = names.includes('course.json') ? bytesOf('course.json') : null;
  if (!courseBytes) return fail('文件夹中没有 course.json（班名、业务类型、规则和起止日期），无法核验。');
  const courseFile = readCourseFile(courseBytes);
  if (!courseFile.ok) return courseFile;
  const course = courseFile.value;
  if (!rulesetById(course.ruleset))
    return fail(
      `本程序没有规则“${course.ruleset}”，无法核验；可用的规则：${RULESETS.map(({ id }) => id).join('、')}。`,
    );

  const files = chosenFiles(names);
  if (files.roster === undefined) return fail('文件夹中没有 学员名册（.xlsx、.xls 或 .csv），无法核验。');
  const sheets = new Map<SheetKind, readonly Sheet[]>();
  const refused: RefusedFile[] = [];
  for (const kind of KINDS) {
    const file = files[kind];
    if (file === undefined) continue;
    const bytes = bytesOf(file);
    const read = bytes
      ? readSpreadsheet(bytes, file)
      : fail(importProblem('file-unreadable', { file, why: 'damaged' }));
    if (read.ok) sheets.set(kind, read.value);
    else if (kind === 'roster') return fail(said(read.error));
    else refused.push({ file, problems: [read.error] });
  }

  const timetableSheets = sheets.get('timetable');
  const scoreSheets = sheets.get('scores');
  const sessionDays = timetableSheets ? daysIn(timetableOf(timetableSheets, nobody(course)), 'date') : [];
  const scorePreview = scoreSheets ? scoresOf(scoreSheets, nobody(course), LAST_DAY) : null;
  const scoreDays = scorePreview ? [...daysIn(scorePreview, 'on'), ...daysIn(scorePreview, 'retakeOn')] : [];
  const known = { persons: new Map(), certificates: new Map(), enrolments: [] };
  const given = [on ?? [], course.endsOn ?? []].flat();
  const lastKnown = newest(given) ?? newest([...sessionDays, ...scoreDays]) ?? LAST_DAY;
  const rosterOn = (today: Day): RosterPreview =>
    readWithoutChoosing((choices) =>
      readRoster(sheets.get('roster')!, { ruleset: course.ruleset, purpose: course.purpose, today, known }, choices),
    );
  // Certificates are issued after a course as well: nothing says that the files were written on the day judged.
  const early = rosterOn(lastKnown);
  const lateIssue = newest(
    daysIn(early, 'issuedOn').filter((on) => lastKnown < on && on <= addDays(lastKnown, LATE_ISSUE)),
  );
  const roster = lateIssue ? rosterOn(lateIssue) : early;
  if (roster.blocked) return fail(`${files.roster}：${roster.problems.map(said).join(' ')}`);
  const applied = roster.rows.flatMap(({ entry }) => entry?.entry.appliedOn ?? []);
  const issued = roster.rows.flatMap(({ entry }) => entry?.entry.issuedOn ?? []);
  const latest = newest([...sessionDays, ...scoreDays, ...applied]) ?? newest(issued);
  const endsOn = course.endsOn ?? newest(sessionDays) ?? latest ?? on;
  const judgedOn = on ?? course.endsOn ?? latest;
  if (!judgedOn || !endsOn)
    return fail('course.json 没有结班日期（endsOn），其他文件中也没有日期，不知道按哪一天核验；请用 --on 指定。');
  const startsOn = course.startsOn ?? oldest(sessionDays) ?? endsOn;

  const ctx = commandContext(newest([...sessionDays, ...scoreDays, ...applied, ...issued, endsOn, judgedOn])!);
  const created = createCourse(
    null,
    { title: course.title, purpose: course.purpose, ruleset: course.ruleset, startsOn, endsOn },
    ctx,
  );
  if (!created.ok) return fail(created.error.map(said).join(' '));
  let facts = factsOf(created.value.changes[0]!.after as Course);
  const take = (file: string, result: CommandResult): void => {
    if (result.ok) facts = factsAfter(facts, result.value.changes);
    else if (result.kind !== 'unchanged') refused.push({ file, problems: result.error });
  };
  const rows = toImport(roster, TAKE_NOTHING);
  if (rows.length > 0) {
    const imported = importRoster(facts, { rows, people: facts, source: files.roster }, ctx);
    if (!imported.ok) return fail(`${files.roster}：${imported.error.map(said).join(' ')}`);
    facts = factsAfter(facts, imported.value.changes);
  }
  const timetable = timetableSheets ? timetableOf(timetableSheets, facts) : null;
  const entries = timetable ? toImport(timetable, TAKE_NOTHING) : [];
  if (entries.length > 0) take(files.timetable!, importTimetable(facts, { entries }, ctx));
  const attendanceSheets = sheets.get('attendance');
  const attendance = attendanceSheets ? attendanceOf(attendanceSheets, facts, ctx.today) : null;
  const marks = attendance ? toImport(attendance, TAKE_NOTHING) : [];
  if (marks.length > 0)
    take(files.attendance!, importAttendance(facts, { entries: marks, unmarkable: 'leave-out' }, ctx));
  const scores = scoreSheets ? scoresOf(scoreSheets, facts, ctx.today) : null;
  const attempts = scores ? toImport(scores, TAKE_NOTHING) : [];
  if (attempts.length > 0) take(files.scores!, importScores(facts, { entries: attempts }, ctx));

  const used = new Set<string>(Object.values(files));
  return ok({
    course: { ...course, startsOn, endsOn },
    on: judgedOn,
    files,
    ignored: names.filter((name) => name !== 'course.json' && !used.has(name)),
    refused,
    roster,
    timetable,
    attendance,
    scores,
    facts,
    judgements: judgeCourse(facts, judgedOn),
  });
}

/** 学员名册.xlsx before .xls before .csv, and so for the other three. */
function chosenFiles(names: readonly string[]): { readonly [K in SheetKind]?: string } {
  const there = new Map(names.map((name) => [name.normalize('NFC').toLowerCase(), name]));
  return Object.fromEntries(
    KINDS.flatMap((kind) => {
      const name = EXTENSIONS.flatMap((extension) => there.get(SHEET_NAMES[kind] + extension) ?? [])[0];
      return name === undefined ? [] : [[kind, name]];
    }),
  );
}

const timetableOf = (sheets: readonly Sheet[], facts: CourseFacts): TimetablePreview =>
  readWithoutChoosing((choices) => readTimetable(sheets, { facts }, choices));
const attendanceOf = (sheets: readonly Sheet[], facts: CourseFacts, today: Day): AttendancePreview =>
  readWithoutChoosing((choices) => readAttendance(sheets, { facts, today }, choices));
const scoresOf = (sheets: readonly Sheet[], facts: CourseFacts, today: Day): ScorePreview =>
  readWithoutChoosing((choices) => readScores(sheets, { facts, today }, choices));

/** The course with its widest dates and nobody in it: to see which days a file speaks of. */
const nobody = ({ title, purpose, ruleset }: CourseFile): CourseFacts =>
  factsOf({ id: 'none' as CourseId, title, purpose, ruleset, startsOn: FIRST_DAY, endsOn: LAST_DAY });

/** The readable days of one field of a file. */
const daysIn = ({ rows }: ImportPreview<ImportKind, unknown, unknown>, field: string): readonly Day[] =>
  rows.flatMap(({ shown }) => parseDay(shown[field] ?? '') ?? []);

const newest = (days: readonly Day[]): Day | null =>
  days.reduce<Day | null>((a, b) => (a === null || b > a ? b : a), null);
const oldest = (days: readonly Day[]): Day | null =>
  days.reduce<Day | null>((a, b) => (a === null || b < a ? b : a), null);

function commandContext(today: Day): CommandContext {
  let count = 0;
  return { newId: () => `J${String(++count).padStart(7, '0')}`, today, minuteOfDay: 1439 };
}

/** A problem as one line. */
export function said(problem: Problem): string {
  const { sentence, next } = problemText(problem);
  return `${sentence}${next}`;
}
