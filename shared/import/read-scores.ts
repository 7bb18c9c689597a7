import { addDays, type Day } from '../basics/day';
import type { Sheet, SheetCell } from '../basics/sheet';
import { maskDigits } from '../identity/mask';
import { importProblem } from '../problems/import-problems';
import type { Problem } from '../problems/problem';
import { checkAttempt } from '../records/check-attempt';
import { postTitle } from '../regulation/posts';
import type { CourseFacts } from '../regulation/facts';
import { buildPreview } from './build-preview';
import { readDay } from './cell-date';
import { dayOfCourse } from './day-of-course';
import { isBlank, plainText, saysNothing } from './cell-text';
import { NUMERAL, numeral } from './chinese-number';
import { findPerson, PERSON_FIELDS } from './course-people';
import type { ImportPreview, Progress, ReadChoices, RowReading } from './preview';
import { scoreText, settleScores, type ScoreCandidate } from './settle-scores';
import type { FieldSpec, RowCells, SheetReader } from './sheet-reader';
import { formRowLeftBlank } from './form-row-left-blank';

/** What a score sheet is checked against. */
export interface ScoreContext {
  readonly facts: CourseFacts;
  readonly today: Day;
}

export type ScorePreview = ImportPreview<'scores', ScoreCandidate, ScoreContext>;

const SCORE_FIELDS = [
  ...PERSON_FIELDS,
  {
    field: 'on',
    label: '测试日期',
    spellings: [
      '测试日期',
      '考试日期',
      '考核日期',
      '日期',
      '测试时间',
      '考试时间',
      '考核时间',
      '测验日期',
      '结业考试日期',
      '结业测试日期',
      '笔试日期',
      '考试年月日',
      '测试日',
      '考试日',
      '测评日期',
      '首次测试日期',
    ],
    pattern:
      /^(?!补|第二|重考|发证|出生|制表|填表|打印|有效).*(?:测试|考试|考核|测验|机考|笔试|结业|参考|测评).*(?:日期|时间|年月日)$/,
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
      '第一次成绩',
      '首次成绩',
    ],
    vaguer: [
      '总成绩',
      '综合成绩',
      '结业成绩',
      '结业考试成绩',
      '结业测试成绩',
      '考核分数',
      '笔试成绩',
      '卷面成绩',
      '最终得分',
      '测试得分',
      '考试得分',
      '初考成绩',
      '总评',
    ],
    pattern: /^(?!平时|实操|实践|补|第二|二次|重考|日常|出勤|理论).*(?:成绩|得分|分数|考分|卷面分)$/,
  },
  {
    field: 'retakeOn',
    label: '补考日期',
    spellings: ['补考日期', '补考时间', '补测日期', '补考测试日期', '第二次日期', '第二次测试日期', '第二次考试日期'],
  },
  {
    field: 'retakeScore',
    label: '补考成绩',
    spellings: ['补考成绩', '补考分数', '补测成绩', '补考得分', '补考', '第二次成绩', '二次成绩', '第二次测试成绩'],
  },
] as const satisfies readonly FieldSpec[];

const DAYS_OF_RETAKES = 60;
const MOST_ATTEMPTS = 99;
/** 85(合格), 85/100: what a score may say besides. */
const BESIDES = /(?:\(.{1,6}\)|\/100)$/;
const ABSENT = /^(缺考|未考|缺|缺席|未参加|未参加考试|未参加测试|未参考|缺测|旷考|弃考)$/;

