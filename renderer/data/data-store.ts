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
import { JournalCheck } from './journal-check';
import { recordDecision, untold } from './journal-trouble';
import { laterEntries, recordedEntry, undoSlice } from './journal-lookup';
import { loadCourseFacts } from './load-course-facts';
import { NoticeBoard } from './notice-board';
import { LiveFacts } from './live-facts';
import type { Opened } from './opened';
import { PeopleDirectory } from './people-directory';
import { RowKeeper } from './row-keeper';
import { restingState, SaveStateBox } from './save-state';
import type { Projection } from './schema';
import { SpaceWatch } from './space-watch';
import { isDamage, problemOfStorageError, StoreUnavailable } from './storage-faults';
import { recordChanged, storedRecords } from './stored-records';
import type { CommitWatch, HealNotice, JournalTrouble, LaterEntry, Receipt, SaveState, Store } from './store-api';
import { TotalsKeeper } from './totals-keeper';
import { Turns } from './turns';

/** One data set while it is open: the journal, the rows that follow it, and what the screen watches. */
export class DataStore implements Store {
  readonly db: Projection;
  readonly facts: LiveFacts;
  readonly people: PeopleDirectory;
  readonly #opened: Opened;
  readonly #save: SaveStateBox;
  readonly #totals: TotalsKeeper;
  readonly #rows: RowKeeper;
  readonly #space: SpaceWatch;
  readonly #check: JournalCheck;
  readonly #board: NoticeBoard;
  readonly #turns = new Turns();
  #troubles: readonly JournalTrouble[];
  /** Commits that were asked for and are not done: 已保存 must not stand on the screen while one of them waits. */
  #waiting = 0;
  #closed = false;
  /** The journal has entries that the rows lack. */
  #behind = false;
  #generation = 0;

