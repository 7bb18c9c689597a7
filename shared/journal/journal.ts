import { hex } from '../basics/sha256';
import { refOf, type ChangedRecord } from './build-entry';
import { chooseChain, openHeads, type ChainChoice, type ChainState } from './chain';
import { checkpointOf, sameRef, type Checkpoint } from './checkpoint';
import type { ChainReport, Damage } from './damage';
import type { ChainId, Entry, EntryRef } from './entry';
import {
  createEntryWriter,
  type EntryWriter,
  type JournalMode,
  type JournalWrite,
  type WriterPorts,
} from './entry-writer';
import type { SegmentInfo } from './journal-port';
import { readChain, segmentOf } from './read-chain';
import { readMerged, type ReadMergedOptions } from './read-merged';
import { scanChain, type ChainEnd } from './scan-chain';
import { segmentsByChain, verifyJournal, type ReadablePort, type VerifyReport } from './verify';

/** Bytes after which a segment is full; only a single entry may be longer. */
const SEGMENT_BYTES = 4 * 1024 * 1024;
/** Changes in one entry; more are written as an import of several parts. */
export const PART_CHANGES = 2000;

export interface JournalOptions extends Omit<WriterPorts, 'segmentBytes'> {
  /** Made once per installation and kept outside the data folder: letters, digits, '_' and '-', at most 64. */
  readonly deviceId: string;
  /** The folder comes from a backup: begin a new epoch. */
  readonly restored?: boolean;
  readonly segmentBytes?: number;
}

/** A large import: its parts are in force together, once the last is written, or not at all. */
export interface ImportWrite extends Omit<JournalWrite, 'changes'> {
  readonly parts: readonly (readonly ChangedRecord[])[];
}

/** Looks on while an import is written in parts. */
export interface AppendWatch {
  /** How many changes are on the disk. Nothing of an import is in force before its closing entry is there too. */
  readonly onWritten?: (changes: number) => void;
  /** Asked before each part and before the closing entry; true ends the import. */
  readonly stopped?: () => boolean;
}

/** An import was ended by its watch before its closing entry: none of it is in force, whatever parts are in the journal. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped';
}

/** What was found wrong so far: torn ends that opening set aside, and damage, the first of each chain. */
export interface JournalFindings {
  readonly tornEnds: readonly Damage[];
  readonly damages: readonly Damage[];
}

/** verifyJournal, wherever it runs. */
export type CheckJournal = (port: ReadablePort, known: readonly EntryRef[]) => Promise<VerifyReport>;

export interface Journal {
  /** The chain that the next entry goes into, and why it is this one. */
  writer(): ChainChoice;
  /** The last entry of the writer's chain; null before its first. */
  head(): EntryRef | null;
  /** The last valid entries of all chains. */
  heads(): Checkpoint;
  mode(): JournalMode;
  /** Where the writer's chain ends, as far as it is acknowledged: its last segment and the length of it; null before the first. */
  end(): SegmentInfo | null;
  findings(): JournalFindings;
  /**
   * Writes one entry and resolves after the port's fsync: then, and only then, it is saved. More than PART_CHANGES
   * changes are written as an import; the reference is its closing entry's. Rejects with StorageError and leaves the
   * journal as it was, or with TypeError on a value without a JSON form. Calls may overlap; they are done in order.
   */
  append(write: JournalWrite, watch?: AppendWatch): Promise<EntryRef>;
  /**
   * Writes a large import; resolves with its closing entry, after which replay applies it. Rejects like append, and with
   * ImportStopped when its watch ended it.
   */
  appendImport(write: ImportWrite, watch?: AppendWatch): Promise<EntryRef>;
  /** True when this entry stands in the journal. Rejects with StorageError. */
  contains(ref: EntryRef): Promise<boolean>;
  /** All entries written so far, verified, in merge order, in batches. Rejects with StorageError. */
  readAll(options?: ReadMergedOptions): AsyncIterable<readonly Entry[]>;
  /**
   * Checks everything acknowledged so far; `known` are entries that must be there. Appending goes on meanwhile. `check`
   * does the work elsewhere, in a worker. Rejects with StorageError.
   */
  verify(known?: readonly EntryRef[], check?: CheckJournal): Promise<VerifyReport>;
  /** From now on entries go into a new epoch: the caller found that this folder was rolled back. */
  beginEpoch(): Promise<ChainChoice>;
}

