import type { CellValue, ColumnModel, WorkbookModel } from '../basics/workbook';
import type { TestAttempt } from '../records/test-attempt';
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

const COLUMNS: readonly ColumnModel[] = [
  { header: '序号', width: 6, kind: 'number' },
  { header: '姓名', width: 16, kind: 'centre' },
  { header: '证件号码', width: 22, kind: 'id' },
  { header: '岗位', width: 18, kind: 'centre' },
  { header: '考试日期', width: 14, kind: 'centre' },
  { header: '次数', width: 8, kind: 'number' },
  { header: '成绩', width: 9, kind: 'number' },
  { header: '结果', width: 10, kind: 'centre' },
  { header: '备注', width: 36, kind: 'text' },
];

/**
 * 测试成绩表: one line per attempt; people without an attempt stand in it as 未录. The pass mark that everybody was judged by stands in the
 * sub-line; where attempts had different ones, each line says its own.
 */
export function scoresWorkbook(input: FormInput): WorkbookModel {
  const lines = formLines(input);
  const passMarks = new Set(
    lines.flatMap(({ enrolment }) => (input.facts.attempts.get(enrolment.id) ?? []).map(({ passMark }) => passMark)),
  );
  const [only] = passMarks.size === 1 ? passMarks : [];
  const rows = lines.flatMap((line, i) => attemptRows(input, line, i + 1, only === undefined));
  return formWorkbook(input, [
    {
      name: '测试成绩',
      title: '测试成绩表',
      subtitle: subtitleOf(
        input,
        `${only === undefined ? '' : `合格线：${only} 分    `}共 ${peopleCount(personsOf(lines))}`,
      ),
      columns: COLUMNS,
      rows,
      foot: signatureFoot(input, '监考人', '阅卷人'),
      frozenColumns: 2,
    },
  ]);
}

function attemptRows(
  { facts }: FormInput,
  { enrolment, person }: FormLine,
  number: number,
  withPassMark: boolean,
): readonly (readonly CellValue[])[] {
  const who = [number, person.name, person.idNumber, postTitle(enrolment.post)] as const;
  const attempts = [...(facts.attempts.get(enrolment.id) ?? [])].sort(
    (a, b) => a.number - b.number || (a.on < b.on ? -1 : 1),
  );
  if (attempts.length === 0) return [[...who, null, null, null, '未录', null]];
  return attempts.map(({ on, number: attempt, score, passMark, note }) => [
    ...who,
    on,
    attempt,
    score === 'absent' ? '缺考' : score,
    resultText(score, passMark),
    [attempt > 1 ? '补考' : '', withPassMark ? `合格线 ${passMark} 分` : '', note ?? '']
      .filter((part) => part !== '')
      .join('；') || null,
  ]);
}

function resultText(score: TestAttempt['score'], passMark: number): string {
  if (score === 'absent') return '缺考';
  return score >= passMark ? '合格' : '不合格';
}
