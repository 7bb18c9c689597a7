import type { Journal } from '../../shared/journal/journal';
import { problemOfTrouble } from './journal-trouble';
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

/** How a store is when nothing is being saved and no fault is in the way: everything on the disk, or what must be decided. */
export function restingState(journal: Journal, troubles: readonly JournalTrouble[]): SaveState {
  if (troubles.length > 0) return { kind: 'read-only', problems: troubles.map(problemOfTrouble), tries: false };
  return { kind: 'saved', head: journal.head() };
}
