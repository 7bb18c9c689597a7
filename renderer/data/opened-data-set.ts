import type { DataSet, DesktopBridge } from '../../shared/bridge';
import type { Checkpoint } from '../../shared/journal/checkpoint';
import type { Journal } from '../../shared/journal/journal';
import type { ClockQuestion } from './clock-question';
import type { FollowOptions } from './follow-journal';
import type { RecordingPort } from './recording-port';
import type { Projection } from './schema';
import type { HealNotice, JournalTrouble } from './store-api';

/** What start-up hands over: everything opened, rows and journal in step unless there is trouble. */
export interface OpenedDataSet {
  readonly bridge: DesktopBridge;
  readonly set: DataSet;
  readonly port: RecordingPort;
  /** Opened anew after a fault that closed it, so ask for it each time. */
  journal: Journal;
  /** Opens it once more, as start-up did. */
  readonly openJournal: () => Promise<Journal>;
  readonly db: Projection;
  /** The entries up to which the rows follow the journal. */
  readonly heads: Checkpoint;
  /** How rows are made; says nothing of progress, because whoever waited for the opening does not wait any more. */
  readonly follow: Omit<FollowOptions, 'onProgress'>;
  readonly clock: ClockQuestion;
  readonly notices: readonly HealNotice[];
  readonly troubles: readonly JournalTrouble[];
}
