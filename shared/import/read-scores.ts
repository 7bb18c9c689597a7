import type { Day } from '../basics/day';
import type { Sheet, SheetCell } from '../basics/sheet';
import type { ScoreEntry } from '../commands/import-entries';
import { maskDigits } from '../identity/mask';
import { importProblem } from '../problems/import-problems';
import type { Problem } from '../problems/problem';
import { checkAttempt } from '../records/check-attempt';
import type { EnrolmentId } from '../records/ids';
import { postTitle } from '../regulation/posts';
import type { CourseFacts } from '../regulation/facts';
import { buildPreview } from './build-preview';
import { readDay } from './cell-date';
import { isBlank, plainText } from './cell-text';
import { findPerson, PERSON_FIELDS } from './course-people';
import type { ImportPreview, Progress, ReadChoices, RowReading } from './preview';
import type { Candidate, FieldSpec, RowCells, SheetReader, Settlement } from './sheet-reader';
import { unfilledRow } from './unfilled-row';
import { wouldChange } from './would-change';

/** What a score sheet is checked against. */
export interface ScoreContext {
  readonly facts: CourseFacts;
  readonly today: Day;
}

/** A readable row; number null where the file has none: then attempts are numbered by their dates. */
export type ScoreCandidate = Omit<ScoreEntry, 'number'> & { readonly name: string; readonly number: number | null };

export type ScorePreview = ImportPreview<'scores', ScoreCandidate, ScoreContext>;

const SCORE_FIELDS = [
  ...PERSON_FIELDS,
  {
    field: 'on',
    label: '测试日期',
    spellings: ['测试日期', '考试日期', '考核日期', '日期', '测试时间', '考试时间', '考核时间', '测验日期'],
  },
  {
    field: 'number',
    label: '第几次',
    spellings: ['第几次', '次数', '测试次数', '考试次数', '考次', '次第', '第几次测试', '第几次考试'],
  },
  {
    field: 'score',
    label: '成绩',
    spellings: [
      '成绩',
      '分数',
      '得分',
      '测试成绩',
      '考试成绩',
      '考核成绩',
      '总分',
      '测试分数',
      '考试分数',
      '最终成绩',
    ],
  },
] as const satisfies readonly FieldSpec[];

const ABSENT = /^(缺考|未考|缺|缺席|未参加|未参考|缺测|旷考|弃考)$/;

/** Reads 测试成绩: people, 测试日期 and 成绩 (0 to 100, halves allowed, or 缺考). */
export const scoreReader: SheetReader<'scores', ScoreCandidate, ScoreContext> = {
  kind: 'scores',
  fields: SCORE_FIELDS,
  required: [['name', 'idNumber'], ['on'], ['score']],
  keys: ['idNumber', 'score'],
  readRow: readScoreRow,
  settle: settleScores,
};

export const readScores = (
  sheets: readonly Sheet[],
  context: ScoreContext,
  choices?: ReadChoices,
  progress?: Progress,
): ScorePreview => buildPreview(scoreReader, sheets, context, choices, progress);

function readScoreRow(cells: RowCells, { facts, today }: ScoreContext): RowReading<ScoreCandidate> {
  const { cell, has, date1904 } = cells;
  const problems: Problem[] = [];
  if (['on', 'number', 'score'].every((field) => isBlank(cell(field)))) return unfilledRow(cells, '日期和成绩');
  const found = findPerson(cells, facts, today);
  if (found.kind === 'not-found') problems.push(found.problem);
  else if (found.enrolments.length > 1) {
    const posts = found.enrolments.map(({ post }) => postTitle(post));
    problems.push(
      importProblem('person-ambiguous', { why: 'several-posts', name: found.person.name, posts }, 'post'),
    );
  }
  const on = readDay(cell('on'), date1904);
  if (!on)
    problems.push(
      importProblem('date-unreadable', { label: '测试日期', value: maskDigits(plainText(cell('on'))) }, 'on'),
    );
  const number = has('number') && !isBlank(cell('number')) ? readNumber(cell('number'), problems) : null;
  const score = readScore(cell('score'), problems);
  const name = found.kind === 'found' ? found.person.name : plainText(cell('name'));
  if (on && score !== null)
    problems.push(...checkAttempt({ score, number: number ?? 1, on }, facts.course, name, today));
  const refused = problems.some(({ level }) => level === 'error');
  return {
    name,
    shown: {
      name,
      on: on ?? plainText(cell('on')),
      number: number === null ? plainText(cell('number')) : String(number),
      score: score === null ? plainText(cell('score')) : scoreText(score),
    },
    entry:
      refused || found.kind !== 'found'
        ? null
        : { name, enrolmentId: found.enrolments[0]!.id, on: on!, number, score: score! },
    problems,
    skipped: false,
  };
}

