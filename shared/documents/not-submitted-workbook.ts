import { tableOf, type TableColumn } from '../basics/table';
import type { SheetModel, WorkbookModel } from '../basics/workbook';
import type { EnrolmentId } from '../records/ids';
import { explain, type Explanation } from '../regulation/explain';
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
import { chineseDay } from './form-words';

interface Numbered extends FormLine {
  readonly number: number;
}

const PERSON: readonly TableColumn<Numbered>[] = [
  { header: '序号', width: 6, kind: 'number', of: ({ number }) => number },
  { header: '姓名', width: 14, kind: 'centre', of: ({ person }) => person.name },
  { header: '证件号码', width: 21, kind: 'id', of: ({ person }) => maskedNumber(person) },
  { header: '岗位', width: 16.5, kind: 'centre', of: ({ enrolment }) => postTitle(enrolment.post) },
  { header: '证书编号', width: 20, kind: 'id', of: ({ certificate }) => certificate.number ?? null },
];

const LEFT_OUT_COLUMNS: readonly TableColumn<Numbered & { readonly reason: Reason }>[] = [
  ...PERSON,
  { header: '原因', width: 54, kind: 'wrap', of: ({ reason }) => reason.text },
  { ...CLAUSE_COLUMN, of: ({ reason }) => reason.clause },
  { header: '怎样补救', width: 36, kind: 'wrap', of: ({ reason }) => reason.repair || null },
];

interface WarningRow extends Numbered {
  readonly warning: Explanation;
  /** Who confirmed it; undefined = nobody. */
  readonly by: string | undefined;
}

const WARNING_COLUMNS: readonly TableColumn<WarningRow>[] = [
  ...PERSON,
  { header: '提醒项目', width: 15, kind: 'centre', of: ({ warning }) => warning.title },
  { header: '说明', width: 54, kind: 'wrap', of: ({ warning }) => warning.verdict },
  { ...CLAUSE_COLUMN, of: ({ warning }) => warning.clause },
  { header: '确认人', width: 14, kind: 'centre', of: ({ by }) => by ?? '未确认' },
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
    ...tableOf(
      LEFT_OUT_COLUMNS,
      lines.flatMap((line, i) => reasonsOf(line).map((reason) => ({ ...line, number: i + 1, reason }))),
    ),
    foot: signatureFoot(input),
    frozenColumns: 2,
  };
}

function warningsSheet(input: FormInput, lines: readonly FormLine[]): SheetModel {
  const { confirmedWarnings = [] } = input;
  const by = new Map(confirmedWarnings.map((warning) => [`${warning.enrolmentId}|${warning.rule}`, warning.by]));
  const warned = lines.flatMap((line) =>
    line.judgement.findings.filter(({ severity }) => severity === 'warning').map((finding) => ({ line, finding })),
  );
  const rows = warned.map(({ line, finding }, i): WarningRow => ({
    ...line,
    number: i + 1,
    warning: explain(finding),
    by: by.get(`${line.enrolment.id}|${finding.rule}`),
  }));
  const people = peopleCount(personsOf([...new Set(warned.map(({ line }) => line))]));
  return {
    name: '提醒确认名单',
    title: '提醒确认名单',
    subtitle: subtitleOf(input, `上报人员中有提醒的 ${people}，提醒 ${rows.length} 项`),
    ...tableOf(WARNING_COLUMNS, rows),
    foot: signatureFoot(input),
    frozenColumns: 2,
  };
}
