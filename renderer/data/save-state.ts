import type { Journal } from '../../shared/journal/journal';
import { problemOfTrouble } from './journal-trouble';
import { problemOfFault } from './storage-faults';
import type { JournalTrouble, SaveState } from './store-api';

/** The state of saving and who wants to know of it. */
export class SaveStateBox {
  #state: SaveState;
  readonly #listeners = new Set<(state: SaveState) => void>();

  constructor(state: SaveState) {
    this.#state = state;
  }

  get(): SaveState {
    return this.#state;
  }

  set(state: SaveState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }

  listen(listener: (state: SaveState) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}

/** How a store is when nothing is being saved: everything on the disk, or why nothing is accepted. */
export function restingState(journal: Journal, troubles: readonly JournalTrouble[]): SaveState {
  const mode = journal.mode();
  if (troubles.length > 0) return { kind: 'read-only', problems: troubles.map(problemOfTrouble) };
  if (mode.kind === 'closed') return { kind: 'read-only', problems: [problemOfFault(mode.fault, mode.fault)] };
  return { kind: 'saved', head: journal.head() };
}
