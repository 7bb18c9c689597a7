import type { Json } from '../basics/json';
import type { Instant } from '../basics/instant';
import type { Digest } from '../basics/sha256';

/** Who wrote: `deviceId.epoch`. A new epoch on install, restore and clone, so no two writers share a chain. */
export type ChainId = string;

/** Where an entry stands: unique over all chains for ever. */
export interface EntryRef {
  readonly chain: ChainId;
  readonly seq: number;
  readonly hash: Digest;
}

/**
 * What is hashed. hash = SHA-256 over the RFC 8785 form of exactly this object. Items are not in it, only their
 * commitments, so sealing (encryption) or erasing an item never changes the chain.
 */
export interface EntryHeader {
  readonly v: 1;
  readonly chain: ChainId;
  /** 1, 2, 3 … without gaps. */
  readonly seq: number;
  /** Hash of entry seq − 1 of the same chain; '' for the first. */
  readonly prevHash: Digest;
  /** What the user did: 'course.create', 'attendance.mark', 'roster.import' … */
  readonly kind: string;
  /** Entries this one corrects, undoes or continues. */
  readonly parents: readonly Digest[];
  /** What the clock claimed; never used for order. */
  readonly time: Instant;
  readonly operator: string;
  readonly reason?: string;
  /** SHA-256(salt ‖ canonical plaintext) of each item, in order. */
  readonly items: readonly Digest[];
  /** Set on the parts of a large import and on its closing entry: replay applies it only when closed. */
  readonly import?: { readonly id: string; readonly part: number; readonly parts: number };
}

/** The plaintext that is committed to. before/after null = the record did not / does not exist. */
export interface ItemPlain {
  readonly table: string;
  readonly key: string;
  readonly before: Json;
  readonly after: Json;
}

/** One changed record. salt: 16 random bytes as hex. 'aes-256-gcm' items carry cipher instead of the plain members. */
export type EntryItem =
  | (ItemPlain & { readonly salt: string; readonly enc: 'none' })
  | { readonly table: string; readonly key: string; readonly enc: 'aes-256-gcm'; readonly cipher: string };

/** One line of the journal. items[i] is null when its record was erased (PIPL); the commitment stays in the header. */
export interface Entry {
  readonly header: EntryHeader;
  readonly hash: Digest;
  readonly items: readonly (EntryItem | null)[];
}
