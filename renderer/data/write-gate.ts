import type { Journal } from '../../shared/journal/journal';
import type { EntryRef } from '../../shared/journal/entry';
import type { Problem } from '../../shared/problems/problem';
import { FaultWatch } from './fault-watch';
import { untold } from './journal-trouble';
import type { NoticeBoard } from './notice-board';
import type { OpenedDataSet } from './opened-data-set';
import { restingState, SaveStateBox } from './save-state';
import { problemOfFault } from './storage-faults';
import type { JournalTrouble, SaveState } from './store-api';

/** Whether anything is accepted now, and what the header of the window says of saving. */
export class WriteGate {
  readonly #save: SaveStateBox;
  readonly #faults: FaultWatch;
  #troubles: readonly JournalTrouble[];

  constructor(
    private readonly opened: Pick<OpenedDataSet, 'troubles' | 'follow'> & { readonly journal: Journal },
    private readonly board: NoticeBoard,
    /** Looks whether a fault is over. */
    tryAgain: () => Promise<void>,
  ) {
    this.#troubles = opened.troubles;
    this.#save = new SaveStateBox(restingState(opened.journal, opened.troubles));
    this.#faults = new FaultWatch(tryAgain);
    const mode = opened.journal.mode();
    if (mode.kind !== 'writable' && opened.troubles.length === 0)
      this.pause([problemOfFault(mode.fault, mode.fault, { folder: opened.follow.folder })]);
  }

  state(): SaveState {
    return this.#save.get();
  }

  listen(listener: (state: SaveState) => void): () => void {
    return this.#save.listen(listener);
  }

  /** What only a person may decide. */
  get troubles(): readonly JournalTrouble[] {
    return this.#troubles;
  }

  /** True while a fault is in the way that may be over at any moment. */
  get tries(): boolean {
    const state = this.state();
    return state.kind === 'read-only' && state.tries;
  }

  saving(): void {
    if (this.state().kind !== 'saving') this.#save.set({ kind: 'saving' });
  }

  saved(head: EntryRef): void {
    this.#save.set({ kind: 'saved', head });
  }

  refused(problems: readonly Problem[]): void {
    this.#save.set({ kind: 'refused', problems });
  }

  /** Nothing is being saved, and no fault is in the way any more. */
  rest(): void {
    this.#faults.stop();
    this.#save.set(restingState(this.opened.journal, this.#troubles));
  }

  /** Nothing is accepted until the fault is over; that is looked at again and again. */
  pause(problems: readonly Problem[]): void {
    const state = this.state();
    // The same once more is no news: whoever reads it must not see it blink.
    if (state.kind !== 'read-only' || JSON.stringify(state.problems) !== JSON.stringify(problems))
      this.#save.set({ kind: 'read-only', problems, tries: true });
    this.#faults.begin();
  }

  /** Nothing is accepted any more by this version of the program. */
  stopFor(problems: readonly Problem[]): void {
    this.#faults.stop();
    this.#save.set({ kind: 'read-only', problems, tries: false });
  }

  /** From now on nothing is accepted until a person has decided. */
  found(found: readonly JournalTrouble[]): void {
    const fresh = untold(found, this.#troubles);
    if (fresh.length === 0) return;
    this.#troubles = [...this.#troubles, ...fresh];
    this.board.add(...fresh);
    this.rest();
  }

  /** A person has decided about everything that was found. */
  decided(): void {
    this.board.remove(this.#troubles);
    this.#troubles = [];
    this.rest();
  }

  stop(): void {
    this.#faults.stop();
  }
}
