import { tableOf, type TableColumn } from '../basics/table';
import type { SheetModel, WorkbookModel } from '../basics/workbook';
import { CONCLUSION, conclusionOf, type Conclusion } from '../regulation/conclusion';
import { explain, type Explanation } from '../regulation/explain';
import type { ComparedNumber, Finding, RuleId } from '../regulation/finding';
import { postTitle } from '../regulation/posts';
import { ruleTitle } from '../regulation/rules';
import { RULES_OF } from '../regulation/rulesets';
import {
  CLAUSE_COLUMN,
  formLines,
  formWorkbook,
  maskedNumber,
  peopleCount,
  personsOf,
  signatureFoot,
  subtitleOf,
  type FormInput,
  type FormLine,
} from './form';
import { OUTCOME, OUTCOME_SIGN } from './form-words';

const LEGEND =
  '✓ 符合    ✕ 不符合    ？ 无法判定    – 不适用    带“!”的是提醒，上报前须确认        每一项的数值、条款和说明见“明细”表';

/** A finding's sign as on the screen: a warning carries "!". */
const signOf = ({ outcome, severity }: Finding): string =>
  `${OUTCOME_SIGN[outcome]}${severity === 'warning' ? '!' : ''}`;

/** 学时核验表: the matrix of people and rules as on the screen, then every finding with outcome, numbers, clause and sentence. */
export function verificationWorkbook(input: FormInput): WorkbookModel {
  const lines = formLines(input);
  return formWorkbook(input, [matrix(input, lines), details(input, lines)]);
}

interface MatrixRow extends FormLine {
  readonly signs: ReadonlyMap<RuleId, string>;
  readonly conclusion: Conclusion;
}

const PERSON: readonly TableColumn<MatrixRow>[] = [
  { header: '序号', width: 4.5, kind: 'number', of: (_, place) => place + 1 },
  { header: '姓名', width: 11, kind: 'centre', of: ({ person }) => person.name },
  { header: '证件号码', width: 20, kind: 'id', of: ({ person }) => maskedNumber(person) },
  { header: '岗位', width: 14.7, kind: 'centre', of: ({ enrolment }) => postTitle(enrolment.post) },
  { header: '公共学时', width: 5, kind: 'number', of: ({ judgement }) => judgement.hours.public },
  { header: '专业学时', width: 5, kind: 'number', of: ({ judgement }) => judgement.hours.professional },
  { header: '合计学时', width: 5, kind: 'number', of: ({ judgement }) => judgement.hours.total },
];

const mayGo = ({ conclusion }: MatrixRow): boolean => conclusion === 'ready' || conclusion === 'reminded';

const CONCLUSION_COLUMN: TableColumn<MatrixRow> = {
  header: '结论',
  width: 9,
  kind: 'centre',
  of: ({ conclusion }) => CONCLUSION[conclusion],
  isWrong: (row) => !mayGo(row),
};

function matrix(input: FormInput, lines: readonly FormLine[]): SheetModel {
  const titles = new Map<RuleId, string>(
    lines.length > 0 ? [] : RULES_OF[input.facts.course.purpose].map((rule) => [rule, ruleTitle(rule)]),
  );
  for (const { judgement } of lines) {
    for (const finding of judgement.findings)
      if (!titles.has(finding.rule)) titles.set(finding.rule, explain(finding).title);
  }
  const rows = lines.map((line): MatrixRow => ({
    ...line,
    signs: new Map(line.judgement.findings.map((finding) => [finding.rule, signOf(finding)])),
    conclusion: conclusionOf(line.enrolment, line.judgement),
  }));
  const ruleColumn = ([rule, header]: readonly [RuleId, string]): TableColumn<MatrixRow> => ({
    header,
    width: 5.6,
    kind: 'centre',
    of: ({ signs }) => signs.get(rule) ?? null,
  });
  const passed = peopleCount(personsOf(rows.filter(mayGo)));
  return {
    name: '一览',
    title: '学时核验表',
    subtitle: subtitleOf(
      input,
      `共 ${peopleCount(personsOf(lines))}，可上报 ${passed}${lines[0] ? `    核验日期：${lines[0].judgement.on}` : ''}`,
    ),
    ...tableOf([...PERSON, ...[...titles].map(ruleColumn), CONCLUSION_COLUMN], rows),
    foot: [LEGEND, ...signatureFoot(input)],
    frozenColumns: 2,
  };
}

/** The column's head says it already. */
const UNCONFIRMED = /，未经文件确认$/;

interface DetailRow extends FormLine {
  readonly number: number;
  readonly finding: Finding;
  readonly said: Explanation;
}

const DETAIL_COLUMNS: readonly TableColumn<DetailRow>[] = [
  { header: '序号', width: 5, kind: 'number', of: ({ number }) => number },
  { header: '姓名', width: 12, kind: 'centre', of: ({ person }) => person.name },
  { header: '岗位', width: 15, kind: 'centre', of: ({ enrolment }) => postTitle(enrolment.post) },
  { header: '核验项目', width: 14, kind: 'centre', of: ({ said }) => said.title },
  {
    header: '结论',
    width: 9,
    kind: 'centre',
    of: ({ finding }) => OUTCOME[finding.outcome],
    isWrong: ({ finding }) => finding.severity === 'error',
  },
  { header: '数值（实际／要求）', width: 34, kind: 'wrap', of: ({ finding }) => numbersText(finding) || null },
  { ...CLAUSE_COLUMN, of: ({ said }) => said.clause },
  { header: '说明', width: 42, kind: 'wrap', of: ({ said }) => said.verdict },
  { header: '怎样补救', width: 30, kind: 'wrap', of: ({ said }) => said.repair },
  {
    header: '未经文件确认的参数',
    width: 26,
    kind: 'wrap',
    of: ({ said }) => said.provisional.map((text) => text.replace(UNCONFIRMED, '')).join('；') || null,
  },
];

function details(input: FormInput, lines: readonly FormLine[]): SheetModel {
  const rows = lines.flatMap((line, i) =>
    line.judgement.findings.map((finding): DetailRow => ({
      ...line,
      number: i + 1,
      finding,
      said: explain(finding),
    })),
  );
  return {
    name: '明细',
    title: '学时核验明细',
    subtitle: subtitleOf(input, `共 ${peopleCount(personsOf(lines))}，${rows.length} 项`),
    ...tableOf(DETAIL_COLUMNS, rows),
    foot: signatureFoot(input),
    frozenColumns: 2,
  };
}

const COMPARISON: { readonly [comparison in ComparedNumber['comparison']]: string } = {
  'at-least': '不少于 ',
  'at-most': '不超过 ',
  equal: '应为 ',
  between: '应在 ',
  none: '',
};

/** 总学时 30 学时／不少于 32 学时; a missing number is said to be missing, never 0. */
const numbersText = ({ numbers }: Finding): string =>
  numbers
    .map(({ label, actual, required, unit, comparison }) => {
      const of = (value: number | string): string =>
        `${value}${typeof value === 'number' && unit !== '日' ? ` ${unit}`.trimEnd() : ''}`;
      const shown = actual === null ? '没有记录' : of(actual);
      return `${label} ${shown}${required === null ? '' : `／${COMPARISON[comparison]}${of(required)}`}`;
    })
    .join('\n');