  constructor(opened: Opened) {
    this.#opened = opened;
    this.db = opened.db;
    this.#board = new NoticeBoard(opened.notices);
    this.#troubles = opened.troubles;
    this.#save = new SaveStateBox(this.#restingState());
    const failed = (error: unknown): void => void this.mend(error);
    this.facts = new LiveFacts(() => this.db, failed);
    this.people = new PeopleDirectory(() => this.db, failed);
    this.#totals = new TotalsKeeper(() => this.db, this.facts, failed);
    this.#rows = new RowKeeper(
      opened,
      () => this.#freshRows(),
      (notice) => this.#board.add(notice),
    );
    this.#space = new SpaceWatch(opened.bridge, opened.set, this.#board, () => void this.retry());
    this.#check = new JournalCheck(opened, {
      found: (troubles) => void this.#turns.run(async () => this.#trouble(troubles)),
      unread: (message) => this.#board.add({ kind: 'unchecked', message }),
      failed: (error) => (error instanceof StoreUnavailable ? this.#readOnly(error.problems, false) : failed(error)),
    });
    this.#totals.poke();
    if (opened.troubles.length === 0) this.#check.later();
  }

  get notices(): readonly HealNotice[] {
    return this.#board.get();
  }

  /** Grows with every rebuild: queries that watch rows begin anew. */
  get generation(): number {
    return this.#generation;
  }

  /** Told when notices or generation are different. */
  onNotices(listener: () => void): () => void {
    return this.#board.listen(listener);
  }

  saveState(): SaveState {
    return this.#save.get();
  }

  onSaveState(listener: (state: SaveState) => void): () => void {
    return this.#save.listen(listener);
  }

  commit(intent: Intent, watch: CommitWatch = {}): Promise<Result<Receipt, readonly Problem[]>> {
    this.#waiting += 1;
    if (this.#save.get().kind === 'saved') this.#save.set({ kind: 'saving' });
    return this.#turns.run(() => this.#commit(intent, watch).finally(() => (this.#waiting -= 1)));
  }

  retry(): Promise<void> {
    return this.#turns.run(async () => {
      if (!this.#closed && this.#save.get().kind === 'read-only') await this.#resume();
    });
  }

  continueFromJournal(): Promise<Result<Receipt, readonly Problem[]>> {
    return this.#turns.run(async () => {
      const { journal, port } = this.#opened;
      const troubles = this.#troubles;
      if (troubles.length === 0) throw new Error('there is nothing to decide');
      try {
        await journal.beginEpoch();
        const entry = await recordDecision(journal, troubles);
        port.take();
        await this.#rows.rebuild();
        this.#troubles = [];
        this.#board.remove(troubles);
        this.#save.set(this.#restingState());
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
    this.#space.stop();
    this.#check.stop();
    await this.#totals.stop();
    this.db.close();
  }

  /** Runs a read of the rows; an error that means damage leads to a rebuild, then the read is done again. */
  async guard<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      if (!(await this.mend(error))) throw error;
      return read();
    }
  }

  /** Deletes and rebuilds the rows if this error means that they are damaged; false when it means something else. */
  async mend(error: unknown): Promise<boolean> {
    if (this.#closed || !isDamage(error)) return false;
    const before = this.#generation;
    await this.#turns.run(async () => {
      if (this.#generation === before && !this.#closed) await this.#rows.restore(error);
    });
    return true;
  }

  async #commit(intent: Intent, watch: CommitWatch): Promise<Result<Receipt, readonly Problem[]>> {
    if (this.#closed) throw new Error('the store is closed');
    const state = this.#save.get();
    if (state.kind === 'read-only') return fail(state.problems);
    if (state.kind !== 'saving') this.#save.set({ kind: 'saving' });
    try {
      const stored =
        this.facts.storedMarks(intent.changes) ?? (await this.#reading(() => storedRecords(this.db, intent.changes)));
      const changed = recordChanged(intent.changes, stored);
      if (changed) {
        this.#save.set({ kind: 'refused', problems: [changed] });
        return fail([changed]);
      }
      const entry = await this.#append(intent, watch);
      if (!entry.ok) return entry;
      if (this.#waiting === 1) this.#save.set({ kind: 'saved', head: entry.value });
      await this.#writeRows(intent.changes.length, watch);
      return ok({ entry: entry.value });
    } catch (error) {
      if (this.#save.get().kind === 'saving') this.#save.set(this.#restingState());
      throw error;
    }
  }

  async #append(intent: Intent, watch: CommitWatch): Promise<Result<EntryRef, readonly Problem[]>> {
    const { journal, port } = this.#opened;
    let parts: readonly Entry[] = [];
    const appended = await appendIntent(journal, intent, watch, () => (parts = port.take()).length);
    if (appended.ok) return appended;
    const { error } = appended;
    if (error.kind === 'stopped') parts = port.take();
    // The parts of an import that broke off stay in the journal without effect; the index must know them.
    if (parts.length > 0) await this.#rows.write(parts).catch(() => this.#follow());
    if (error.kind === 'fault') this.#readOnly(error.problems, error.spaceMayCome);
    else if (this.#save.get().kind === 'saving' && this.#waiting === 1) this.#save.set(this.#restingState());
    return fail(error.problems);
  }

  /** Rows after the fsync: whatever happens here, the entry stays true. */
  async #writeRows(changed: number, { onProgress }: CommitWatch): Promise<void> {
    const of = 2 * changed;
    try {
      const onWritten = (rows: number): void =>
        onProgress?.({ done: Math.min(of, changed + rows), of, stoppable: false });
      const { changes, documents } = await this.#rows.write(this.#opened.port.take(), onWritten);
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
      await this.#rows.follow();
      this.#behind = false;
      return true;
    } catch (error) {
      this.#readOnly(
        [problem('projection-failed', { detail: error instanceof Error ? error.message : String(error) })],
        true,
      );
      return false;
    }
  }

  /** Accepts writing again, once the rows follow the journal. */
  async #resume(): Promise<void> {
    if (!this.#behind || (await this.#follow())) this.#save.set(this.#restingState());
  }

  /** A read within a turn: mend() would wait for this very turn, so the rebuild is done here. */
  async #reading<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      if (!isDamage(error)) throw error;
      await this.#rows.restore(error);
      return read();
    }
  }

  /** Everything that was read from the rows is read again. */
  #freshRows(): void {
    this.#generation += 1;
    this.facts.reset();
    this.people.reset();
    this.#totals.poke();
    this.#board.ring();
  }

  /** From now on nothing is accepted until a person has decided. */
  #trouble(found: readonly JournalTrouble[]): void {
    const fresh = untold(found, this.#troubles);
    if (fresh.length === 0) return;
    this.#troubles = [...this.#troubles, ...fresh];
    this.#board.add(...fresh);
    this.#save.set(this.#restingState());
  }

  #readOnly(problems: readonly Problem[], spaceMayCome: boolean): void {
    this.#save.set({ kind: 'read-only', problems });
    if (spaceMayCome) this.#space.full();
  }

  #restingState(): SaveState {
    return restingState(this.#opened.journal, this.#troubles);
  }
}
