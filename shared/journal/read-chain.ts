import type { Sha256 } from '../basics/sha256';
import { refOf } from './build-entry';
import { checkEntries, type Before } from './check-entries';
import { createClockWatch } from './clock-watch';
import type { ChainReport, Damage } from './damage';
import { decodeEntry, type DecodedEntry } from './decode-entry';
import type { ChainId, Entry, EntryRef } from './entry';
import { firstSeqOf } from './journal-names';
import type { JournalPort, SegmentInfo } from './journal-port';

/** Entries that are decoded and hashed at once, so that hosts with slow single digests work on several. */
const BATCH = 256;
const NEWLINE = 0x0a;

interface Line {
  /** From 1, within its segment. */
  readonly number: number;
  readonly offset: number;
  readonly bytes: Uint8Array;
  /** False for the bytes behind the last newline. */
  readonly whole: boolean;
}

/** A line that cannot be used, and why. */
type WrongLine = Pick<Damage, 'code' | 'item' | 'detail'> & { readonly line: Line };

/**
 * Reads a chain from its segments, in writing order, and checks every entry before it hands it on. Stops at the first
 * damage; the returned report names it. `from` is the first segment to read, an index into the chain's segments: in the
 * middle of the chain the link of the first entry is taken on trust, its number must be the one that the segment's name
 * says. Rejects with StorageError.
 */
export async function* readChain(
  port: Pick<JournalPort, 'read'>,
  sha256: Sha256,
  chain: ChainId,
  segments: readonly SegmentInfo[],
  from = 0,
): AsyncGenerator<readonly Entry[], ChainReport> {
  const start: Before = from > 0 ? { trusted: true, seq: firstSeqOf(segments[from]!.name) - 1 } : null;
  const count = { entries: 0, erased: 0, sealed: 0 };
  const clock = createClockWatch();
  let head: EntryRef | null = null;

  for (const [index, segment] of segments.entries()) {
    if (index < from) continue;
    const bytes = await port.read(chain, segment.name, 0, segment.size);
    const behind = segments.slice(index + 1);
    for (const lines of batches(linesOf(bytes))) {
      const { entries, wrong } = await checkLines(sha256, chain, head ?? start, lines, behind.length === 0);
      for (const entry of entries) {
        clock.see(entry);
        count.entries++;
        count.erased += entry.items.filter((item) => item === null).length;
        count.sealed += entry.items.filter((item) => item !== null && item.enc !== 'none').length;
      }
      const last = entries.at(-1);
      if (last) {
        head = refOf(last);
        yield entries;
      }
      if (wrong) {
        const { line, ...what } = wrong;
        const seq: number = (head ?? start)?.seq ?? 0;
        const bytesLeft = bytes.length - line.offset;
        const atEnd = bytesLeft <= line.bytes.length + 1 && behind.every(({ size }) => size === 0);
        const place = { segment: segment.name, line: line.number, offset: line.offset, bytes: bytesLeft };
        return {
          chain,
          head,
          ...count,
          clockWentBack: clock.questions(),
          damage: { ...what, chain, seq: seq + 1, ...place, atEnd },
        };
      }
    }
  }
  return { chain, head, ...count, clockWentBack: clock.questions(), damage: null };
}

/** The entries of these lines up to the first that is wrong. */
async function checkLines(
  sha256: Sha256,
  chain: ChainId,
  before: Before,
  lines: readonly Line[],
  lastSegment: boolean,
): Promise<{ readonly entries: readonly Entry[]; readonly wrong: WrongLine | null }> {
  const decoded: DecodedEntry[] = [];
  let wrong: WrongLine | null = null;
  for (const line of lines) {
    const read = line.whole ? decodeEntry(line.bytes) : null;
    if (!read?.ok) {
      const cut = {
        code: lastSegment ? 'torn-end' : 'line-damaged',
        detail: `a line without its end, ${line.bytes.length} bytes`,
      } as const;
      wrong = { ...(read ? { code: read.error.code, detail: read.error.detail } : cut), line };
      break;
    }
    decoded.push(read.value);
  }
  const fault = await checkEntries(sha256, chain, before, decoded);
  if (fault) {
    const { index, ...what } = fault;
    wrong = { ...what, line: lines[index]! };
  }
  return { entries: decoded.slice(0, fault?.index).map(({ entry }) => entry), wrong };
}

/** Which of a chain's segments holds this entry, if any does: an index. */
export const segmentOf = (segments: readonly SegmentInfo[], seq: number): number =>
  Math.max(
    0,
    segments.findLastIndex(({ name }) => firstSeqOf(name) <= seq),
  );

function* linesOf(bytes: Uint8Array): Generator<Line> {
  let number = 1;
  for (let offset = 0; offset < bytes.length; number++) {
    const found = bytes.indexOf(NEWLINE, offset);
    const end = found < 0 ? bytes.length : found;
    yield { number, offset, bytes: bytes.subarray(offset, end), whole: found >= 0 };
    offset = end + 1;
  }
}

function* batches<T>(items: Iterable<T>): Generator<readonly T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
