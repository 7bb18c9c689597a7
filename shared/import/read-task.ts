import type { Sheet } from '../basics/sheet';
import type { Progress, ReadChoices } from './preview';
import { readAttendance, type AttendanceContext } from './read-attendance';
import { readBarred, type BarredContext } from './read-barred';
import { readOutsideHours, type OutsideHoursContext } from './read-outside-hours';
import { readRoster, type RosterContext } from './read-roster';
import { readScores, type ScoreContext } from './read-scores';
import { readTimetable, type TimetableContext } from './read-timetable';
import type { AnyPreview } from './recheck';

/** A kind of file and what it is checked against. Plain data: it crosses to a worker. */
export type ImportTask =
  | { readonly kind: 'roster'; readonly context: RosterContext }
  | { readonly kind: 'timetable'; readonly context: TimetableContext }
  | { readonly kind: 'attendance'; readonly context: AttendanceContext }
  | { readonly kind: 'scores'; readonly context: ScoreContext }
  | { readonly kind: 'outside-hours'; readonly context: OutsideHoursContext }
  | { readonly kind: 'barred'; readonly context: BarredContext };

/** The preview of any kind of file; see buildPreview. */
export function readTask(
  task: ImportTask,
  sheets: readonly Sheet[],
  choices?: ReadChoices,
  progress?: Progress,
): AnyPreview {
  switch (task.kind) {
    case 'roster':
      return readRoster(sheets, task.context, choices, progress);
    case 'timetable':
      return readTimetable(sheets, task.context, choices, progress);
    case 'attendance':
      return readAttendance(sheets, task.context, choices, progress);
    case 'scores':
      return readScores(sheets, task.context, choices, progress);
    case 'outside-hours':
      return readOutsideHours(sheets, task.context, choices, progress);
    case 'barred':
      return readBarred(sheets, task.context, choices, progress);
  }
}
