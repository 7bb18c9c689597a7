import type { Instant } from '../basics/instant';
import type { WorkbookModel } from '../basics/workbook';
import { attendanceWorkbook } from '../documents/attendance-workbook';
import type { FormInput } from '../documents/form';
import { notSubmittedWorkbook } from '../documents/not-submitted-workbook';
import { qualifiedPeopleWorkbook } from '../documents/qualified-people-workbook';
import { scoresWorkbook } from '../documents/scores-workbook';
import { verificationWorkbook } from '../documents/verification-workbook';
import type { CourseFacts } from '../regulation/facts';
import type { Judgement } from '../regulation/finding';
import type { SealedRecord } from './build-package';

/** One workbook of a package, made when it is asked for. */
export interface PackageFormKind {
  readonly path: string;
  readonly title: string;
  readonly model: (record: FormRecord, facts: CourseFacts, judgements: readonly Judgement[]) => WorkbookModel;
}

export interface PackageForm {
  readonly path: string;
  readonly title: string;
  readonly model: WorkbookModel;
}

/** What the workbooks show of the record. */
export type FormRecord = Pick<SealedRecord, 'people' | 'sealedOn' | 'number' | 'version' | 'confirmedWarnings'>;

const whole = (record: FormRecord, facts: CourseFacts, judgements: readonly Judgement[]): FormInput => ({
  facts,
  judgements,
  created: `${record.sealedOn}T00:00:00.000Z` as Instant,
  packageNumber: `${record.number} 第 ${record.version} 版`,
});

/** The same for those who are submitted only. */
function submitted(record: FormRecord, facts: CourseFacts, judgements: readonly Judgement[]): FormInput {
  const going = new Set(record.people);
  return whole(
    record,
    facts,
    judgements.filter(({ enrolmentId }) => going.has(enrolmentId)),
  );
}

/** The workbooks of a package in its order. The people who are left out stand in 不予上报名单 only. */
export const PACKAGE_FORMS: readonly PackageFormKind[] = [
  {
    path: 'data/forms/qualified-people.xlsx',
    title: '培训合格人员信息汇总表',
    model: (...of) => qualifiedPeopleWorkbook(submitted(...of)),
  },
  {
    path: 'data/forms/attendance.xlsx',
    title: '考勤汇总表',
    model: (...of) => attendanceWorkbook(submitted(...of)),
  },
  { path: 'data/forms/scores.xlsx', title: '测试成绩表', model: (...of) => scoresWorkbook(submitted(...of)) },
  {
    path: 'data/forms/verification.xlsx',
    title: '学时核验表',
    model: (...of) => verificationWorkbook(submitted(...of)),
  },
  {
    path: 'data/forms/not-submitted.xlsx',
    title: '不予上报名单、提醒确认名单',
    model: (record, ...of) => notSubmittedWorkbook(whole(record, ...of), record.confirmedWarnings),
  },
];

/** All workbooks of a package. */
export const packageForms = (
  record: FormRecord,
  facts: CourseFacts,
  judgements: readonly Judgement[],
): readonly PackageForm[] =>
  PACKAGE_FORMS.map((form) => ({
    path: form.path,
    title: form.title,
    model: form.model(record, facts, judgements),
  }));
