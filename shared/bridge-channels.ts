import type { Result } from './basics/result';
import type { Digest } from './basics/sha256';
import type { AppInfo, DataSet, DesktopBridge, FileKind, OpenOutcome } from './bridge';
import type { ChainId } from './journal/entry';
import { isChainId, isSegmentName } from './journal/journal-names';
import type { BlobPort, JournalPort, SegmentInfo, StorageFault } from './journal/journal-port';

/**
 * The one list of IPC channels: arguments and result. The main process registers all of them, the preload calls them;
 * a channel that one side lacks does not compile.
 */
export interface BridgeChannels {
  'app:info': { args: readonly []; result: AppInfo };
  'data:open': { args: readonly [set: DataSet]; result: OpenOutcome };
  'data:discard-demo': { args: readonly []; result: void };
  'data:choose-folder': { args: readonly []; result: string | null };
  'data:default-folder': { args: readonly []; result: void };
  'journal:segments': { args: readonly [set: DataSet]; result: readonly SegmentInfo[] };
  'journal:read': {
    args: readonly [
      set: DataSet,
      chain: ChainId,
      segment: string,
      offset: number | undefined,
      length: number | undefined,
    ];
    result: Uint8Array;
  };
  'journal:append': {
    args: readonly [set: DataSet, chain: ChainId, segment: string, at: number, bytes: Uint8Array];
    result: void;
  };
  'journal:set-aside': { args: readonly [set: DataSet, chain: ChainId, segment: string, from: number]; result: void };
  'journal:try-write': { args: readonly [set: DataSet, bytes: number]; result: void };
  'blobs:put': { args: readonly [set: DataSet, bytes: Uint8Array]; result: Digest };
  'blobs:get': { args: readonly [set: DataSet, digest: Digest]; result: Uint8Array | null };
  'blobs:list': {
    args: readonly [set: DataSet];
    result: readonly { readonly digest: Digest; readonly size: number }[];
  };
  'file:save': { args: readonly [suggestedName: string, kind: FileKind, bytes: Uint8Array]; result: string | null };
  'pdf:print': { args: readonly [name: string, bytes: Uint8Array]; result: void };
}

export type Channel = keyof BridgeChannels;

/** Errors cross process and world borders as data: both IPC and contextBridge drop the members of an Error. */
export type Answer<T> = Result<T, { readonly fault: StorageFault; readonly message: string }>;

type Crossed<F> = F extends (...args: infer A) => Promise<infer R> ? (...args: A) => Promise<Answer<R>> : never;
type CrossedMembers<P> = { readonly [M in keyof P]: Crossed<P[M]> };

/** What the preload puts on window.desktop: DesktopBridge, function by function, each result as an Answer. */
export interface ExposedBridge extends CrossedMembers<Omit<DesktopBridge, 'journal' | 'blobs'>> {
  readonly journal: (set: DataSet) => CrossedMembers<JournalPort>;
  readonly blobs: (set: DataSet) => CrossedMembers<BlobPort>;
}

/** The largest thing that crosses in one call, in bytes; documents and packages are far below it. */
const LARGEST = 512 * 1024 * 1024;

const isDataSet = (value: unknown): value is DataSet => value === 'main' || value === 'demo';
const isKind = (value: unknown): value is FileKind => value === 'xlsx' || value === 'pdf' || value === 'zip';
const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array && value.byteLength <= LARGEST;
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isSomeBytes = (value: unknown): value is number => isCount(value) && value <= LARGEST;
const isCountOrNone = (value: unknown): value is number | undefined => value === undefined || isCount(value);
const isDigest = (value: unknown): value is Digest => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isChain = (value: unknown): value is ChainId => typeof value === 'string' && isChainId(value);
const isSegment = (value: unknown): value is string => typeof value === 'string' && isSegmentName(value);
/** A name that a person may read in a dialog; the main process makes a file name of it. */
const isShownName = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= 400;

type Checks<Args extends readonly unknown[]> = { readonly [I in keyof Args]: (value: unknown) => value is Args[I] };

const CHECKS: { readonly [C in Channel]: Checks<BridgeChannels[C]['args']> } = {
  'app:info': [],
  'data:open': [isDataSet],
  'data:discard-demo': [],
  'data:choose-folder': [],
  'data:default-folder': [],
  'journal:segments': [isDataSet],
  'journal:read': [isDataSet, isChain, isSegment, isCountOrNone, isCountOrNone],
  'journal:append': [isDataSet, isChain, isSegment, isCount, isBytes],
  'journal:set-aside': [isDataSet, isChain, isSegment, isCount],
  'journal:try-write': [isDataSet, isSomeBytes],
  'blobs:put': [isDataSet, isBytes],
  'blobs:get': [isDataSet, isDigest],
  'blobs:list': [isDataSet],
  'file:save': [isShownName, isKind, isBytes],
  'pdf:print': [isShownName, isBytes],
};

/** All channels, for registering them. */
export const CHANNELS = Object.keys(CHECKS) as readonly Channel[];

/** True when the arguments are exactly what the channel takes: as many, each of its kind. */
export function isPayload<C extends Channel>(
  channel: C,
  args: readonly unknown[],
): args is BridgeChannels[C]['args'] {
  const checks: readonly ((value: unknown) => boolean)[] = CHECKS[channel];
  return args.length === checks.length && checks.every((check, i) => check(args[i]));
}
