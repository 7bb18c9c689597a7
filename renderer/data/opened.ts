import type { DataSet, DesktopBridge } from '../../shared/bridge';
import type { Journal } from '../../shared/journal/journal';
import type { ClockQuestion } from './clock-question';
import type { FollowOptions } from './follow-journal';
import type { RecordingPort } from './recording-port';
import type { Projection } from './schema';
import type { HealNotice, JournalTrouble } from './store-api';

/** What start-up hands over: everything opened, rows and journal in step unless there is trouble. */
export interface Opened {
  readonly bridge: DesktopBridge;
  readonly set: DataSet;
  readonly port: RecordingPort;
  readonly journal: Journal;
  readonly db: Projection;
  readonly follow: FollowOptions;
  readonly clock: ClockQuestion;
  readonly notices: readonly HealNotice[];
  readonly troubles: readonly JournalTrouble[];
}