/**
 * Opens a journal: finds the end of every chain, sets torn ends aside, chooses the chain to write in. Only the ends are
 * checked here, everything else when it is read. Damage in the writer's chain, found now or later, begins a new epoch
 * with the next entry, so that nothing acknowledged ever stands behind a damage that is known. Rejects with
 * StorageError when the folder cannot be read.
 */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const { port, sha256, random } = options;
  const ports: WriterPorts = { ...options, segmentBytes: options.segmentBytes ?? SEGMENT_BYTES };
  const ends = new Map<ChainId, ChainEnd>();
  for (const [chain, segments] of segmentsByChain(await port.segments())) {
    ends.set(chain, await scanChain(port, sha256, chain, segments));
  }
  const tornEnds = [...ends.values()].flatMap(({ damage }) => (damage?.code === 'torn-end' ? damage : []));
  const damages = new Map<ChainId, Damage>();
  /** The heads of damaged chains' valid prefixes: parents too, because the entries behind may never be read again. */
  const prefixes = new Map<ChainId, EntryRef>();
  const note = ({ chain, head, damage }: Pick<ChainReport, 'chain' | 'head' | 'damage'>): void => {
    if (!damage || damage.code === 'torn-end') return;
    damages.set(chain, damage);
    if (head) prefixes.set(chain, head);
  };
  for (const end of ends.values()) note(end);

  const states = (): readonly ChainState[] =>
    [...ends.values()].map(({ chain, head, continues }) => ({
      chain,
      head: head?.hash ?? null,
      damaged: damages.has(chain),
      continues,
    }));
  const begin = (restored: boolean): EntryWriter => {
    const choice = chooseChain(options.deviceId, states(), hex(random(4)), restored);
    const end = ends.get(choice.chain);
    const last = end?.segments.at(-1);
    const cut = end?.damage?.code === 'torn-end' ? end.damage.bytes : 0;
    const continued = end
      ? []
      : [...prefixes].flatMap(([chain, { hash }]) => (hash === ends.get(chain)?.head?.hash ? [] : hash));
    return createEntryWriter(ports, {
      choice,
      head: end?.head ?? null,
      segment: last ? { name: last.name, size: last.size - cut } : null,
      unnamed: [...openHeads(states(), choice.chain), ...continued],
    });
  };
  let writer = begin(options.restored ?? false);
  /** Ends the writer's chain and begins the next epoch. */
  const renew = async (restored: boolean): Promise<void> => {
    await writer.settle().catch(() => undefined); // What cannot be cut off now is set aside when the journal is opened next.
    const head = writer.head();
    const { chain } = writer.choice;
    const end = ends.get(chain);
    if (end) ends.set(chain, { ...end, head });
    else if (head) ends.set(chain, { chain, segments: [], head, damage: null, continues: writer.began });
    writer = begin(restored);
  };

  await writer.settle().catch(() => undefined); // The mode says so, and the next append tries again.
  for (const { chain, segment, offset } of tornEnds) {
    // Another device's torn end is cut off for tidiness only: where it cannot be, it is reported again next time.
    if (chain !== writer.choice.chain && segment !== null)
      await port.setAside(chain, segment, offset).catch(() => undefined);
  }

  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const write = <T>(work: () => Promise<T>): Promise<T> =>
    inTurn(async () => {
      if (damages.has(writer.choice.chain)) await renew(false);
      return work();
    });

  /** The segments as far as they are acknowledged. */
  const acknowledged = (): Promise<readonly SegmentInfo[]> =>
    inTurn(async () => {
      const own = writer.segment();
      return (await port.segments()).map((segment) =>
        segment.chain === writer.choice.chain && segment.name === own?.name
          ? { ...segment, size: Math.min(segment.size, own.size) }
          : segment,
      );
    });
  const reading: ReadablePort = {
    segments: acknowledged,
    read: (chain, segment, offset, length) => port.read(chain, segment, offset, length),
  };

  const appendImport = ({ parts, ...what }: ImportWrite, watch: AppendWatch = {}): Promise<EntryRef> =>
    write(async () => {
      const id = hex(random(16));
      // The closing entry holds no changes: it only says that all parts are there.
      const count = parts.length + 1;
      const goOn = (): void => {
        if (watch.stopped?.()) throw new ImportStopped('the import was stopped before it was closed');
      };
      let written = 0;
      for (const [index, changes] of parts.entries()) {
        goOn();
        await writer.append({ ...what, changes }, { id, part: index + 1, parts: count });
        watch.onWritten?.((written += changes.length));
      }
      goOn();
      return writer.append({ ...what, changes: [] }, { id, part: count, parts: count });
    });

  const heads = (): Checkpoint => {
    const own = writer.head();
    return checkpointOf([...[...ends.values()].flatMap(({ head }) => head ?? []), ...(own ? [own] : [])]);
  };

  return {
    writer: () => writer.choice,
    head: () => writer.head(),
    heads,
    mode: () => writer.mode(),
    end: () => {
      const own = writer.segment();
      return own && { chain: writer.choice.chain, ...own };
    },
    findings: () => ({ tornEnds, damages: [...damages.values()] }),
    append: ({ changes, ...what }, watch) => {
      if (changes.length <= PART_CHANGES) return write(() => writer.append({ ...what, changes }));
      const parts: (readonly ChangedRecord[])[] = [];
      for (let from = 0; from < changes.length; from += PART_CHANGES)
        parts.push(changes.slice(from, from + PART_CHANGES));
      return appendImport({ ...what, parts }, watch);
    },
    appendImport,
    contains: async (ref) => {
      const own = writer.head();
      if (own && sameRef(own, ref)) return true;
      const segments = (await acknowledged()).filter(({ chain }) => chain === ref.chain);
      for await (const entries of readChain(reading, sha256, ref.chain, segments, segmentOf(segments, ref.seq))) {
        if (entries.some((entry) => sameRef(refOf(entry), ref))) return true;
        if (entries.at(-1)!.header.seq >= ref.seq) return false;
      }
      return false;
    },
    async *readAll(read) {
      const segments = segmentsByChain(await acknowledged());
      yield* readMerged(reading, sha256, segments, heads(), note, read);
    },
    verify: async (known = [], check = (from, wanted) => verifyJournal(from, sha256, wanted)) => {
      const report = await check(reading, known);
      report.chains.forEach(note);
      return report;
    },
    beginEpoch: () =>
      inTurn(async () => {
        await renew(true);
        return writer.choice;
      }),
  };
}
