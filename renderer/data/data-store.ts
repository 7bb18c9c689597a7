import { fail, ok, type Result } from '../../shared/basics/result';
import type { Digest } from '../../shared/basics/sha256';
import type { Intent } from '../../shared/commands/intent';
import type { UndoSlice } from '../../shared/commands/undo-entry';
import type { Entry, EntryRef } from '../../shared/journal/entry';
import type { VerifyReport } from '../../shared/journal/verify';
import { problem } from '../../shared/problems/catalogue';
import type { Problem } from '../../shared/problems/problem';
import type { CourseId } from '../../shared/records/ids';
import type { CourseFacts } from '../../shared/regulation/facts';
import { appendIntent } from './append-intent';
import type { RebuildProgress } from './follow-journal';
import { HealingRows } from './healing-rows';
import { JournalCheck } from './journal-check';
import { recordDecision } from './journal-trouble';
import { laterEntries, recordedEntry, undoSlice } from './journal-lookup';
import { loadCourseFacts } from './load-course-facts';
import { NoticeBoard } from './notice-board';
import { LiveFacts } from './live-facts';
import { OneAtATime } from './one-at-a-time';
import type { OpenedDataSet } from './opened-data-set';
import { PeopleDirectory } from './people-directory';
import { problemAt, recover } from './recovery';
import type { Projection } from './schema';
import { SpaceWatch } from './space-watch';
import { problemOfStorageError, StoreUnavailable } from './storage-faults';
import { recordChanged, recordUnfit, storedRecords } from './stored-records';
import type { CommitWatch, HealNotice, LaterEntry, Receipt, SaveState, Store } from './store-api';
import { TotalsKeeper } from './totals-keeper';
import { WriteGate } from './write-gate';

/** One data set while it is open: the journal, the rows that follow it, and what the screen watches. */
export class DataStore implements Store {
  readonly db: Projection;
  readonly facts: LiveFacts;
  readonly people: PeopleDirectory;
  readonly #opened: OpenedDataSet;
  readonly #gate: WriteGate;
  readonly #totals: TotalsKeeper;
  readonly #rows: HealingRows;
  readonly #space: SpaceWatch;
  readonly #check: JournalCheck;
  readonly #board: NoticeBoard;
  readonly #turns = new OneAtATime();
  /** Commits that were asked for and are not done: 已保存 must not stand on the screen while one of them waits. */
  #waiting = 0;
  #closed = false;
  /** The journal has entries that the rows lack. */
  #behind = false;

