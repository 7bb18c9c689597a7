import type { Instant } from '../basics/instant';
import type { Digest, Sha256 } from '../basics/sha256';
import { buildEntry, refOf, type ChangedRecord, type Random } from './build-entry';
import type { ChainChoice } from './chain';
import { decodeEntry } from './decode-entry';
import { encodeEntry } from './encode-entry';
import type { EntryHeader, EntryRef } from './entry';
import { segmentName } from './journal-names';
import { StorageError, type JournalPort, type StorageFault } from './journal-port';

/** The longest line, in bytes: what is larger is an import and goes in parts. */
const LONGEST_LINE = 32 * 1024 * 1024;

/** What one entry shall say; an Intent is one. */
export interface JournalWrite {
  /** `subject.verb`. */
  readonly kind: string;
  readonly changes: readonly ChangedRecord[];
  readonly reason?: string;
  /** Hashes of the entries that this one corrects, undoes or decides on. */
  readonly parents?: readonly Digest[];
}

/**
 * Whether entries can be written. 'failing': the last attempt failed and was undone, the next one tries again (disk
 * full, folder not writable); 'closed': another writer was here or the folder is gone, open the journal anew.
 */
export type JournalMode =
  | { readonly kind: 'writable' }
  | { readonly kind: 'failing'; readonly fault: StorageFault }
  | { readonly kind: 'closed'; readonly fault: StorageFault };

export interface WriterPorts {
  readonly port: JournalPort;
  readonly sha256: Sha256;
  readonly random: Random;
  readonly clock: () => Instant;
  /** Who is working now. */
  readonly operator: () => string;
  /** Bytes after which a segment is full; only a single entry may be longer. */
  readonly segmentBytes: number;
}

/** Where a writer begins. */
export interface WriterStart {
  readonly choice: ChainChoice;
  readonly head: EntryRef | null;
  /** The chain's last segment and its valid length; null before the first entry. */
  readonly segment: { readonly name: string; readonly size: number } | null;
  /** Heads of other chains that the next entry names as its parents. */
  readonly unnamed: readonly Digest[];
}

/** Writes the entries of one chain. Calls must not overlap. */
export interface EntryWriter {
  readonly choice: ChainChoice;
  /** What the chain's first entry names, when this writer began the chain. */
  readonly began: readonly Digest[];
  head(): EntryRef | null;
  mode(): JournalMode;
  /** The segment in hand and the length that is acknowledged. */
  segment(): { readonly name: string; readonly size: number } | null;
  /** Resolves after fsync. Rejects with StorageError and leaves the chain as it was; TypeError: no JSON form. */
  append(write: JournalWrite, part?: EntryHeader['import']): Promise<EntryRef>;
  /**
   * Takes out what a failed or torn write left behind the acknowledged length, and makes the rest durable. Done before
   * the first entry and after every failure; calling it earlier only tells earlier. Rejects with StorageError.
   */
  settle(): Promise<void>;
}

const MENDABLE: readonly StorageFault[] = ['disk-full', 'read-only', 'io'];

/** The writer of a chain from where it stands. */
export function createEntryWriter(ports: WriterPorts, start: WriterStart): EntryWriter {
  const { port, sha256, random } = ports;
  const { chain } = start.choice;
  let { head, segment, unnamed } = start;
  let settled = false;
  let mode: JournalMode = { kind: 'writable' };

  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      const fault =
        error instanceof StorageError
          ? error
          : new StorageError('io', error instanceof Error ? error.message : String(error));
      mode = { kind: MENDABLE.includes(fault.fault) ? 'failing' : 'closed', fault: fault.fault };
      throw fault;
    }
  };

  const settle = async (): Promise<void> => {
    const known = segment;
    if (known && (await port.segments()).some(({ chain: of, name }) => of === chain && name === known.name)) {
      await port.setAside(chain, known.name, known.size);
    }
    settled = true;
  };

  const lineOf = async (
    write: JournalWrite,
    part: EntryHeader['import'],
  ): Promise<{ ref: EntryRef; line: Uint8Array }> => {
    const draft = {
      chain,
      head,
      kind: write.kind,
      parents: [...new Set([...(write.parents ?? []), ...unnamed])],
      time: ports.clock(),
      operator: ports.operator(),
      ...(write.reason === undefined ? {} : { reason: write.reason }),
      changes: write.changes,
      ...(part ? { import: part } : {}),
    };
    const entry = await buildEntry(draft, sha256, random);
    const line = encodeEntry(entry);
    if (line.length > LONGEST_LINE) throw new TypeError(`an entry of ${line.length} bytes`);
    const read = decodeEntry(line.subarray(0, -1));
    if (!read.ok) throw new TypeError(`not an entry: ${read.error.detail}`);
    return { ref: refOf(entry), line };
  };

  const write = async ({ ref, line }: { ref: EntryRef; line: Uint8Array }): Promise<void> => {
    if (!settled) await settle();
    if (segment === null || (segment.size > 0 && segment.size + line.length > ports.segmentBytes)) {
      segment = { name: segmentName(ref.seq), size: 0 };
    }
    settled = false;
    await port.append(chain, segment.name, segment.size, line);
    settled = true;
    segment = { name: segment.name, size: segment.size + line.length };
  };

  return {
    choice: start.choice,
    began: start.head === null ? start.unnamed : [],
    head: () => head,
    mode: () => mode,
    segment: () => segment,
    append: async (what, part) => {
      if (mode.kind === 'closed') throw new StorageError(mode.fault, 'the journal was closed after a fault');
      const made = await lineOf(what, part);
      await guarded(() => write(made));
      mode = { kind: 'writable' };
      unnamed = [];
      return (head = made.ref);
    },
    settle: () => guarded(async () => (settled ? undefined : settle())),
  };
}
