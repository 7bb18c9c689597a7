import { assertNever } from '../../shared/basics/assert-never';
import { problem } from '../../shared/problems/catalogue';
import type { Problem } from '../../shared/problems/problem';
import { StorageError, type StorageFault } from '../../shared/journal/journal-port';

/** Where a fault was seen, as far as it is known: the folder as the user may see it, room in bytes. */
export interface FaultPlace {
  readonly folder?: string;
  readonly freeBytes?: number | null;
  readonly neededBytes?: number;
}

/** What the user is told of a fault of the disk. */
export function problemOfFault(fault: StorageFault, detail: string, place: FaultPlace = {}): Problem {
  const at = place.folder === undefined ? {} : { folder: place.folder };
  switch (fault) {
    case 'disk-full':
      return problem('disk-full', { ...at, ...roomOf(place) });
    case 'read-only':
      return problem('storage-read-only', at);
    case 'locked':
      return problem('storage-in-use', at);
    case 'moved':
      return problem('storage-moved', at);
    case 'missing':
      return problem('storage-missing', at);
    case 'io':
      return problem('storage-failed', { ...at, detail });
    default:
      return assertNever(fault);
  }
}

/** In megabytes with one digit, free ones rounded down, needed ones up. */
function roomOf({ freeBytes, neededBytes }: FaultPlace): { readonly free?: number; readonly needed?: number } {
  return {
    ...(freeBytes !== undefined && freeBytes !== null && { free: Math.floor(freeBytes / 100_000) / 10 }),
    ...(neededBytes !== undefined && { needed: Math.ceil(neededBytes / 100_000) / 10 }),
  };
}

/** The problem behind an error of a port; errors of any other kind are the program's and are thrown on. */
export function problemOfStorageError(error: unknown, place?: FaultPlace): Problem {
  if (error instanceof StorageError) return problemOfFault(error.fault, error.message, place);
  throw error;
}

/** What a data set that cannot be opened asks for: to wait for the other window, its folder to be found, or what its problems say. */
export type Unavailable = 'in-use' | 'folder-gone' | 'other';

/**
 * The rows do not follow the journal up to the entry before those that are to be written, or are not what was written last:
 * somebody deleted or emptied them. They are made anew from the journal.
 */
export class RowsNotInStep extends Error {
  override readonly name = 'RowsNotInStep';
}

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
  if (error instanceof RowsNotInStep || inner instanceof RowsNotInStep) return true;
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