  constructor(opened: OpenedDataSet) {
    this.#opened = opened;
    this.db = opened.db;
    this.#board = new NoticeBoard(opened.notices);
    this.#gate = new WriteGate(opened, this.#board, () => this.retry());
    const failed = (error: unknown): void => void this.mend(error);
    this.facts = new LiveFacts(() => this.db, failed);
    this.people = new PeopleDirectory(() => this.db, failed);
    this.#totals = new TotalsKeeper(() => this.db, this.facts, failed);
    this.#rows = new HealingRows(opened, {
      turns: this.#turns,
      board: this.#board,
      fresh: () => this.#freshRows(),
      busy: () => this.#waiting > 0 || this.#behind,
    });
    this.#space = new SpaceWatch(opened.bridge, opened.set, this.#board);
    this.#check = new JournalCheck(opened, {
      found: (troubles) => void this.#turns.run(async () => this.#gate.found(troubles)),
      unread: (message) => this.#board.add({ kind: 'unchecked', message }),
      failed: (error) => (error instanceof StoreUnavailable ? this.#gate.stopFor(error.problems) : failed(error)),
    });
    this.#totals.poke();
    if (opened.troubles.length === 0) this.#check.later();
  }

  get notices(): readonly HealNotice[] {
    return this.#board.get();
  }

  /** Grows with every rebuild: queries that watch rows begin anew. */
  get generation(): number {
    return this.#rows.generation;
  }

  /** How far the making anew of the rows is, while that goes on: nothing that is read meanwhile is whole. */
  get repair(): RebuildProgress | null {
    return this.#rows.repair;
  }

  /** Told when notices, generation or repair are different. */
  onNotices(listener: () => void): () => void {
    return this.#board.listen(listener);
  }

  saveState(): SaveState {
    return this.#gate.state();
  }

  onSaveState(listener: (state: SaveState) => void): () => void {
    return this.#gate.listen(listener);
  }

  commit(intent: Intent, watch: CommitWatch = {}): Promise<Result<Receipt, readonly Problem[]>> {
    this.#waiting += 1;
    if (this.#gate.state().kind === 'saved') this.#gate.saving();
    return this.#turns.run(() => this.#commit(intent, watch).finally(() => (this.#waiting -= 1)));
  }

  retry(): Promise<void> {
    return this.#turns.run(async () => {
      if (!this.#closed && this.#gate.tries) await this.#resume();
    });
  }

  continueFromJournal(): Promise<Result<Receipt, readonly Problem[]>> {
    return this.#turns.run(async () => {
      const { journal, port } = this.#opened;
      const { troubles } = this.#gate;
      if (troubles.length === 0) throw new Error('there is nothing to decide');
      try {
        await journal.beginEpoch();
        const entry = await recordDecision(journal, troubles);
        port.take();
        await this.#rows.keeper.rebuild();
        this.#gate.decided();
        return ok({ entry });
      } catch (error) {
        return fail([problemOfStorageError(error)]);
      }
    });
  }

  /** Everything recorded about a course; undefined when there is no such course. */
  loadCourseFacts(courseId: CourseId): Promise<CourseFacts | undefined> {
    return this.guard(() => loadCourseFacts(this.db, courseId));
  }

  entryByHash(hash: Digest): ReturnType<Store['entryByHash']> {
    return this.guard(() => recordedEntry(this.db, this.#opened.journal, hash));
  }

  undoSlice(hash: Digest): Promise<UndoSlice | undefined> {
    return this.guard(() => undoSlice(this.db, this.#opened.journal, hash));
  }

  laterEntriesTouching(...[keys, after]: Parameters<Store['laterEntriesTouching']>): Promise<readonly LaterEntry[]> {
    return this.guard(() => laterEntries(this.db, keys, after));
  }

  verifyJournal(): Promise<VerifyReport> {
    return this.#check.run();
  }

  async settled(): Promise<void> {
    await this.#turns.done();
    await this.#totals.run();
    await this.facts.settled();
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    await this.#turns.done();
    this.#closed = true;
    this.#rows.stop();
    this.#space.stop();
    this.#gate.stop();
    this.#check.stop();
    await this.#totals.stop();
    this.db.close();
  }

  /** Runs a read of the rows; damage leads to a rebuild, and what was read while one went on is read again. */
  guard<T>(read: () => Promise<T>): Promise<T> {
    return this.#rows.guard(read);
  }

  /** Deletes and rebuilds the rows if this error means that they are damaged; false when it means something else. */
  mend(error: unknown): Promise<boolean> {
    return this.#rows.mend(error);
  }

  async #commit(intent: Intent, watch: CommitWatch): Promise<Result<Receipt, readonly Problem[]>> {
    if (this.#closed) throw new Error('the store is closed');
    const state = this.#gate.state();
    if (state.kind === 'read-only') return fail(state.problems);
    this.#gate.saving();
    try {
      // Rows that are not those written last would take this one for the first: they are made anew before anything is written.
      await this.#rows.keeper.glance();
      const unfit = recordUnfit(intent.changes);
      let changed = unfit ?? (await this.#changedBy(intent));
      // A store that somebody emptied looks as if every record in it had been changed.
      if (!unfit && changed && (await this.#rows.keeper.look())) changed = await this.#changedBy(intent);
      if (changed) {
        this.#gate.refused([changed]);
        return fail([changed]);
      }
      const entry = await this.#append(intent, watch);
      if (!entry.ok) return entry;
      if (this.#waiting === 1) this.#gate.saved(entry.value);
      await this.#writeRows(intent.changes.length, watch);
      return ok({ entry: entry.value });
    } catch (error) {
      if (this.#gate.state().kind === 'saving') this.#gate.rest();
      throw error;
    }
  }

  async #changedBy({ changes }: Intent): Promise<Problem | null> {
    const stored =
      this.facts.storedMarks(changes) ?? (await this.#rows.guardInTurn(() => storedRecords(this.db, changes)));
    return recordChanged(changes, stored);
  }

  async #append(intent: Intent, watch: CommitWatch): Promise<Result<EntryRef, readonly Problem[]>> {
    const { journal, port } = this.#opened;
    let parts: readonly Entry[] = [];
    const appended = await appendIntent(journal, intent, watch, {
      unfinished: () => (parts = port.take()).length,
      problemOf: (problem) => problemAt(this.#opened, problem),
    });
    if (appended.ok) return appended;
    const { error } = appended;
    if (error.kind === 'stopped') parts = port.take();
    // The parts of an import that broke off stay in the journal without effect; the index must know them.
    if (parts.length > 0) await this.#rows.keeper.write(parts).catch(() => this.#follow());
    if (error.kind === 'fault') this.#gate.pause(error.problems);
    else if (this.#gate.state().kind === 'saving' && this.#waiting === 1) this.#gate.rest();
    return fail(error.problems);
  }

  /** Rows after the fsync: whatever happens here, the entry stays true. */
  async #writeRows(changed: number, { onProgress }: CommitWatch): Promise<void> {
    const of = 2 * changed;
    try {
      const onWritten = (rows: number): void =>
        onProgress?.({ done: Math.min(of, changed + rows), of, stoppable: false });
      const { changes, documents } = await this.#rows.keeper.write(this.#opened.port.take(), onWritten);
      this.facts.changed(documents);
      await this.people.changed(changes);
      this.#totals.poke();
    } catch {
      await this.#follow();
    }
  }

  /** Brings the rows after the journal when writing them failed; until that succeeds nothing more is accepted. */
  async #follow(): Promise<boolean> {
    this.#behind = true;
    try {
      await this.#rows.keeper.follow();
      this.#behind = false;
      return true;
    } catch (error) {
      this.#gate.pause([
        problem('projection-failed', { detail: error instanceof Error ? error.message : String(error) }),
      ]);
      return false;
    }
  }

  /** Accepts writing again, once the fault is over, the journal is what it was, and the rows follow it. */
  async #resume(): Promise<void> {
    const outcome = await this.#rows.guardInTurn(() => recover(this.#opened));
    if (outcome.kind === 'waiting') return this.#gate.pause(outcome.problems);
    if (outcome.joined > 0) {
      await this.#rows.keeper.rebuild();
      this.#board.add({ kind: 'joined', entries: outcome.joined });
    }
    if (this.#behind && !(await this.#follow())) return;
    this.#gate.rest();
    this.#gate.found(outcome.troubles);
  }

  /** Everything that was read from the rows is read again. */
  #freshRows(): void {
    this.facts.reset();
    this.people.reset();
    this.#totals.poke();
  }
}
