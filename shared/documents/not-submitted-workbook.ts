import type { CellValue, ColumnModel, SheetModel, WorkbookModel } from '../basics/workbook';
import type { EnrolmentId } from '../records/ids';
import { explain } from '../regulation/explain';
import { postTitle } from '../regulation/posts';
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
import { isQualified } from './qualified-people-workbook';
import { chineseDay } from './words';

const PERSON: readonly ColumnModel[] = [
  { header: '序号', width: 6, kind: 'number' },
  { header: '姓名', width: 14, kind: 'centre' },
  { header: '证件号码', width: 21, kind: 'id' },
  { header: '岗位', width: 16.5, kind: 'centre' },
  { header: '证书编号', width: 20, kind: 'id' },
];

/**
 * 不予上报名单: everybody who may not be submitted with every reason, its clause and what would mend it; on a second sheet the people
 * who are submitted with a warning, and who confirmed it. `input.judgements` are those of the whole class.
 */
export function notSubmittedWorkbook(input: FormInput): WorkbookModel {
  const lines = formLines(input);
  return formWorkbook(input, [
    leftOutSheet(
      input,
      lines.filter((line) => !isQualified(line)),
    ),
    warningsSheet(input, lines.filter(isQualified)),
  ]);
}

interface Reason {
  readonly text: string;
  readonly clause: string;
  readonly repair: string;
}

/** The lines of the people who stay out of a package, in the order of the roster. */
export function leftOutLines(
  facts: FormInput['facts'],
  judgements: FormInput['judgements'],
  leftOut: readonly { readonly enrolmentId: EnrolmentId }[],
): readonly FormLine[] {
  const out = new Set(leftOut.map(({ enrolmentId }) => enrolmentId));
  return formLines({ facts, judgements: judgements.filter(({ enrolmentId }) => out.has(enrolmentId)) });
}

/** Why somebody is left out: no longer enrolled, and every finding of severity error. */
export function reasonsOf({ enrolment, judgement }: Pick<FormLine, 'enrolment' | 'judgement'>): readonly Reason[] {
  const { status } = enrolment;
  const left: readonly Reason[] =
    status.kind === 'active'
      ? []
      : [
          {
            text: `${status.kind === 'left' ? '已退出' : '已转班'}（${chineseDay(status.on)}）：${status.reason}`,
            clause: '—',
            repair: '',
          },
        ];
  const errors = judgement.findings
    .filter(({ severity }) => severity === 'error')
    .map((finding): Reason => {
      const { title, verdict, clause, repair } = explain(finding);
      return { text: `${title}：${verdict}`, clause, repair: repair ?? '' };
    });
  return [...left, ...errors];
}

/** A line per reason, so that each stands beside its own clause and remedy. */
function leftOutSheet(input: FormInput, lines: readonly FormLine[]): SheetModel {
  return {
    name: '不予上报名单',
    title: '不予上报名单',
    subtitle: subtitleOf(input, `共 ${peopleCount(personsOf(lines))}`),
    columns: [
      ...PERSON,
      { header: '原因', width: 54, kind: 'wrap' },
      CLAUSE_COLUMN,
      { header: '怎样补救', width: 36, kind: 'wrap' },
    ],
    rows: lines.flatMap((line, i) =>
      reasonsOf(line).map(({ text, clause, repair }): readonly CellValue[] => [
        ...personCells(line, i),
        text,
        clause,
        repair || null,
      ]),
    ),
    foot: signatureFoot(input),
    frozenColumns: 2,
  };
}

function warningsSheet(input: FormInput, lines: readonly FormLine[]): SheetModel {
  const { confirmedWarnings = [] } = input;
  const by = new Map(confirmedWarnings.map((warning) => [`${warning.enrolmentId}|${warning.rule}`, warning.by]));
  const rows = lines.flatMap((line) =>
    line.judgement.findings
      .filter(({ severity }) => severity === 'warning')
      .map((finding) => {
        const { title, verdict, clause } = explain(finding);
        return { line, cells: [title, verdict, clause, by.get(`${line.enrolment.id}|${finding.rule}`) ?? '未确认'] };
      }),
  );
  const people = peopleCount(personsOf([...new Set(rows.map(({ line }) => line))]));
  return {
    name: '提醒确认名单',
    title: '提醒确认名单',
    subtitle: subtitleOf(input, `上报人员中有提醒的 ${people}，提醒 ${rows.length} 项`),
    columns: [
      ...PERSON,
      { header: '提醒项目', width: 15, kind: 'centre' },
      { header: '说明', width: 54, kind: 'wrap' },
      CLAUSE_COLUMN,
      { header: '确认人', width: 14, kind: 'centre' },
    ],
    rows: rows.map(({ line, cells }, i) => [...personCells(line, i), ...cells]),
    foot: signatureFoot(input),
    frozenColumns: 2,
  };
}

const personCells = ({ enrolment, person, certificate }: FormLine, i: number): readonly CellValue[] => [
  i + 1,
  person.name,
  maskedNumber(person),
  postTitle(enrolment.post),
  certificate.number ?? null,
];
