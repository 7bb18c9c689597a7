import type { Sha256 } from '../basics/sha256';
import type { ChainReport } from './damage';
import type { ChainId, EntryRef } from './entry';
import type { JournalPort, SegmentInfo } from './journal-port';
import { readChain } from './read-chain';

/** All that checking needs of a journal. */
export type ReadablePort = Pick<JournalPort, 'segments' | 'read'>;

/** What stands in a journal, chain by chain, and whether all of it is as it was written. */
export interface VerifyReport {
  /** True when no chain is damaged and nothing of the checkpoint is missing. */
  readonly sound: boolean;
  readonly entries: number;
  readonly chains: readonly ChainReport[];
}

/**
 * Checks every entry of every chain: line, hash, link, number, commitments. A journal that was cut at the end of a line
 * cannot show it by itself: `known` are entries that are known to have been there (a checkpoint, the projection's
 * applied head), and a chain that lacks one is damaged with 'missing-tail'. Rejects with StorageError.
 */
export async function verifyJournal(
  port: ReadablePort,
  sha256: Sha256,
  known: readonly EntryRef[] = [],
): Promise<VerifyReport> {
  const byChain = segmentsByChain(await port.segments());
  for (const { chain } of known) if (!byChain.has(chain)) byChain.set(chain, []);
  const chains: ChainReport[] = [];
  for (const [chain, segments] of [...byChain].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const expected = known.filter((ref) => ref.chain === chain);
    const found = new Map<number, string>();
    const reading = readChain(port, sha256, chain, segments);
    let step = await reading.next();
    while (!step.done) {
      for (const entry of step.value)
        if (expected.some(({ seq }) => seq === entry.header.seq)) found.set(entry.header.seq, entry.hash);
      step = await reading.next();
    }
    chains.push(withoutMissing(step.value, expected, found));
  }
  const entries = chains.reduce((sum, { entries: count }) => sum + count, 0);
  return { sound: chains.every(({ damage }) => damage === null), entries, chains };
}

/** The segments of each chain, in writing order. */
export function segmentsByChain(segments: readonly SegmentInfo[]): Map<ChainId, readonly SegmentInfo[]> {
  const byChain = new Map<ChainId, SegmentInfo[]>();
  for (const segment of segments) {
    const list = byChain.get(segment.chain);
    if (list) list.push(segment);
    else byChain.set(segment.chain, [segment]);
  }
  for (const list of byChain.values()) list.sort((a, b) => (a.name < b.name ? -1 : 1));
  return byChain;
}

function withoutMissing(
  report: ChainReport,
  expected: readonly EntryRef[],
  found: ReadonlyMap<number, string>,
): ChainReport {
  if (report.damage) return report;
  const lost = expected.filter(({ seq, hash }) => found.get(seq) !== hash).sort((a, b) => a.seq - b.seq)[0];
  if (!lost) return report;
  const next = (report.head?.seq ?? 0) + 1;
  const other = lost.seq < next;
  return {
    ...report,
    damage: {
      code: 'missing-tail',
      chain: report.chain,
      seq: other ? lost.seq : next,
      segment: null,
      line: 0,
      offset: 0,
      bytes: 0,
      atEnd: true,
      detail: other
        ? `entry ${lost.seq} is not the one that was there`
        : `entries ${next} to ${lost.seq} were there and are gone`,
    },
  };
}
