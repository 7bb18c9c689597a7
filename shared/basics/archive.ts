import type { Result } from './result';

/** One file on its way into an archive. `path` uses '/' and no leading one. */
export interface ArchiveFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What the directory of an archive says of one file; `size` is the claim, checked when it is read. */
export interface ArchiveEntry {
  readonly path: string;
  readonly size: number;
}

/** Why an archive or a file in it is refused. `path` names the file where there is one. */
export interface ArchiveRefusal {
  readonly kind:
    | 'not-a-zip'
    | 'damaged'
    | 'encrypted'
    | 'unsupported'
    | 'too-many-entries'
    | 'too-large'
    | 'entry-too-large'
    | 'path-escapes'
    | 'path-reserved'
    | 'duplicate-path'
    | 'size-lies'
    | 'checksum'
    | 'no-such-entry';
  readonly path?: string;
}

/** How much an archive may hold: entries, bytes in all and bytes of one entry, both inflated. */
export interface ArchiveLimits {
  readonly entries: number;
  readonly totalBytes: number;
  readonly entryBytes: number;
}

/** Limits for packages and backups. */
export const PACKAGE_LIMITS: ArchiveLimits = {
  entries: 20_000,
  totalBytes: 2 * 1024 ** 3,
  entryBytes: 200 * 1024 ** 2,
};

/** An opened archive: its directory is known, nothing is inflated until it is read. */
export interface Archive {
  readonly entries: readonly ArchiveEntry[];
  /** The bytes of one file, inflated no further than its stated size and checked against its CRC-32. */
  read(path: string): Result<Uint8Array, ArchiveRefusal>;
}

/** Order of files wherever it must not depend on who lists them: by UTF-16 code units of the path. */
export const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
