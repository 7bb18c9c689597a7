import { tableOf, type TableColumn } from '../basics/table';
import type { WorkbookModel } from '../basics/workbook';
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

/** An attempt of somebody; null = none is recorded. */
interface Row extends FormLine {
  readonly number: number;
  readonly attempt: TestAttempt | null;
}

/** The pass mark is said of every attempt where they had different ones. */
const columns = (withPassMark: boolean): readonly TableColumn<Row>[] => [
  { header: '序号', width: 6, kind: 'number', of: ({ number }) => number },
  { header: '姓名', width: 16, kind: 'centre', of: ({ person }) => person.name },
  { header: '证件号码', width: 22, kind: 'id', of: ({ person }) => person.idNumber },
  { header: '岗位', width: 18, kind: 'centre', of: ({ enrolment }) => postTitle(enrolment.post) },
  { header: '考试日期', width: 14, kind: 'centre', of: ({ attempt }) => attempt?.on ?? null },
  { header: '次数', width: 8, kind: 'number', of: ({ attempt }) => attempt?.number ?? null },
  {
    header: '成绩',
    width: 9,
    kind: 'number',
    of: ({ attempt }) => (attempt?.score === 'absent' ? '缺考' : (attempt?.score ?? null)),
  },
  { header: '结果', width: 10, kind: 'centre', of: ({ attempt }) => (attempt ? resultOf(attempt) : '未录') },
  {
    header: '备注',
    width: 36,
    kind: 'text',
    of: ({ attempt }) => (attempt && noteOf(attempt, withPassMark)) || null,
  },
];

const resultOf = ({ score, passMark }: TestAttempt): string => {
  if (score === 'absent') return '缺考';
  return score >= passMark ? '合格' : '不合格';
};

const noteOf = ({ number, passMark, note }: TestAttempt, withPassMark: boolean): string =>
  [number > 1 ? '补考' : '', withPassMark ? `合格线 ${passMark} 分` : '', note ?? '']
    .filter((part) => part !== '')
    .join('；');

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
  const rows = lines.flatMap((line, i) => rowsOf(input, line, i + 1));
  return formWorkbook(input, [
    {
      name: '测试成绩',
      title: '测试成绩表',
      subtitle: subtitleOf(
        input,
        `${only === undefined ? '' : `合格线：${only} 分    `}共 ${peopleCount(personsOf(lines))}`,
      ),
      ...tableOf(columns(only === undefined), rows),
      foot: signatureFoot(input, '监考人', '阅卷人'),
      frozenColumns: 2,
    },
  ]);
}

function rowsOf({ facts }: FormInput, line: FormLine, number: number): readonly Row[] {
  const attempts = [...(facts.attempts.get(line.enrolment.id) ?? [])].sort(
    (a, b) => a.number - b.number || (a.on < b.on ? -1 : 1),
  );
  if (attempts.length === 0) return [{ ...line, number, attempt: null }];
  return attempts.map((attempt) => ({ ...line, number, attempt }));
}
