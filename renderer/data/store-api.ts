import type { EntryRef } from '../../shared/journal/entry';
import type { Intent } from '../../shared/commands/intent';
import type { Problem } from '../../shared/problems/problem';
import type { Result } from '../../shared/basics/result';

/** What a committed intent became: the entry in the journal, fsynced, and its rows. */
export interface Receipt {
  readonly entry: EntryRef;
}

/** 已保存 and its opposites, for the header of the window. Never 'saved' before the journal's fsync. */
export type SaveState =
  | { readonly kind: 'saved'; readonly head: EntryRef | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  /** Disk full and the like: nothing more is accepted until it is mended. */
  | { readonly kind: 'read-only'; readonly problems: readonly Problem[] };

/** What start-up had to mend; told to the user once. */
export type HealNotice =
  | { readonly kind: 'applied'; readonly entries: number }
  | { readonly kind: 'rebuilt'; readonly entries: number; readonly why: 'missing' | 'damaged' | 'version' }
  | { readonly kind: 'torn-end'; readonly bytes: number }
  | { readonly kind: 'journal-damaged'; readonly chain: string; readonly seq: number; readonly message: string };

export interface Store {
  readonly notices: readonly HealNotice[];
  /** The only door for writing. Resolves ok after journal fsync and rows; on problems nothing was written. */
  commit(intent: Intent): Promise<Result<Receipt, readonly Problem[]>>;
  saveState(): SaveState;
  onSaveState(listener: (state: SaveState) => void): () => void;
  close(): Promise<void>;
}
