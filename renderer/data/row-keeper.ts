import type { Entry } from '../../shared/journal/entry';
import { createReplay } from '../../shared/journal/replay';
import { catchUp, rebuild, toWrite } from './follow-journal';
import type { Opened } from './opened';
import { rowState } from './row-state';
import { isDamage } from './storage-faults';
import type { HealNotice } from './store-api';
import { writeEntries, type Written } from './write-entries';

/** Brings the rows of an open data set back in step with its journal. Call only while nothing else writes. */
export class RowKeeper {
  constructor(
    private readonly opened: Pick<Opened, 'db' | 'journal' | 'follow' | 'clock'>,
    /** Everything that was read from the rows must be read again. */
    private readonly fresh: () => void,
    private readonly tell: (notice: HealNotice) => void,
  ) {}

  /** Writes the rows of entries that the journal has just got. `onWritten` is told how many rows so far. */
  write(entries: readonly Entry[], onWritten?: (rows: number) => void): Promise<Written> {
    const { db, follow, clock } = this.opened;
    const { initials, folder } = follow;
    for (const { header } of entries) clock.see(header.time).forEach(this.tell);
    const replay = createReplay();
    return writeEntries(
      db,
      entries.map((entry) => toWrite(replay, entry)),
      { initials, folder, totals: 'stale', ...(onWritten && { onWritten }) },
    );
  }

  /**
   * Applies what the rows lack, or, when they are damaged, makes them anew. Rejects with what else went wrong: a full
   * disk is no reason to delete rows.
   */
  async follow(): Promise<void> {
    const { db, journal, follow } = this.opened;
    try {
      const heads = (await db.meta.get('projection'))?.heads ?? [];
      await catchUp(db, journal, heads, follow);
      this.fresh();
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
    const { db, journal, follow } = this.opened;
    if (error instanceof Error && error.name === 'DatabaseClosedError') {
      const state = await rowState(db);
      if (state.kind === 'usable') {
        await catchUp(db, journal, state.meta.heads, follow);
        return this.fresh();
      }
    }
    const entries = await this.rebuild();
    this.tell({ kind: 'rebuilt', entries, why: 'damaged' });
  }

  /** Deletes the rows and makes them anew; gives the number of entries. */
  async rebuild(): Promise<number> {
    const { db, journal, follow } = this.opened;
    const entries = await rebuild(db, journal, follow);
    this.fresh();
    return entries;
  }
}
