import { useMemo } from 'react';
import type { Digest } from '../../shared/basics/sha256';
import type { Problem } from '../../shared/problems/problem';
import { useStore } from '../data/use-store';
import { useUndoEntry } from './use-undo-entry';

/** What became of 撤销 or 重做. Refused entries stay on the stack: the next try says why again. */
export type TakenBack =
  | { readonly kind: 'done' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** The entries that one screen made, for Ctrl+Z and Ctrl+Y while it is shown. */
export class UndoStack {
  readonly #made: Digest[] = [];
  readonly #undone: Digest[] = [];
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly undoEntry: ReturnType<typeof useUndoEntry>,
    private readonly settled: () => Promise<void>,
  ) {}

  /** A new entry; what was undone before it cannot be redone any more. */
  push(hash: Digest): void {
    this.#made.push(hash);
    this.#undone.length = 0;
  }

  /** Takes back the last entry, or this one. Resolves when that is saved and live facts show it; never two at once. */
  undo(hash?: Digest): Promise<TakenBack> {
    return this.#inTurn(() => this.#takeBack(this.#made, this.#undone, hash));
  }

  redo(): Promise<TakenBack> {
    return this.#inTurn(() => this.#takeBack(this.#undone, this.#made));
  }

  async #takeBack(from: Digest[], to: Digest[], wanted?: Digest): Promise<TakenBack> {
    const hash = wanted ?? from.at(-1);
    if (!hash || !from.includes(hash)) return { kind: 'nothing' };
    const result = await this.undoEntry(hash);
    if (!result.ok) return { kind: 'refused', problems: result.error };
    from.splice(from.indexOf(hash), 1);
    to.push(result.value.entry.hash);
    await this.settled();
    return { kind: 'done' };
  }

  #inTurn(work: () => Promise<TakenBack>): Promise<TakenBack> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }
}

export function useUndoStack(): UndoStack {
  const store = useStore();
  const undoEntry = useUndoEntry();
  return useMemo(() => new UndoStack(undoEntry, () => store.facts.settled()), [store, undoEntry]);
}
