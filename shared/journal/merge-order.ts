import type { Digest } from '../basics/sha256';
import type { ChainId, Entry } from './entry';

/**
 * Which chain gives the next entry. An entry is free when all its parents have been taken; of the free ones the chain
 * whose name is smallest (UTF-16 code units) comes first. Null when none is free, because a parent is not here.
 */
export function nextChain(nexts: ReadonlyMap<ChainId, Entry>, taken: { has(hash: Digest): boolean }): ChainId | null {
  return smallest(nexts, (entry) => entry.header.parents.every((hash) => taken.has(hash)));
}

/**
 * Which chain gives the next entry when none is free: the smallest whose parents that were not taken are not here at
 * all. `present` knows all entries. Throws when there are no entries.
 */
export function nextChainWithoutParents(
  nexts: ReadonlyMap<ChainId, Entry>,
  taken: { has(hash: Digest): boolean },
  present: { has(hash: Digest): boolean },
): ChainId {
  const found = smallest(nexts, (entry) =>
    entry.header.parents.every((hash) => taken.has(hash) || !present.has(hash)),
  );
  // Entries that wait for each other in a circle would need two hashes that contain each other.
  const chain = found ?? smallest(nexts, () => true);
  if (chain === null) throw new RangeError('no entries to order');
  return chain;
}

function smallest(nexts: ReadonlyMap<ChainId, Entry>, fits: (entry: Entry) => boolean): ChainId | null {
  let best: ChainId | null = null;
  for (const [chain, entry] of nexts) if ((best === null || chain < best) && fits(entry)) best = chain;
  return best;
}

/**
 * The one order of a set of verified entries, whatever the order they came in: each chain by number, parents first, and
 * among independent chains the smaller name first; never the clock. Entries given twice count once; what stands behind a
 * gap in its chain is left out. Throws RangeError when two different entries claim one place: that is for verify to find.
 */
export function mergeOrder(entries: Iterable<Entry>): readonly Entry[] {
  const chains = new Map<ChainId, Map<number, Entry>>();
  for (const entry of entries) {
    const { chain, seq } = entry.header;
    const known = chains.get(chain) ?? new Map<number, Entry>();
    if ((known.get(seq) ?? entry).hash !== entry.hash) throw new RangeError(`two entries at ${chain} ${seq}`);
    chains.set(chain, known.set(seq, entry));
  }
  const present = new Set<Digest>();
  for (const chain of chains.values()) for (let seq = 1; chain.has(seq); seq++) present.add(chain.get(seq)!.hash);

  const nexts = new Map<ChainId, Entry>();
  const advance = (chain: ChainId, seq: number): void => {
    const entry = chains.get(chain)?.get(seq);
    if (entry) nexts.set(chain, entry);
    else nexts.delete(chain);
  };
  for (const chain of chains.keys()) advance(chain, 1);

  const ordered: Entry[] = [];
  const taken = new Set<Digest>();
  while (nexts.size > 0) {
    const chain = nextChain(nexts, taken) ?? nextChainWithoutParents(nexts, taken, present);
    const entry = nexts.get(chain)!;
    ordered.push(entry);
    taken.add(entry.hash);
    advance(chain, entry.header.seq + 1);
  }
  return ordered;
}
