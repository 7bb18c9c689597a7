import { problem } from '../../shared/problems/catalogue';
import type { Problem } from '../../shared/problems/problem';
import { StorageError, type StorageFault } from '../../shared/journal/journal-port';

/** What the user is told of a fault of the disk. */
export function problemOfFault(fault: StorageFault, detail: string): Problem {
  switch (fault) {
    case 'disk-full':
      return problem('disk-full');
    case 'read-only':
      return problem('storage-read-only');
    case 'locked':
      return problem('storage-locked');
    case 'moved':
      return problem('storage-moved');
    case 'missing':
      return problem('storage-missing');
    case 'io':
      return problem('storage-failed', { detail });
  }
}

/** The problem behind an error of a port; errors of any other kind are the program's and are thrown on. */
export function problemOfStorageError(error: unknown): Problem {
  if (error instanceof StorageError) return problemOfFault(error.fault, error.message);
  throw error;
}

/** What a data set that cannot be opened asks for: to wait for the other window, its folder to be found, or what its problems say. */
export type Unavailable = 'in-use' | 'folder-gone' | 'other';

/** The data set cannot be opened at all; the problems say why and what to do. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  constructor(
    readonly problems: readonly Problem[],
    readonly why: Unavailable = 'other',
  ) {
    super(problems.map(({ code }) => code).join(', '));
  }
}

/** That a fault of the disk keeps a data set shut. */
export const unavailableFor = (fault: StorageFault, detail: string): StoreUnavailable =>
  new StoreUnavailable([problemOfFault(fault, detail)], fault === 'locked' ? 'in-use' : 'other');

/** Errors of IndexedDB that say nothing about the state of its data. */
const HARMLESS = new Set([
  'QuotaExceededError',
  'PrematureCommitError',
  'TransactionInactiveError',
  'ReadOnlyError',
  'TypeError',
  'RangeError',
]);

/**
 * Whether an error of IndexedDB means that the stored rows cannot be trusted or reached any more. All else that Dexie
 * reports is taken as damage, because a rebuild costs seconds and a wrong row costs trust.
 */
export function isDamage(error: unknown): boolean {
  if (!(error instanceof Error) && !(error instanceof DOMException)) return false;
  const inner: unknown = 'inner' in error ? error.inner : undefined;
  if (inner instanceof DOMException && HARMLESS.has(inner.name)) return false;
  return DEXIE_ERRORS.has(error.name) && !HARMLESS.has(error.name);
}

const DEXIE_ERRORS = new Set([
  'UnknownError',
  'DataError',
  'DataCloneError',
  'ConstraintError',
  'BulkError',
  'VersionError',
  'NotFoundError',
  'NotReadableError',
  'InvalidStateError',
  'InvalidAccessError',
  'OpenFailedError',
  'DatabaseClosedError',
  'UpgradeError',
  'SchemaError',
  'SchemaDiff',
  'AbortError',
  'TimeoutError',
  'MissingAPIError',
  'EncodingError',
]);
