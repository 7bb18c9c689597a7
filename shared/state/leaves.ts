import type { Documents, Group, Source } from './documents';

/** Kinds that are cut into leaves: groups of neighbouring keys. */
export type LeafKind =
  | 'courses'
  | 'rosters'
  | 'people'
  | 'directory'
  | 'owners'
  | 'papers'
  | 'barred'
  | 'totals'
  | 'summaries';

/** The most entries of a leaf before it is cut: a document is read and sealed in a blink, and there are few of them. */
export const LEAF_MOST: { readonly [K in LeafKind]: number } = {
  courses: 128,
  rosters: 256,
  people: 128,
  directory: 256,
  owners: 512,
  papers: 128,
  barred: 256,
  totals: 128,
  summaries: 128,
};

/** A sorted set of entries that is kept in leaves; the rosters and papers of each course are one of their own. */
export interface LeafScope<K extends LeafKind> {
  readonly kind: K;
  /** The course, for what is kept course by course. */
  readonly of?: string;
}

/** What a leaf's values are. */
export type LeafValue<K extends LeafKind> = Documents[K] extends Group<infer V> ? V : never;

/** The id of the document that says where the leaves of a scope begin. */
export const leavesId = ({ kind, of }: LeafScope<LeafKind>): string => (of === undefined ? kind : `${kind}/${of}`);

const documentId = ({ of }: LeafScope<LeafKind>, start: string): string =>
  of === undefined ? `/${start}` : `${of}/${start}`;

/** The ids of all leaf documents of a scope, in the order of their keys. */
export const leafIds = (source: Source, scope: LeafScope<LeafKind>): readonly string[] =>
  (source.read('leaves', leavesId(scope))?.starts ?? []).map((start) => documentId(scope, start));

/** The index of the leaf that a key belongs in: the last one that begins at or before it. */
export function leafIndex(starts: readonly string[], key: string): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= key) low = middle;
    else high = middle;
  }
  return low;
}

/** The id of the leaf document that a key belongs in; null when the scope is empty. */
export function leafIdOf(source: Source, scope: LeafScope<LeafKind>, key: string): string | null {
  const starts = source.read('leaves', leavesId(scope))?.starts;
  return starts && starts.length > 0 ? documentId(scope, starts[leafIndex(starts, key)]!) : null;
}

/** The value under a key; undefined when there is none. */
export function leafValue<K extends LeafKind>(
  source: Source,
  scope: LeafScope<K>,
  key: string,
): LeafValue<K> | undefined {
  const id = leafIdOf(source, scope, key);
  const group = id === null ? undefined : (source.read(scope.kind, id) as Group<LeafValue<K>> | undefined);
  return group?.entries.get(key);
}

/** All values of a scope, by key order of the leaves. Every leaf is asked for, also when some are not there yet. */
export function leafValues<K extends LeafKind>(source: Source, scope: LeafScope<K>): readonly LeafValue<K>[] {
  return leafIds(source, scope)
    .map((id) => source.read(scope.kind, id) as Group<LeafValue<K>> | undefined)
    .flatMap((group) => (group ? [...group.entries].sort(byKey).map(([, value]) => value) : []));
}

const byKey = (a: readonly [string, unknown], b: readonly [string, unknown]): number =>
  a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;

export const startDocument = (id: string, starts: readonly string[]): Documents['leaves'] => ({ id, starts });
export const leafDocumentId = documentId;
