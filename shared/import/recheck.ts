import { attendanceReader, type AttendancePreview } from './read-attendance';
import { barredReader, type BarredPreview } from './read-barred';
import { rebuildPreview } from './build-preview';
import { outsideHoursReader, type OutsideHoursPreview } from './read-outside-hours';
import { rosterReader, type RosterPreview } from './read-roster';
import { scoreReader, type ScorePreview } from './read-scores';
import { timetableReader, type TimetablePreview } from './read-timetable';
import type { PreviewEdits } from './preview';

/** The preview of any kind of file. */
export type AnyPreview =
  | RosterPreview
  | TimetablePreview
  | AttendancePreview
  | ScorePreview
  | OutsideHoursPreview
  | BarredPreview;

/**
 * The preview after the registrar edited cells (as text, by Excel row and column) or chose other columns. Only what was
 * edited is read again; then all rows are compared with each other anew, so that a duplicate disappears with its cause.
 */
export function recheck<P extends AnyPreview>(preview: P, edits: PreviewEdits): P {
  return again(preview, edits) as P;
}

function again(preview: AnyPreview, edits: PreviewEdits): AnyPreview {
  switch (preview.kind) {
    case 'roster':
      return rebuildPreview(rosterReader, preview, edits);
    case 'timetable':
      return rebuildPreview(timetableReader, preview, edits);
    case 'attendance':
      return rebuildPreview(attendanceReader, preview, edits);
    case 'scores':
      return rebuildPreview(scoreReader, preview, edits);
    case 'outside-hours':
      return rebuildPreview(outsideHoursReader, preview, edits);
    case 'barred':
      return rebuildPreview(barredReader, preview, edits);
  }
}
