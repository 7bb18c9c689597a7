import type { Digest, Sha256 } from '../basics/sha256';
import type { Damage } from './damage';
import { decodeEntry } from './decode-entry';
import type { ChainId, EntryRef } from './entry';
import type { JournalPort, SegmentInfo } from './journal-port';
import { readChain } from './read-chain';

/** What opening a journal learns of a chain: its end, and how its first entry is tied to other chains. */
export interface ChainEnd {
  readonly chain: ChainId;
  readonly segments: readonly SegmentInfo[];
  /** The last valid entry; null when there is none. */
  readonly head: EntryRef | null;
  readonly damage: Damage | null;
  /** Parents of the first entry; empty when it cannot be read. */
  readonly continues: readonly Digest[];
}

const NEWLINE = 0x0a;
const FIRST_LOOK = 64 * 1024;

/**
 * Reads the end of a chain: its last segment, and those before it only while no valid entry was found. What lies before
 * is checked when it is read. Rejects with StorageError.
 */
export async function scanChain(
  port: Pick<JournalPort, 'read'>,
  sha256: Sha256,
  chain: ChainId,
  segments: readonly SegmentInfo[],
): Promise<ChainEnd> {
  const continues = await firstParents(port, chain, segments);
  for (let from = Math.max(0, segments.length - 1); ; from--) {
    const reading = readChain(port, sha256, chain, segments, from);
    let step = await reading.next();
    while (!step.done) step = await reading.next();
    const { head, damage } = step.value;
    if (head || from <= 0) return { chain, segments, head, damage, continues };
  }
}

async function firstParents(
  port: Pick<JournalPort, 'read'>,
  chain: ChainId,
  segments: readonly SegmentInfo[],
): Promise<readonly Digest[]> {
  const first = segments.find(({ size }) => size > 0);
  if (!first) return [];
  for (let length = FIRST_LOOK; ; length *= 8) {
    const bytes = await port.read(chain, first.name, 0, Math.min(length, first.size));
    const end = bytes.indexOf(NEWLINE);
    if (end < 0 && length < first.size) continue;
    const read = decodeEntry(bytes.subarray(0, Math.max(0, end)));
    return read.ok && read.value.entry.header.seq === 1 ? read.value.entry.header.parents : [];
  }
}
