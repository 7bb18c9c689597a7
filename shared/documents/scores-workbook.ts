import type { CellValue, ColumnModel, WorkbookModel } from '../basics/workbook';
import { postTitle } from '../regulation/posts';
import { formLines, formWorkbook, signatureFoot, subtitleOf, type FormInput, type FormLine } from './form';

const COLUMNS: readonly ColumnModel[] = [
  { header: '序号', width: 6, kind: 'number' },
  { header: '姓名', width: 16, kind: 'centre' },
  { header: '证件号码', width: 22, kind: 'id' },
  { header: '岗位', width: 18, kind: 'centre' },
  { header: '考试日期', width: 14, kind: 'centre' },
  { header: '次数', width: 8, kind: 'number' },
  { header: '成绩', width: 9, kind: 'number' },
  { header: '合格线', width: 9, kind: 'number' },
  { header: '结果', width: 10, kind: 'centre' },
  { header: '备注', width: 30, kind: 'text' },
];

/** 测试成绩表: one line per attempt with the pass mark it was judged by; people without an attempt stand in it as 未录. */
export function scoresWorkbook(input: FormInput): WorkbookModel {
  const lines = formLines(input);
  let number = 0;
  const rows = lines.flatMap((line) => {
    number += 1;
    return attemptRows(input, line, number);
  });
  return formWorkbook(input, [
    {
      name: '测试成绩',
      title: '测试成绩表',
      subtitle: subtitleOf(input, `共 ${lines.length} 人`),
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
): readonly (readonly CellValue[])[] {
  const who = [number, person.name, person.idNumber, postTitle(enrolment.post)] as const;
  const attempts = [...(facts.attempts.get(enrolment.id) ?? [])].sort(
    (a, b) => a.number - b.number || (a.on < b.on ? -1 : 1),
  );
  if (attempts.length === 0) return [[...who, null, null, null, null, '未录', null]];
  return attempts.map(({ on, number: attempt, score, passMark, note }) => [
    ...who,
    on,
    attempt,
    score === 'absent' ? '缺考' : score,
    passMark,
    score === 'absent' ? '缺考' : score >= passMark ? '合格' : '不合格',
    [attempt > 1 ? '补考' : '', note ?? ''].filter((part) => part !== '').join('；') || null,
  ]);
}