/** Reads 测试成绩: people, 测试日期 and 成绩 (0 to 100, halves allowed, or 缺考); 补考日期 and 补考成绩 may stand beside them. */
export const scoreReader: SheetReader<'scores', ScoreCandidate, ScoreContext> = {
  kind: 'scores',
  fields: SCORE_FIELDS,
  required: [['name', 'idNumber'], ['on'], ['score']],
  keys: ['idNumber', 'on'],
  readRow: readScoreRow,
  settle: (candidates, { facts }) => settleScores(candidates, facts),
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
  if (['on', 'number', 'score'].every((field) => isBlank(cell(field)))) return formRowLeftBlank(cells, '日期和成绩');
  const found = findPerson(cells, facts, today);
  if (found.kind === 'not-found') problems.push(found.problem);
  else if (found.enrolments.length > 1) {
    const posts = found.enrolments.map(({ post }) => postTitle(post));
    problems.push(
      importProblem('person-ambiguous', { why: 'several-posts', name: found.person.name, posts }, 'post'),
    );
  }
  const on = readTestDay(cell('on'), date1904, facts);
  if (!on)
    problems.push(
      importProblem('date-unreadable', { label: '测试日期', value: maskDigits(plainText(cell('on'))) }, 'on'),
    );
  const number = has('number') && !isBlank(cell('number')) ? readNumber(cell('number'), problems) : null;
  const score = readScore(cell('score'), problems);
  const retake = readRetake(cells, facts, problems);
  const name = found.kind === 'found' ? found.person.name : plainText(cell('name'));
  if (on && score !== null)
    problems.push(...checkAttempt({ score, number: number ?? 1, on }, facts.course, name, today));
  if (retake) problems.push(...checkAttempt({ ...retake, number: (number ?? 1) + 1 }, facts.course, name, today));
  const refused = problems.some(({ level }) => level === 'error');
  return {
    name,
    shown: {
      name,
      on: on ?? plainText(cell('on')),
      number: number === null ? plainText(cell('number')) : String(number),
      score: score === null ? plainText(cell('score')) : scoreText(score),
      ...(retake && { retakeOn: retake.on, retakeScore: scoreText(retake.score) }),
    },
    entry:
      refused || found.kind !== 'found'
        ? null
        : {
            name,
            enrolmentId: found.enrolments[0]!.id,
            on: on!,
            number,
            score: score!,
            ...(retake && { retake: { ...retake, number: number === null ? null : number + 1 } }),
          },
    problems,
    skipped: false,
  };
}

/** A date without a year is a day of the course or of the two months after it, when retakes are held. */
const readTestDay = (cell: SheetCell | null, date1904: boolean, { course }: CourseFacts): Day | null =>
  readDay(cell, date1904) ??
  dayOfCourse(cell, { startsOn: course.startsOn, endsOn: addDays(course.endsOn, DAYS_OF_RETAKES) });

/** 补考成绩 in columns of its own; null where they are blank. */
function readRetake(
  { cell, date1904 }: RowCells,
  facts: CourseFacts,
  problems: Problem[],
): { readonly on: Day; readonly score: number | 'absent' } | null {
  if (saysNothing(cell('retakeScore'))) return null;
  const score = readScore(cell('retakeScore'), problems, 'retakeScore');
  const on = readTestDay(cell('retakeOn'), date1904, facts);
  if (!on)
    problems.push(
      importProblem(
        'date-unreadable',
        { label: '补考日期', value: maskDigits(plainText(cell('retakeOn'))) },
        'retakeOn',
      ),
    );
  return on && score !== null ? { on, score } : null;
}

const FIRST = /^(?:首次|初次|首考|初考|首测|初测|正考|正常考试|第一次)$/;
const RETAKE = new RegExp(`^(?:第?(${NUMERAL})次)?(?:补考|补测)(?:第?(${NUMERAL})次?)?$`);
const NUMBER = new RegExp(`^第?(${NUMERAL})(?:\\.0+)?次?(?:测试|考试|测验)?$`);

/** 1, 第2次, 首次; the first 补考 is the second attempt. */
function readNumber(cell: SheetCell | null, problems: Problem[]): number | null {
  const text = plainText(cell).replace(/\s/g, '');
  const retake = RETAKE.exec(text);
  const counted = retake ? numeral(retake[1] ?? retake[2] ?? '1') : numeral(NUMBER.exec(text)?.[1] ?? '');
  const number = FIRST.test(text) ? 1 : retake && counted ? counted + 1 : (counted ?? 0);
  if (number >= 1 && number <= MOST_ATTEMPTS) return number;
  problems.push(importProblem('attempt-number-unreadable', { value: text }, 'number'));
  return null;
}

function readScore(cell: SheetCell | null, problems: Problem[], field = 'score'): number | 'absent' | null {
  const text = plainText(cell).replace(/\s/g, '').replace(BESIDES, '');
  if (ABSENT.test(text)) return 'absent';
  const match = /^(-?\d{1,4}(?:\.\d+)?)分?$/.exec(
    cell?.kind === 'number' && cell.number !== undefined ? String(cell.number) : text,
  );
  if (!match) {
    problems.push(importProblem('score-unreadable', { value: maskDigits(text) }, field));
    return null;
  }
  const score = Number(match[1]);
  if (score >= 0 && score <= 100 && Number.isInteger(score * 2)) return score;
  problems.push(importProblem('score-range', { value: match[1]! }, field));
  return null;
}
