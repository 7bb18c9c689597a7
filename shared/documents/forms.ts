import { attendanceWorkbook } from './attendance-workbook';
import type { Form } from './form-kinds';
import { HOUR_CERTIFICATE_FORM } from './hour-certificate-form';
import { notSubmittedWorkbook } from './not-submitted-workbook';
import { qualifiedPeopleWorkbook } from './qualified-people-workbook';
import { scoresWorkbook } from './scores-workbook';
import { verificationWorkbook } from './verification-workbook';

/**
 * All forms, in the order in which they are shown and made. 报审材料包, 报审, preview, printing and saving read this list: a new form is its
 * own file and its line here.
 */
export const FORMS: readonly Form[] = [
  {
    path: 'data/forms/qualified-people.xlsx',
    title: '培训合格人员信息汇总表',
    kind: 'xlsx',
    people: 'submitted',
    make: qualifiedPeopleWorkbook,
  },
  {
    path: 'data/forms/attendance.xlsx',
    title: '考勤汇总表',
    kind: 'xlsx',
    people: 'submitted',
    make: attendanceWorkbook,
  },
  { path: 'data/forms/scores.xlsx', title: '测试成绩表', kind: 'xlsx', people: 'submitted', make: scoresWorkbook },
  {
    path: 'data/forms/verification.xlsx',
    title: '学时核验表',
    kind: 'xlsx',
    people: 'submitted',
    make: verificationWorkbook,
  },
  {
    path: 'data/forms/not-submitted.xlsx',
    title: '不予上报名单、提醒确认名单',
    kind: 'xlsx',
    people: 'left-out',
    make: notSubmittedWorkbook,
  },
  HOUR_CERTIFICATE_FORM,
];
