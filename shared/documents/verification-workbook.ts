import type { CellValue, ColumnModel, SheetModel, WorkbookModel } from '../basics/workbook';
import { CONCLUSION, conclusionOf } from '../regulation/conclusion';
import { explain } from '../regulation/explain';
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

function matrix(input: FormInput, lines: readonly FormLine[]): SheetModel {
  const titles = new Map<RuleId, string>(
    lines.length > 0 ? [] : RULES_OF[input.facts.course.purpose].map((rule) => [rule, ruleTitle(rule)]),
  );
  for (const { judgement } of lines) {
    for (const finding of judgement.findings)
      if (!titles.has(finding.rule)) titles.set(finding.rule, explain(finding).title);
  }
  const conclusions = lines.map(({ enrolment, judgement }) => conclusionOf(enrolment, judgement));
  const mayGo = conclusions.map((conclusion) => conclusion === 'ready' || conclusion === 'reminded');
  const passed = peopleCount(personsOf(lines.filter((_, i) => mayGo[i])));
  const columns: readonly ColumnModel[] = [
    { header: '序号', width: 4.5, kind: 'number' },
    { header: '姓名', width: 11, kind: 'centre' },
    { header: '证件号码', width: 20, kind: 'id' },
    { header: '岗位', width: 14.7, kind: 'centre' },
    { header: '公共学时', width: 5, kind: 'number' },
    { header: '专业学时', width: 5, kind: 'number' },
    { header: '合计学时', width: 5, kind: 'number' },
    ...[...titles.values()].map((header): ColumnModel => ({ header, width: 5.6, kind: 'centre' })),
    { header: '结论', width: 9, kind: 'centre' },
  ];
  const rows = lines.map(({ enrolment, person, judgement }, i): readonly CellValue[] => {
    const outcomes = new Map(judgement.findings.map((finding) => [finding.rule, signOf(finding)]));
    return [
      i + 1,
      person.name,
      maskedNumber(person),
      postTitle(enrolment.post),
      judgement.hours.public,
      judgement.hours.professional,
      judgement.hours.total,
      ...[...titles.keys()].map((rule) => outcomes.get(rule) ?? null),
      CONCLUSION[conclusions[i]!],
    ];
  });
  return {
    name: '一览',
    title: '学时核验表',
    subtitle: subtitleOf(
      input,
      `共 ${peopleCount(personsOf(lines))}，可上报 ${passed}${lines[0] ? `    核验日期：${lines[0].judgement.on}` : ''}`,
    ),
    columns,
    rows,
    flagged: mayGo.flatMap((may, row) => (may ? [] : [{ row, column: columns.length - 1 }])),
    foot: [LEGEND, ...signatureFoot(input)],
    frozenColumns: 2,
  };
}

/** The column's head says it already. */
const UNCONFIRMED = /，未经文件确认$/;

const DETAIL_COLUMNS: readonly ColumnModel[] = [
  { header: '序号', width: 5, kind: 'number' },
  { header: '姓名', width: 12, kind: 'centre' },
  { header: '岗位', width: 15, kind: 'centre' },
  { header: '核验项目', width: 14, kind: 'centre' },
  { header: '结论', width: 9, kind: 'centre' },
  { header: '数值（实际／要求）', width: 34, kind: 'wrap' },
  CLAUSE_COLUMN,
  { header: '说明', width: 42, kind: 'wrap' },
  { header: '怎样补救', width: 30, kind: 'wrap' },
  { header: '未经文件确认的参数', width: 26, kind: 'wrap' },
];

function details(input: FormInput, lines: readonly FormLine[]): SheetModel {
  const rows: (readonly CellValue[])[] = [];
  const flagged: { row: number; column: number }[] = [];
  lines.forEach(({ enrolment, person, judgement }, i) => {
    for (const finding of judgement.findings) {
      const { title, verdict, clause, repair, provisional } = explain(finding);
      if (finding.severity === 'error') flagged.push({ row: rows.length, column: 4 });
      rows.push([
        i + 1,
        person.name,
        postTitle(enrolment.post),
        title,
        OUTCOME[finding.outcome],
        numbersText(finding) || null,
        clause,
        verdict,
        repair,
        provisional.map((text) => text.replace(UNCONFIRMED, '')).join('；') || null,
      ]);
    }
  });
  return {
    name: '明细',
    title: '学时核验明细',
    subtitle: subtitleOf(input, `共 ${peopleCount(personsOf(lines))}，${rows.length} 项`),
    columns: DETAIL_COLUMNS,
    rows,
    flagged,
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
