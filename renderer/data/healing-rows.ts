import type { RebuildProgress } from './follow-journal';
import type { NoticeBoard } from './notice-board';
import type { OneAtATime } from './one-at-a-time';
import type { OpenedDataSet } from './opened-data-set';
import { RowKeeper } from './row-keeper';
import { RowsWatch } from './rows-watch';
import { isDamage } from './storage-faults';

/** How often a read is done that meets damage or a repair. */
const TRIES = 3;

interface Around {
  readonly turns: OneAtATime;
  readonly board: NoticeBoard;
  /** Everything that was read from the rows must be read again. */
  readonly fresh: () => void;
  /** Somebody writes, or is about to: whoever does looks himself. */
  readonly busy: () => boolean;
}

/** The rows as the rest of the program reads them: what is damaged or gone is made anew, and read again. */
export class HealingRows {
  /** Writes and mends; only inside a turn. */
  readonly keeper: RowKeeper;
  readonly #watch: RowsWatch;
  readonly #around: Around;
  #generation = 0;
  #repair: RebuildProgress | null = null;
  #stopped = false;

  constructor(opened: OpenedDataSet, around: Around) {
    this.#around = around;
    const { board } = around;
    this.keeper = new RowKeeper(opened, {
      fresh: () => {
        this.#generation += 1;
        around.fresh();
        board.ring();
      },
      repairing: (progress) => {
        this.#repair = progress;
        board.ring();
      },
      tell: (notice) => board.add(notice),
    });
    this.#watch = new RowsWatch(opened.db, {
      areOurs: (db) => this.keeper.areOurs(db),
      look: () => void this.#look(),
    });
  }

  /** Grows with every rebuild: queries that watch rows begin anew. */
  get generation(): number {
    return this.#generation;
  }

  /** How far the making anew is, while it goes on: nothing that is read meanwhile is whole. */
  get repair(): RebuildProgress | null {
    return this.#repair;
  }

  /** Runs a read; damage leads to a rebuild, and what was read while one went on is read again. */
  async guard<T>(read: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      if (this.#repair) await this.#around.turns.done();
      const before = this.#generation;
      try {
        const answer = await read();
        if ((before === this.#generation && !this.#repair) || tries === TRIES) return answer;
      } catch (error) {
        if (tries === TRIES || !(await this.mend(error))) throw error;
      }
    }
  }

  /** Like guard, inside a turn: mend() would wait for this very turn, so the rebuild is done here. */
  async guardInTurn<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      if (!isDamage(error)) throw error;
      await this.keeper.restore(error);
      return read();
    }
  }

  /** Deletes and rebuilds the rows if this error means that they are damaged; false when it means something else. */
  async mend(error: unknown): Promise<boolean> {
    if (this.#stopped || !isDamage(error)) return false;
    const before = this.#generation;
    await this.#around.turns.run(async () => {
      if (this.#generation === before && !this.#stopped) await this.keeper.restore(error);
    });
    return true;
  }

  stop(): void {
    this.#stopped = true;
    this.#watch.stop();
  }

  /** Mends what somebody took out of the rows while nobody asked for it. */
  async #look(): Promise<void> {
    if (this.#stopped || this.#around.busy()) return;
    await this.#around.turns.run(async () => {
      if (!this.#stopped && !this.#around.busy()) await this.keeper.look().catch(() => undefined); // The next look tries again.
    });
  }
}
