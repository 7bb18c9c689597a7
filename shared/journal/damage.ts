import type { ChainId, EntryRef } from './entry';

/**
 * What can be wrong in a chain. The prefix before it stays valid; nothing behind it is used.
 * - line-damaged: the bytes of a line are not what was written (rot of the disk, a cut line between others)
 * - unknown-version: written by a later version of the program
 * - wrong-chain: an entry of another chain stands here
 * - gap: the entry that should follow is missing; another number stands here
 * - link: the entry does not follow the one before it
 * - hash: the header was altered
 * - commitment: an item was altered (`item` says which, from 0)
 * - torn-end: the last write of the last segment was cut off; it was never acknowledged
 * - missing-tail: the chain is shorter than a checkpoint says it was, or another entry stands there
 */
export type DamageCode =
  | 'line-damaged'
  | 'unknown-version'
  | 'wrong-chain'
  | 'gap'
  | 'link'
  | 'hash'
  | 'commitment'
  | 'torn-end'
  | 'missing-tail';

/** One damage, with the place in the files and the entry that should stand there. */
export interface Damage {
  readonly code: DamageCode;
  readonly chain: ChainId;
  /** The number of the entry that cannot be used. */
  readonly seq: number;
  readonly segment: string | null;
  /** Line within the segment, from 1. */
  readonly line: number;
  /** Bytes from the beginning of the segment to the beginning of the line. */
  readonly offset: number;
  /** Bytes from there to the end of the segment. */
  readonly bytes: number;
  /** Nothing stands behind the damaged line: it may be a write that was cut off by a power failure. */
  readonly atEnd: boolean;
  readonly item?: number;
  /** For a log or an expert, in English; never personal data. */
  readonly detail: string;
}

/** How far a chain can be used, and what was seen on the way. */
export interface ChainReport {
  readonly chain: ChainId;
  /** Valid entries that were read. */
  readonly entries: number;
  /** The last valid entry; null when there is none. */
  readonly head: EntryRef | null;
  /** Items whose content was erased, and items that are sealed: their commitments were not checked. */
  readonly erased: number;
  readonly sealed: number;
  /** Entries whose clock says more than a minute less than the entry before: a question for a person, no damage. */
  readonly clockWentBack: readonly EntryRef[];
  readonly damage: Damage | null;
}
