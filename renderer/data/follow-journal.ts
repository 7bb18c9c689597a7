import type { Checkpoint } from '../../shared/journal/checkpoint';
import type { Entry } from '../../shared/journal/entry';
import type { Journal } from '../../shared/journal/journal';
import { createReplay, type Replay } from '../../shared/journal/replay';
import { changeOf } from '../../shared/state/change-of';
import { recomputeAll } from './recompute-totals';
import type { LoadInitials } from './pinyin-initials';
import type { Projection } from './schema';
import { PROJECTION_VERSION } from './schema';
import { EMPTY_META, writeEntries, type EntryToWrite } from './write-entries';

/** Entries in one transaction: large enough that the fixed cost vanishes, small enough for memory and progress. */
const BATCH = 2000;

/** How far a rebuild is; `of` is how many there are in all. */
export interface RebuildProgress {
  readonly phase: 'entries' | 'totals';
  readonly done: number;
  readonly of: number;
}

export interface FollowOptions {
  readonly initials: LoadInitials;
  readonly folder: string;
  readonly onProgress?: (progress: RebuildProgress) => void;
}

/** What an entry does to the rows by the journal's own rules: an import counts only once it is closed. */
export function toWrite(replay: Replay, entry: Entry): EntryToWrite {
  const part = entry.header.import;
  const changes = replay.add(entry);
  const effect = changes.map(changeOf);
  const unclosed = part !== undefined && (part.part < part.parts || changes.length === 0);
  return { entry, effect, standing: unclosed ? 'unclosed' : 'in-force' };
}

const insideImport = (entry: Entry): boolean =>
  entry.header.import !== undefined && entry.header.import.part < entry.header.import.parts;

/** Applies the entries behind `after` to the rows; gives how many. The rows must follow the journal up to there. */
export async function catchUp(
  db: Projection,
  journal: Journal,
  after: Checkpoint,
  options: FollowOptions,
): Promise<number> {
  return follow(db, journal, after, 'stale', options);
}

async function follow(
  db: Projection,
  journal: Journal,
  after: Checkpoint,
  totals: 'stale' | 'later',
  { initials, folder, onProgress }: FollowOptions,
): Promise<number> {
  const replay = createReplay();
  const of =
    journal.heads().reduce((sum, head) => sum + head.seq, 0) - after.reduce((sum, head) => sum + head.seq, 0);
  let done = 0;
  let waiting: EntryToWrite[] = [];
  const write = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const entries = waiting;
    waiting = [];
    await writeEntries(db, entries, { initials, folder, totals });
    done += entries.length;
    onProgress?.({ phase: 'entries', done, of });
  };
  for await (const entries of journal.readAll({ after, batch: 500 })) {
    for (const entry of entries) waiting.push(toWrite(replay, entry));
    // Never stop between the parts of an import: what follows would be applied without what came before.
    if (waiting.length >= BATCH && !insideImport(entries.at(-1)!)) await write();
  }
  await write();
  // From its beginning a journal also says what its chains changed without knowing of each other.
  if (after.length === 0) await db.conflicts.put({ id: 'conflicts', list: replay.rivalries() });
  return done;
}

/**
 * Deletes all rows and makes them anew from the journal; gives the number of entries. Until the end the rows are marked
 * as unfinished, so a rebuild that was interrupted is begun again.
 */
export async function rebuild(db: Projection, journal: Journal, options: FollowOptions): Promise<number> {
  if (!(await isNew(db))) await db.delete({ disableAutoOpen: false });
  await db.open();
  await db.meta.put({ ...EMPTY_META, projectionVersion: 0, folder: options.folder });
  const entries = await follow(db, journal, [], 'later', options);
  await recomputeAll(db, (done, of) => options.onProgress?.({ phase: 'totals', done, of }));
  await db.meta.update('projection', { projectionVersion: PROJECTION_VERSION });
  return entries;
}

/** A database that was just made has nothing to delete. */
async function isNew(db: Projection): Promise<boolean> {
  try {
    return (await db.meta.count()) === 0 && (await db.lines.count()) === 0;
  } catch {
    return false;
  }
}
