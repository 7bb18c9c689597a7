import { importAttendance } from '../../commands/import-attendance';
import type { AttendanceEntry } from '../../commands/import-entries';
import type { ImportKindSpec } from '../import-kind-spec';
import { attendanceReader, type AttendanceCandidate, type AttendanceContext } from '../read-attendance';
import { TEMPLATES } from '../template-workbook';

/** 考勤表: one row per person, one column per session. */
export const attendanceKind: ImportKindSpec<
  'attendance',
  AttendanceCandidate,
  AttendanceContext,
  AttendanceEntry,
  'facts'
> = {
  reader: attendanceReader,
  words: {
    title: '导入考勤表',
    file: '考勤表',
    unit: '人',
    needs: '一行一名学员，一列一课，列名写日期和课次（如“03-16 第1课”）。',
    kept: '考勤表的导入预览已保留，回到“考勤”可以接着做。',
    reasons: ['按签到原件更正', '登记有误'],
    next: '看考勤',
  },
  needs: ['facts'],
  sessions: ({ facts }) => facts.sessions,
  context: ({ facts }, today) => ({ facts, today }),
  inputs: (rows) =>
    rows.flatMap(({ entry, taken }) =>
      entry.marks
        .filter(({ sessionId }) => taken || !entry.differing.includes(sessionId))
        .flatMap(({ sessionId, mark }) => entry.enrolments.map(({ id }) => ({ enrolmentId: id, sessionId, mark }))),
    ),
  command: ({ facts }, entries, { reason }, ctx) =>
    importAttendance(facts, { entries, differing: 'take', unmarkable: 'leave-out', reason }, ctx),
  template: ({ facts }) => TEMPLATES.attendance(facts),
};
