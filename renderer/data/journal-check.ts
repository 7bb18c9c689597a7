import type { Journal } from '../../shared/journal/journal';
import { StorageError } from '../../shared/journal/journal-port';
import type { VerifyReport } from '../../shared/journal/verify';
import { JobCancelled } from '../workers/worker-line';
import { checkJournal } from '../workers/journal-check-client';
import { troublesIn, undecided } from './journal-trouble';
import type { AppliedHead } from './row-types';
import type { Projection } from './schema';
import type { JournalTrouble } from './store-api';

/** Milliseconds after opening in which the first work of the user has the disk for itself. */
const QUIET = 5000;

/** What the check tells the store. */
interface Listener {
  /** Trouble that nobody has decided about. */
  found(troubles: readonly JournalTrouble[]): void;
  /** The check that nobody asked for could not read the journal to the end. */
  unread(message: string): void;
  /** What else went wrong with it. */
  failed(error: unknown): void;
}

/** Checks the whole journal: once by itself when the program has come to rest, and whenever it is asked. */
export class JournalCheck {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #idle: number | undefined;
  readonly #stop = new AbortController();

  constructor(
    private readonly opened: { readonly db: Projection; readonly journal: Journal },
    private readonly tell: Listener,
  ) {}

  /** Checks once, later, when nothing else is to be done. */
  later(): void {
    this.#timer = setTimeout(() => {
      this.#idle = requestIdleCallback(() => void this.#quietly());
    }, QUIET);
  }

  /**
   * Checks now, while work goes on; entries that the rows follow must be there. Rejects with StorageError, with
   * StoreUnavailable for entries of a later version, and with JobCancelled after stop().
   */
  async run(): Promise<VerifyReport> {
    const { db, journal } = this.opened;
    const known: readonly AppliedHead[] = (await db.meta.get('projection'))?.heads ?? [];
    const report = await journal.verify(known, (port, wanted) => checkJournal(port, wanted, this.#stop.signal));
    const troubles = await undecided(db, troublesIn(report, known));
    if (troubles.length > 0 && !this.#stop.signal.aborted) this.tell.found(troubles);
    return report;
  }

  stop(): void {
    clearTimeout(this.#timer);
    if (this.#idle !== undefined) cancelIdleCallback(this.#idle);
    this.#stop.abort();
  }

  async #quietly(): Promise<void> {
    try {
      await this.run();
    } catch (error) {
      if (this.#stop.signal.aborted || error instanceof JobCancelled) return;
      if (error instanceof StorageError) this.tell.unread(error.message);
      else this.tell.failed(error);
    }
  }
}
