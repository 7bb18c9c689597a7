import type { ChainId, EntryRef } from './entry';

/** The heads of all chains at one moment, sorted by chain: fixes everything before them, since each hash covers its past. */
export type Checkpoint = readonly EntryRef[];

/** The checkpoint of these entries: the highest of each chain. */
export function checkpointOf(refs: Iterable<EntryRef>): Checkpoint {
  const heads = new Map<ChainId, EntryRef>();
  for (const ref of refs) {
    const known = heads.get(ref.chain);
    if (!known || known.seq < ref.seq) heads.set(ref.chain, { chain: ref.chain, seq: ref.seq, hash: ref.hash });
  }
  return [...heads.values()].sort((a, b) => (a.chain < b.chain ? -1 : 1));
}

/** How many entries of a chain a checkpoint covers. */
export const coveredSeq = (checkpoint: Checkpoint, chain: ChainId): number =>
  checkpoint.find((ref) => ref.chain === chain)?.seq ?? 0;

/** True when both name the same heads. */
export const sameCheckpoint = (a: Checkpoint, b: Checkpoint): boolean =>
  a.length === b.length && checkpointOf(a).every((ref, i) => sameRef(ref, checkpointOf(b)[i]!));

/** True when both are the same entry. */
export const sameRef = (a: EntryRef, b: EntryRef): boolean =>
  a.chain === b.chain && a.seq === b.seq && a.hash === b.hash;
