import type { SessionEntry } from '../../commands/import-entries';
import { importTimetable } from '../../commands/import-timetable';
import type { ImportKindSpec } from '../import-kind-spec';
import { timetableReader, type TimetableContext } from '../read-timetable';
import type { TimetableCandidate } from '../settle-timetable';
import { TEMPLATES } from '../template-workbook';

/** 课程表: the sessions of the course. */
export const timetableKind: ImportKindSpec<
  'timetable',
  TimetableCandidate,
  TimetableContext,
  SessionEntry,
  'facts' | 'otherSessions'
> = {
  reader: timetableReader,
  words: {
    title: '导入课程表',
    file: '课程表',
    unit: '课',
    needs: '至少要有日期、起止时间、课程类别、学时。',
    kept: '课程表的导入预览已保留，回到“课程表”可以接着做。',
    reasons: ['课程安排调整', '原课程表有误，按更正后的文件'],
    next: '看课程表',
  },
  needs: ['facts', 'otherSessions'],
  context: ({ facts: { course, sessions, parameterSettings } }) => ({
    facts: { course, sessions, parameterSettings },
  }),
  inputs: (rows) =>
    rows
      .filter(({ entry, taken }) => taken || entry.existing === null)
      .map(({ entry }) => ({ ...entry, number: entry.number! })),
  command: ({ facts, otherSessions }, entries, { reason }, ctx) =>
    importTimetable(facts, { entries, differing: 'take', others: otherSessions, reason }, ctx),
  template: ({ facts }) => TEMPLATES.timetable(facts),
};
