import type { Digest, Sha256 } from '../basics/sha256';
import { checkpointOf, coveredSeq, type Checkpoint } from './checkpoint';
import type { ChainReport } from './damage';
import type { ChainId, Entry } from './entry';
import type { JournalPort, SegmentInfo } from './journal-port';
import { nextChain, nextChainWithoutParents } from './merge-order';
import { readChain, segmentOf } from './read-chain';

/** A chain that can be read from its beginning, more than once. */
interface Source {
  readonly chain: ChainId;
  readonly read: () => AsyncGenerator<readonly Entry[], ChainReport>;
}

/** One chain while it is read: the batch in hand and how far it was used. */
interface Cursor {
  readonly reading: AsyncGenerator<readonly Entry[], ChainReport>;
  batch: readonly Entry[];
  used: number;
}

export interface ReadMergedOptions {
  /** Entries that this checkpoint covers are left out. */
  readonly after?: Checkpoint;
  /** Entries in one batch, at most. */
  readonly batch?: number;
}

/**
 * All verified entries of several chains in merge order, in batches; `onReport` is told how each chain ended. A damaged
 * chain ends before its damage, the others go on. Rejects with StorageError.
 */
export async function* readMerged(
  port: Pick<JournalPort, 'read'>,
  sha256: Sha256,
  chains: ReadonlyMap<ChainId, readonly SegmentInfo[]>,
  heads: Checkpoint,
  onReport: (report: ChainReport) => void,
  { after = [], batch: size = 500 }: ReadMergedOptions = {},
): AsyncGenerator<readonly Entry[], void> {
  const covered = checkpointOf(after);
  const behind = heads.filter(({ chain, seq }) => seq > coveredSeq(covered, chain));
  // Where only one chain has something new, everything else lies before it, and its own order is the merge order.
  const only = covered.length > 0 && behind.length <= 1 ? behind.map(({ chain }) => chain) : null;
  const opened = [...chains].filter(([chain]) => !only || only.includes(chain));
  const open = ([chain, segments]: readonly [ChainId, readonly SegmentInfo[]]): Source => ({
    chain,
    read: () =>
      readChain(port, sha256, chain, segments, only ? segmentOf(segments, coveredSeq(covered, chain) + 1) : 0),
  });

  let out: Entry[] = [];
  for await (const entry of merged(opened.map(open), onReport)) {
    if (entry.header.seq <= coveredSeq(covered, entry.header.chain)) continue;
    out.push(entry);
    if (out.length >= size) {
      yield out;
      out = [];
    }
  }
  if (out.length > 0) yield out;
}

async function* merged(
  chains: readonly Source[],
  onReport: (report: ChainReport) => void,
): AsyncGenerator<Entry, void> {
  const cursors = new Map<ChainId, Cursor>();
  const nexts = new Map<ChainId, Entry>();
  const advance = async (chain: ChainId): Promise<void> => {
    const cursor = cursors.get(chain)!;
    cursor.used++;
    while (cursor.used >= cursor.batch.length) {
      const step = await cursor.reading.next();
      if (step.done) {
        onReport(step.value);
        nexts.delete(chain);
        return;
      }
      cursor.batch = step.value;
      cursor.used = 0;
    }
    nexts.set(chain, cursor.batch[cursor.used]!);
  };
  for (const { chain, read } of chains) {
    cursors.set(chain, { reading: read(), batch: [], used: -1 });
    await advance(chain);
  }
  const alone = chains.length === 1;
  const taken = new Set<Digest>();
  let present: Set<Digest> | null = null;
  while (nexts.size > 0) {
    let next = alone ? chains[0]!.chain : nextChain(nexts, taken);
    if (next === null) {
      present ??= await hashesOf(chains);
      next = nextChainWithoutParents(nexts, taken, present);
    }
    const entry = nexts.get(next)!;
    if (!alone) taken.add(entry.hash);
    yield entry;
    await advance(next);
  }
}

async function hashesOf(chains: readonly Source[]): Promise<Set<Digest>> {
  const hashes = new Set<Digest>();
  for (const { read } of chains) for await (const entries of read()) for (const { hash } of entries) hashes.add(hash);
  return hashes;
}
