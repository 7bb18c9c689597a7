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

export interface PackageForm {
  readonly path: string;
  readonly title: string;
  readonly model: WorkbookModel;
}

/** The workbooks of a package. The people who are left out stand in 不予上报名单 only. */
export function packageForms(
  record: SealedRecord,
  facts: CourseFacts,
  judgements: readonly Judgement[],
): readonly PackageForm[] {
  const going = new Set(record.people);
  const whole: FormInput = {
    facts,
    judgements,
    created: `${record.sealedOn}T00:00:00.000Z` as Instant,
    packageNumber: `${record.number} 第 ${record.version} 版`,
  };
  const submitted: FormInput = {
    ...whole,
    judgements: judgements.filter(({ enrolmentId }) => going.has(enrolmentId)),
  };
  return [
    {
      path: 'data/forms/qualified-people.xlsx',
      title: '培训合格人员信息汇总表',
      model: qualifiedPeopleWorkbook(submitted),
    },
    { path: 'data/forms/attendance.xlsx', title: '考勤汇总表', model: attendanceWorkbook(submitted) },
    { path: 'data/forms/scores.xlsx', title: '测试成绩表', model: scoresWorkbook(submitted) },
    { path: 'data/forms/verification.xlsx', title: '学时核验表', model: verificationWorkbook(submitted) },
    {
      path: 'data/forms/not-submitted.xlsx',
      title: '不予上报名单、提示确认名单',
      model: notSubmittedWorkbook(whole, record.confirmedWarnings),
    },
  ];
}
