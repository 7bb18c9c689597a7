import type { Digest } from '../basics/sha256';
import type { ChainId } from './entry';

/** One file of a chain; names sort in writing order. size in bytes. */
export interface SegmentInfo {
  readonly chain: ChainId;
  readonly name: string;
  readonly size: number;
}

/** Why bytes could not be stored. 'disk-full' and 'read-only' are the user's to mend; 'moved' means another writer. */
export type StorageFault = 'disk-full' | 'read-only' | 'locked' | 'moved' | 'missing' | 'io';

export class StorageError extends Error {
  override readonly name = 'StorageError';
  constructor(
    readonly fault: StorageFault,
    message: string,
  ) {
    super(message);
  }
}

/**
 * The bytes of the journal, nothing of their meaning. Adapters: node-fs (desktop), OPFS (browser), fake disk (tests);
 * one contract test runs on all. Every method rejects with StorageError.
 */
export interface JournalPort {
  /** All segments of all chains, sorted by chain, then name. */
  segments(): Promise<readonly SegmentInfo[]>;
  /** Bytes of a segment from an offset on (default all). */
  read(chain: ChainId, segment: string, offset?: number, length?: number): Promise<Uint8Array>;
  /**
   * Appends at the end and resolves only after the bytes (and, for a new file, its directory entry) are on the disk.
   * `at` is the size that the caller believes the segment has; another size rejects with 'moved' and writes nothing.
   * When it rejects, the segment is as long as before.
   */
  append(chain: ChainId, segment: string, at: number, bytes: Uint8Array): Promise<void>;
  /**
   * Takes everything from an offset on out of a segment (the torn end of an unacknowledged write) and keeps it under
   * a name of its own beside the journal; nothing is thrown away. Resolves only after what is left is on the disk, also
   * where there is nothing to take out: what a killed process wrote may still be in the system's memory.
   */
  setAside(chain: ChainId, segment: string, from: number): Promise<void>;
  /**
   * Resolves when so many bytes can be stored now: writes them to the disk beside the segments, in a file that is no part of
   * the journal, and removes it. Rejects with StorageError when they cannot.
   */
  tryWrite(bytes: number): Promise<void>;
}

/** Documents, packages and evidence: content-addressed by SHA-256, beside the journal. */
export interface BlobPort {
  /** Stores and fsyncs; resolves with the digest. Storing the same bytes twice is one blob. */
  put(bytes: Uint8Array): Promise<Digest>;
  /** The bytes, checked against their digest; null when there is no such blob or its bytes do not match. */
  get(digest: Digest): Promise<Uint8Array | null>;
  list(): Promise<readonly { readonly digest: Digest; readonly size: number }[]>;
}
