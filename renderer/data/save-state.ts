import type { SaveState } from './store-api';

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
