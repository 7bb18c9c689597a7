import { addDays, day, parseDay, type Day } from '../../shared/basics/day';
import { fail, ok, type Result } from '../../shared/basics/result';
import type { Sheet } from '../../shared/basics/sheet';
import { createCourse } from '../../shared/commands/create-course';
import type { CommandContext } from '../../shared/commands/intent';
import { readSpreadsheet } from '../../shared/engines/read-spreadsheet';
import { IMPORT_KINDS, type PreviewOf } from '../../shared/import/import-kinds';
import type { ImportPreview } from '../../shared/import/preview';
import { problemText } from '../../shared/problems/catalogue';
import { importProblem } from '../../shared/problems/import-problems';
import type { Problem } from '../../shared/problems/problem';
import type { Course } from '../../shared/records/course';
import type { CourseId } from '../../shared/records/ids';
import { judgeCourse } from '../../shared/regulation/evaluate';
import type { CourseFacts } from '../../shared/regulation/facts';
import type { Judgement } from '../../shared/regulation/finding';
import { rulesetById, RULESETS } from '../../shared/regulation/rulesets';
import type { Change } from '../../shared/commands/intent';
import { factsOf } from '../../shared/state/facts-of';
import { EMPTY_STATE, type State } from '../../shared/state/state';
import { readCourseFile, type CourseFile } from './course-file';
import { importSheet, readSheet } from './import-sheet';

/** The kinds of file that a folder may hold, in the order in which they build on each other. */
export const SHEET_KINDS = ['roster', 'timetable', 'attendance', 'scores'] as const;
type SheetKind = (typeof SHEET_KINDS)[number];
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
  readonly roster: PreviewOf<'roster'>;
  readonly timetable: PreviewOf<'timetable'> | null;
  readonly attendance: PreviewOf<'attendance'> | null;
  readonly scores: PreviewOf<'scores'> | null;
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
  for (const kind of SHEET_KINDS) {
    const file = files[kind];
    if (file === undefined) continue;
    const bytes = bytesOf(file);
    const read = bytes
      ? readSpreadsheet(bytes, file)
      : fail(importProblem('file-unreadable', { file, why: 'damaged' }));
    if (read.ok) sheets.set(kind, read.value);
    else if (kind === 'roster') return fail(problemLine(read.error));
    else refused.push({ file, problems: [read.error] });
  }

  const timetableSheets = sheets.get('timetable');
  const scoreSheets = sheets.get('scores');
  const sessionDays = timetableSheets
    ? daysIn(readSheet('timetable', timetableSheets, nobody(course), LAST_DAY), 'date')
    : [];
  const scorePreview = scoreSheets ? readSheet('scores', scoreSheets, nobody(course), LAST_DAY) : null;
  const scoreDays = scorePreview ? [...daysIn(scorePreview, 'on'), ...daysIn(scorePreview, 'retakeOn')] : [];
  const given = [on ?? [], course.endsOn ?? []].flat();
  const lastKnown = newest(given) ?? newest([...sessionDays, ...scoreDays]) ?? LAST_DAY;
  const rosterOn = (today: Day): PreviewOf<'roster'> =>
    readSheet('roster', sheets.get('roster')!, nobody(course), today);
  // Certificates are issued after a course as well: nothing says that the files were written on the day judged.
  const early = rosterOn(lastKnown);
  const lateIssue = newest(
    daysIn(early, 'issuedOn').filter((on) => lastKnown < on && on <= addDays(lastKnown, LATE_ISSUE)),
  );
  const roster = lateIssue ? rosterOn(lateIssue) : early;
  if (roster.blocked) return fail(`${files.roster}：${roster.problems.map(problemLine).join(' ')}`);
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
  if (!created.ok) return fail(created.error.map(problemLine).join(' '));
  const courseId = created.value.changes[0]!.key as CourseId;
  let state: State = EMPTY_STATE.after(created.value.changes);
  let facts = factsIn(state, courseId, judgedOn);
  const add = (changes: readonly Change[]): void => {
    state = state.after(changes);
    facts = factsIn(state, courseId, judgedOn);
  };
  const enrolled = importSheet(roster, files.roster, facts, ctx);
  if (enrolled && !enrolled.ok) return fail(`${files.roster}：${enrolled.error.map(problemLine).join(' ')}`);
  if (enrolled) add(enrolled.value.changes);
  /** Brings in one more sheet over those before it; null where the folder has none. */
  const bringIn = <Kind extends SheetKind>(kind: Kind): PreviewOf<Kind> | null => {
    const found = sheets.get(kind);
    if (!found) return null;
    const preview = readSheet(kind, found, facts, ctx.today);
    const result = importSheet(preview, files[kind]!, facts, ctx);
    if (result?.ok) add(result.value.changes);
    else if (result && result.kind !== 'unchanged') refused.push({ file: files[kind]!, problems: result.error });
    return preview;
  };
  const timetable = bringIn('timetable');
  const attendance = bringIn('attendance');
  const scores = bringIn('scores');

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
    SHEET_KINDS.flatMap((kind) => {
      const name = EXTENSIONS.flatMap((extension) => there.get(IMPORT_KINDS[kind].words.file + extension) ?? [])[0];
      return name === undefined ? [] : [[kind, name]];
    }),
  );
}

/** The course with its widest dates and nobody in it: to see which days a file speaks of. */
const nobody = ({ title, purpose, ruleset }: CourseFile): CourseFacts => {
  const course: Course = { id: 'none' as CourseId, title, purpose, ruleset, startsOn: FIRST_DAY, endsOn: LAST_DAY };
  return factsIn(EMPTY_STATE.after([{ table: 'courses', key: course.id, after: course }]), course.id, LAST_DAY);
};

/** The facts of a course that is there. */
function factsIn(state: State, courseId: CourseId, sealsOn: Day): CourseFacts {
  const facts = factsOf(state, courseId, sealsOn);
  if (!facts) throw new Error(`no course ${courseId}`);
  return facts;
}

/** The readable days of one field of a file. */
const daysIn = ({ rows }: ImportPreview<string, unknown, unknown>, field: string): readonly Day[] =>
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
export function problemLine(problem: Problem): string {
  const { sentence, next } = problemText(problem);
  return `${sentence}${next}`;
}
