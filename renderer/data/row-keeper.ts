import { refOf } from '../../shared/journal/build-entry';
import { checkpointOf, sameCheckpoint, type Checkpoint } from '../../shared/journal/checkpoint';
import type { Entry } from '../../shared/journal/entry';
import { createReplay } from '../../shared/journal/replay';
import { LoadedDocuments } from './ask';
import { FillWatch, rememberFilled } from './filled-stores';
import { catchUp, rebuild, toWrite, type RebuildProgress } from './follow-journal';
import type { OpenedDataSet } from './opened-data-set';
import { rowState } from './row-state';
import { PROJECTION_VERSION, type Projection } from './schema';
import { isDamage, RowsNotInStep } from './storage-faults';
import type { HealNotice } from './store-api';
import { writeEntries, type Written } from './write-entries';

/** Documents that are kept in mind between commits, at most: those of a class or two. */
const MOST_KNOWN = 300;

/** Who wants to know of what is done to the rows. */
interface Listener {
  /** Everything that was read from the rows must be read again. */
  fresh(): void;
  /** How far making them anew is; null when it is over. */
  repairing(progress: RebuildProgress | null): void;
  tell(notice: HealNotice): void;
}

/** Keeps the rows of an open data set in step with its journal. Call only while nothing else writes. */
export class RowKeeper {
  /** The entries up to which the rows follow the journal, whatever the database says. */
  #heads: Checkpoint;
  #mending = false;
  #filling = new FillWatch();
  /** The documents that the last commits worked on: the next one mostly needs the same. */
  #known = new LoadedDocuments();

  constructor(
    private readonly opened: Pick<OpenedDataSet, 'db' | 'journal' | 'follow' | 'clock' | 'heads'>,
    private readonly listener: Listener,
  ) {
    this.#heads = opened.heads;
  }

  /**
   * Writes the rows of entries that the journal has just got. `onWritten` is told how many rows so far. Rejects with
   * RowsNotInStep where the rows are not those that were written before.
   */
  async write(entries: readonly Entry[], onWritten?: (rows: number) => void): Promise<Written> {
    const { db, follow, clock } = this.opened;
    const { initials, folder } = follow;
    for (const { header } of entries) clock.see(header.time).forEach((question) => this.listener.tell(question));
    const replay = createReplay();
    const known = this.#known;
    // Unless all goes well, nothing is known of the rows.
    this.#known = new LoadedDocuments();
    const written = await writeEntries(
      db,
      entries.map((entry) => toWrite(replay, entry)),
      { initials, folder, totals: 'stale', known, ...(onWritten && { onWritten }) },
    );
    if (known.size < MOST_KNOWN) this.#known = known;
    this.#heads = checkpointOf([...this.#heads, ...entries.map(refOf)]);
    if (this.#filling.mayDiffer(written.documents)) await rememberFilled(db);
    return written;
  }

  /** Whether a database holds the rows that were written last; true while they are being made anew. */
  async areOurs(db: Projection = this.opened.db): Promise<boolean> {
    if (this.#mending) return true;
    const meta = await db.meta.get('projection');
    return meta?.projectionVersion === PROJECTION_VERSION && sameCheckpoint(meta.heads, this.#heads);
  }

  /** Looks closely: makes the rows anew and says so when they are not whole or not those written last. True when it had to. */
  async look(): Promise<boolean> {
    if (await this.#areWhole()) return false;
    await this.#remake();
    return true;
  }

  /** Looks at the head only, which costs next to nothing; mends like look(). */
  async glance(): Promise<boolean> {
    try {
      if (await this.areOurs()) return false;
    } catch (error) {
      if (!isDamage(error)) throw error;
    }
    return this.look();
  }

  /**
   * Applies what the rows lack, or, when they are damaged, makes them anew. Rejects with what else went wrong: a full
   * disk is no reason to delete rows.
   */
  async follow(): Promise<void> {
    try {
      if (!(await this.areOurs())) throw new RowsNotInStep('the rows are not those that were written');
      await this.#catchUp();
    } catch (error) {
      if (!isDamage(error)) throw error;
      await this.restore(error);
    }
  }

  /**
   * After an error that means damage: a database that only was closed (by the browser, by somebody who deletes it) is
   * opened again; any other damage, or rows that went with it, is mended by a rebuild.
   */
  async restore(error: unknown): Promise<void> {
    if (error instanceof Error && error.name === 'DatabaseClosedError' && (await this.#areWhole()))
      return this.#catchUp();
    await this.#remake();
  }

  /** Deletes the rows and makes them anew; gives the number of entries. */
  async rebuild(): Promise<number> {
    const { db, journal, follow } = this.opened;
    this.#mending = true;
    this.listener.repairing({
      phase: 'entries',
      done: 0,
      of: journal.heads().reduce((sum, { seq }) => sum + seq, 0),
    });
    try {
      const onProgress = (progress: RebuildProgress): void => this.listener.repairing(progress);
      const entries = await rebuild(db, journal, { ...follow, onProgress });
      await rememberFilled(db);
      this.#heads = (await db.meta.get('projection'))?.heads ?? [];
      return entries;
    } finally {
      this.#mending = false;
      this.#known = new LoadedDocuments();
      this.listener.repairing(null);
      this.listener.fresh();
    }
  }

  async #areWhole(): Promise<boolean> {
    const state = await rowState(this.opened.db);
    return state.kind === 'usable' && sameCheckpoint(state.meta.heads, this.#heads);
  }

  async #catchUp(): Promise<void> {
    const { db, journal, follow } = this.opened;
    this.#known = new LoadedDocuments();
    await catchUp(db, journal, this.#heads, follow);
    await rememberFilled(db);
    this.#heads = (await db.meta.get('projection'))?.heads ?? [];
    this.listener.fresh();
  }

  async #remake(): Promise<void> {
    const entries = await this.rebuild();
    this.listener.tell({ kind: 'rebuilt', entries, why: 'damaged', whileWorking: true });
  }
}