function readNumber(cell: SheetCell | null, problems: Problem[]): number | null {
  const text = plainText(cell).replace(/\s/g, '');
  const words: { readonly [word: string]: number } = {
    首次: 1,
    初考: 1,
    首考: 1,
    正考: 1,
    补考: 2,
    一: 1,
    二: 2,
    三: 3,
    四: 4,
    五: 5,
  };
  const match = /^第?([一二三四五]|\d{1,2})次?(?:测试|考试|补考)?$/.exec(text);
  const number = words[text] ?? (match ? (words[match[1]!] ?? Number(match[1])) : 0);
  if (number >= 1) return number;
  problems.push(importProblem('attempt-number-unreadable', { value: text }, 'number'));
  return null;
}

function readScore(cell: SheetCell | null, problems: Problem[]): number | 'absent' | null {
  const text = plainText(cell).replace(/\s/g, '');
  if (ABSENT.test(text)) return 'absent';
  const match = /^(-?\d{1,4}(?:\.\d+)?)分?$/.exec(
    cell?.kind === 'number' && cell.number !== undefined ? String(cell.number) : text,
  );
  if (!match) {
    problems.push(importProblem('score-unreadable', { value: maskDigits(text) }, 'score'));
    return null;
  }
  const score = Number(match[1]);
  if (score >= 0 && score <= 100 && Number.isInteger(score * 2)) return score;
  problems.push(importProblem('score-range', { value: match[1]! }, 'score'));
  return null;
}

const scoreText = (score: number | 'absent'): string => (score === 'absent' ? '缺考' : String(score));

function settleScores(
  candidates: readonly Candidate<ScoreCandidate>[],
  { facts }: ScoreContext,
): readonly Settlement<ScoreCandidate>[] {
  const numbers = attemptNumbers(candidates, facts);
  const rowOf = new Map<string, number>();
  return candidates.map(({ row, entry }, i) => {
    const number = numbers[i]!;
    const key = `${entry.enrolmentId}|${number}`;
    const earlier = rowOf.get(key);
    if (earlier !== undefined) {
      return {
        entry: null,
        problems: [importProblem('attempt-duplicate', { name: entry.name, number, row: earlier }, 'number')],
        changes: [],
        unchanged: false,
      };
    }
    rowOf.set(key, row);
    const stored = facts.attempts.get(entry.enrolmentId)?.find((attempt) => attempt.number === number);
    const changes = [
      ...(stored && stored.on !== entry.on
        ? [{ field: 'on', label: '测试日期', from: stored.on, to: entry.on }]
        : []),
      ...(stored && stored.score !== entry.score
        ? [{ field: 'score', label: '成绩', from: scoreText(stored.score), to: scoreText(entry.score) }]
        : []),
    ];
    const unchanged = stored !== undefined && changes.length === 0;
    const said = unchanged
      ? [importProblem('already-enrolled', { what: `${entry.name}的第 ${number} 次成绩` })]
      : changes.length > 0
        ? [wouldChange(changes)]
        : [];
    return { entry: { ...entry, number }, problems: said, changes, unchanged };
  });
}

/** Numbers for the rows that have none: the stored attempt of the same day, else the next free one in order of days. */
function attemptNumbers(candidates: readonly Candidate<ScoreCandidate>[], facts: CourseFacts): readonly number[] {
  const numbers = candidates.map(({ entry }) => entry.number);
  const used = new Map<EnrolmentId, Set<number>>();
  const usedBy = (id: EnrolmentId): Set<number> => {
    const known = used.get(id) ?? new Set(facts.attempts.get(id)?.map(({ number }) => number));
    used.set(id, known);
    return known;
  };
  for (const { entry } of candidates) if (entry.number !== null) usedBy(entry.enrolmentId).add(entry.number);
  const open = candidates.map((candidate, i) => ({ ...candidate, i })).filter(({ entry }) => entry.number === null);
  for (const { entry, i } of open.sort((a, b) =>
    a.entry.on < b.entry.on ? -1 : a.entry.on > b.entry.on ? 1 : a.i - b.i,
  )) {
    const same = facts.attempts.get(entry.enrolmentId)?.find(({ on }) => on === entry.on);
    let number = same?.number ?? 1;
    if (!same) while (usedBy(entry.enrolmentId).has(number)) number++;
    usedBy(entry.enrolmentId).add(number);
    numbers[i] = number;
  }
  return numbers.map((number) => number!);
}
