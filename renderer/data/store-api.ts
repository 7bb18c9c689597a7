import type { Change, Intent } from '../../shared/commands/intent';
import type { UndoSlice } from '../../shared/commands/undo-entry';
import type { Digest } from '../../shared/basics/sha256';
import type { Instant } from '../../shared/basics/instant';
import type { EntryRef } from '../../shared/journal/entry';
import type { VerifyReport } from '../../shared/journal/verify';
import type { Problem } from '../../shared/problems/problem';
import type { Result } from '../../shared/basics/result';

/** Time and chance, brought in by the window: platform/clock.ts has exactly these. */
export interface StoreClock {
  readonly now: () => Instant;
  readonly randomBytes: (count: number) => Uint8Array;
}

/** What a committed intent became: the entry in the journal, fsynced, and its rows. */
export interface Receipt {
  readonly entry: EntryRef;
}

/** How far a commit is. */
export interface CommitProgress {
  readonly done: number;
  readonly of: number;
  /** Nothing of it is in force yet, so it can be stopped. */
  readonly stoppable: boolean;
}

/** Looks on while an intent is written that takes long: an import of thousands. */
export interface CommitWatch {
  readonly onProgress?: (progress: CommitProgress) => void;
  /** Aborted before the import is closed, nothing is written ('import-stopped'); later it is too late and the commit goes on. */
  readonly signal?: AbortSignal;
}

/** 已保存 and its opposites, for the header of the window. Never 'saved' before the journal's fsync. */
export type SaveState =
  | { readonly kind: 'saved'; readonly head: EntryRef | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  /**
   * Disk full, folder gone and the like: nothing more is accepted until it is mended. `tries`: the store looks again by
   * itself and whenever retry() is called; without it a person has to decide, or another version of the program is needed.
   */
  | { readonly kind: 'read-only'; readonly problems: readonly Problem[]; readonly tries: boolean };

/** Something in the journal that only a person may decide about; until then the data set is read-only. */
export type JournalTrouble =
  /** Entry `seq` cannot be used, nor anything behind it in its chain. */
  | { readonly kind: 'journal-damaged'; readonly chain: string; readonly seq: number; readonly message: string }
  /** Entries `found` + 1 to `expected` were saved here and are gone. */
  | { readonly kind: 'journal-shortened'; readonly chain: string; readonly expected: number; readonly found: number }
  /** Entry `seq` is not the one that was saved here. */
  | { readonly kind: 'journal-replaced'; readonly chain: string; readonly seq: number }
  /** The folder was away, and entries `expected` + 1 to `found` of our own chain were not written here. */
  | { readonly kind: 'journal-extended'; readonly chain: string; readonly expected: number; readonly found: number };

/** What start-up had to mend, what it or later work found; told to the user once. */
export type HealNotice =
  | { readonly kind: 'applied'; readonly entries: number }
  | {
      readonly kind: 'rebuilt';
      readonly entries: number;
      readonly why: 'missing' | 'damaged' | 'version' | 'other-folder';
      /** Noticed while the program was in use, not at its start. */
      readonly whileWorking?: true;
    }
  /** The folder was away, and entries of other devices came back with it. */
  | { readonly kind: 'joined'; readonly entries: number }
  | { readonly kind: 'torn-end'; readonly bytes: number }
  /** The clock says `now`, but something was recorded at `last`: a question for a person, never a verdict. */
  | { readonly kind: 'clock-back'; readonly last: Instant; readonly now: Instant }
  /** Free space in the file system of the records; gone when there is enough again. */
  | { readonly kind: 'disk-low'; readonly megabytes: number }
  /** The check of the whole journal could not read it to the end. */
  | { readonly kind: 'unchecked'; readonly message: string }
  | JournalTrouble;

/** One thing that was done, with everything it changed; a large import is one, whatever its parts. */
export interface RecordedEntry {
  readonly hash: Digest;
  readonly kind: string;
  readonly time: Instant;
  readonly operator: string;
  readonly reason?: string;
  readonly parents: readonly Digest[];
  readonly changes: readonly Change[];
}

/** A later entry that changed records which somebody wants to undo. */
export interface LaterEntry {
  readonly hash: Digest;
  readonly kind: string;
  readonly time: Instant;
  /** Which of the records asked about it changed. */
  readonly touched: readonly { readonly table: string; readonly key: string }[];
}

export interface Store {
  /** What was mended or found, at start-up and since. */
  readonly notices: readonly HealNotice[];
  /** The only door for writing. Resolves ok after journal fsync and rows; on problems nothing was written. */
  commit(intent: Intent, watch?: CommitWatch): Promise<Result<Receipt, readonly Problem[]>>;
  saveState(): SaveState;
  onSaveState(listener: (state: SaveState) => void): () => void;
  /** Looks whether the fault that made the store read-only is mended; the store does so by itself every few seconds too. */
  retry(): Promise<void>;
  /** The person's decision after a JournalTrouble: go on from what the journal still has, in a new chain, and say so in it. */
  continueFromJournal(): Promise<Result<Receipt, readonly Problem[]>>;
  /** The entry with this hash and all that it changed; undefined when there is none. Rejects with StorageError. */
  entryByHash(hash: Digest): Promise<RecordedEntry | undefined>;
  /** What the undo-entry command must know to take this entry (any part of an import: the import) back. Rejects with StorageError. */
  undoSlice(hash: Digest): Promise<UndoSlice | undefined>;
  /** The entries after this one that changed any of these records, oldest first. */
  laterEntriesTouching(
    keys: readonly { readonly table: string; readonly key: string }[],
    after: Digest,
  ): Promise<readonly LaterEntry[]>;
  /**
   * Checks every entry of the journal against its chain and what was saved here, while work goes on; done once by itself
   * after the start. Trouble that nobody has decided about makes the data set read-only, as at start-up. Rejects with
   * StorageError.
   */
  verifyJournal(): Promise<VerifyReport>;
  /** Resolves when everything that follows from the commits so far (totals, live facts) has been brought up to date. */
  settled(): Promise<void>;
  close(): Promise<void>;
}
