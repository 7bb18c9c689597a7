import { RowsNotInStep } from './storage-faults';
import type { Projection } from './schema';

/** How often the rows are looked at, in milliseconds: what somebody empties with the browser's tools tells nobody. */
const INTERVAL = 5000;

interface Asked {
  /** Whether these are the rows that were written last; true while they are being made anew. */
  readonly areOurs: (db: Projection) => Promise<boolean>;
  /** Looks closely, and mends what is wrong. */
  readonly look: () => void;
}

/**
 * Notices when the rows go away or lose something while the program runs. A database that was deleted is opened again by the
 * next question, new and empty: that opening fails here, so that nobody takes it for the answer.
 */
export class RowsWatch {
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #stop: () => void;

  constructor(db: Projection, { areOurs, look }: Asked) {
    // Not at once: whoever closes or deletes the database is in the middle of it.
    const soon = (): void => void setTimeout(() => this.#timer !== undefined && look());
    const opened = async (again: unknown): Promise<void> => {
      // Called without the database where it is open already: that one was looked at.
      if (again && !(await areOurs(again as Projection)))
        throw new RowsNotInStep('the rows are not those that were written');
    };
    db.on('versionchange', soon);
    db.on('close', soon);
    db.on('ready', opened, true);
    this.#stop = () => {
      db.on('versionchange').unsubscribe(soon);
      db.on('close').unsubscribe(soon);
      db.on('ready').unsubscribe(opened);
    };
    const next = (): void => {
      this.#timer = setTimeout(() => {
        look();
        next();
      }, INTERVAL);
    };
    next();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#stop();
  }
}
