import type { Digest } from '../../../shared/basics/sha256';
import type { Problem } from '../../../shared/problems/problem';
import type { Result } from '../../../shared/basics/result';
import type { DataStore } from '../../data/data-store';
import type { Receipt } from '../../data/store-api';
import { useStore } from '../../data/use-store';
import { takeEntryBack } from './take-entry-back';

/** What became of 撤销 or 重做, and what it was. Refused entries stay on the stack: the next try says why again. */
export type TakenBack =
  | { readonly kind: 'done'; readonly what: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly what: string; readonly problems: readonly Problem[] };

interface Made {
  readonly hash: Digest;
  /** In words: 登记考勤. */
  readonly what: string;
}

/**
 * What was done in this window since the data set was opened, for Ctrl+Z and Ctrl+Y. One for the whole data set: what was
 * done on another page can be taken back too, and the message names it.
 */
class UndoStack {
  readonly #made: Made[] = [];
  readonly #undone: Made[] = [];
  readonly #listeners = new Set<() => void>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly takeBack: (hash: Digest) => Promise<Result<Receipt, readonly Problem[]>>,
    private readonly settled: () => Promise<void>,
  ) {}

  /** A new entry, in words; what was undone before it cannot be redone any more. */
  push({ entry: { hash } }: Receipt, what: string): void {
    this.#made.push({ hash, what });
    this.#undone.length = 0;
    this.#changed();
  }

  /** Told when something was done, undone or redone; gives what ends it. */
  readonly onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Whether this entry was made here and was not taken back. Redone, it is another entry. */
  holds(hash: Digest): boolean {
    return this.#made.some((made) => made.hash === hash);
  }

  /** Work that will push entries: what is taken back next is what was done last, not what was saved last. */
  hold(work: Promise<unknown>): void {
    this.#turn = Promise.allSettled([this.#turn, work]);
  }

  /** An entry was taken back somewhere else by another one: what is left to do is to redo it. */
  takenBack(hash: Digest, { entry }: Receipt): void {
    const at = this.#made.findIndex((made) => made.hash === hash);
    if (at < 0) return;
    const [made] = this.#made.splice(at, 1);
    this.#undone.push({ hash: entry.hash, what: made!.what });
    this.#changed();
  }

  /** Takes back the last entry, or this one. Resolves when that is saved and live facts show it; never two at once. */
  undo(hash?: Digest): Promise<TakenBack> {
    return this.#inTurn(() => this.#move(this.#made, this.#undone, hash));
  }

  redo(): Promise<TakenBack> {
    return this.#inTurn(() => this.#move(this.#undone, this.#made));
  }

  async #move(from: Made[], to: Made[], wanted?: Digest): Promise<TakenBack> {
    const made = wanted ? from.find(({ hash }) => hash === wanted) : from.at(-1);
    if (!made) return { kind: 'nothing' };
    const { what } = made;
    const result = await this.takeBack(made.hash);
    if (!result.ok) return { kind: 'refused', what, problems: result.error };
    from.splice(from.indexOf(made), 1);
    to.push({ hash: result.value.entry.hash, what });
    this.#changed();
    await this.settled();
    return { kind: 'done', what };
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }

  #inTurn(work: () => Promise<TakenBack>): Promise<TakenBack> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }
}

const stacks = new WeakMap<DataStore, UndoStack>();

/** The stack of a data set. */
export function undoStackOf(store: DataStore): UndoStack {
  const known = stacks.get(store);
  if (known) return known;
  const stack = new UndoStack(
    (hash) => takeEntryBack(store, hash),
    () => store.facts.settled(),
  );
  stacks.set(store, stack);
  return stack;
}

export const useUndoStack = (): UndoStack => undoStackOf(useStore());
