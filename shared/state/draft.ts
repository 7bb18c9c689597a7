import type { DocumentKind, Documents, Group, Source } from './documents';
import {
  LEAF_MOST,
  leafDocumentId,
  leafIndex,
  leavesId,
  startDocument,
  type LeafKind,
  type LeafScope,
  type LeafValue,
} from './leaves';

/** Documents that became different, by kind and id; null = gone. */
export type ChangedDocuments = ReadonlyMap<DocumentKind, ReadonlyMap<string, Documents[DocumentKind] | null>>;

type Stored = Documents[DocumentKind] | null;

/**
 * Documents while changes are put into them. Each is copied when it is touched first and worked on until the end, so
 * that ten thousand records cost ten thousand steps; what was read from the source stays as it was.
 */
export class Draft implements Source {
  readonly #changed = new Map<DocumentKind, Map<string, Stored>>();
  /** The maps that belong to this draft and may be changed in place. */
  readonly #own = new WeakSet<ReadonlyMap<string, unknown>>();

  constructor(private readonly source: Source) {}

  read<K extends DocumentKind>(kind: K, id: string): Documents[K] | undefined {
    const changed = this.#changed.get(kind);
    if (changed?.has(id)) return (changed.get(id) ?? undefined) as Documents[K] | undefined;
    return this.source.read(kind, id);
  }

  /** Puts a document in its place; null takes it away. */
  put<K extends DocumentKind>(kind: K, id: string, document: Documents[K] | null): void {
    const changed = this.#changed.get(kind);
    if (changed) changed.set(id, document);
    else this.#changed.set(kind, new Map([[id, document]]));
  }

  changes(): ChangedDocuments {
    return this.#changed;
  }

  /** Puts a value into a group, which is made where there is none. `more` are the other members of a new one. */
  set<K extends GroupKind>(
    kind: K,
    id: string,
    key: string,
    value: ValueOf<K>,
    more?: Omit<Documents[K], 'id' | 'entries'>,
  ): void {
    this.#entries(kind, id, more).set(key, value);
  }

  /** Takes a value out of a group; a group without any goes, unless it says more than its entries. */
  delete<K extends GroupKind>(kind: K, id: string, key: string): void {
    const group = this.read(kind, id) as Group<ValueOf<K>> | undefined;
    if (!group?.entries.has(key)) return;
    const entries = this.#entries(kind, id);
    entries.delete(key);
    if (entries.size === 0 && Object.keys(group).length === 2) this.put(kind, id, null);
  }

  /** Puts a value under a key of a scope; a leaf that becomes too large is cut in two. */
  setLeaf<K extends LeafKind>(scope: LeafScope<K>, key: string, value: LeafValue<K>): void {
    const { kind } = scope;
    const starts = this.read('leaves', leavesId(scope))?.starts ?? [];
    if (starts.length === 0) {
      this.#setStarts(scope, ['']);
      this.set(kind, leafDocumentId(scope, ''), key, value as ValueOf<K>);
      return;
    }
    const place = leafIndex(starts, key);
    const id = leafDocumentId(scope, starts[place]!);
    const entries = this.#entries(kind, id);
    entries.set(key, value as ValueOf<K>);
    if (entries.size <= LEAF_MOST[kind]) return;
    const keys = [...entries.keys()].sort();
    // Keys mostly come in their order: the full leaf is left full, the next one begins.
    const cut = keys.at(-1) === key ? keys.length - 1 : keys.length >> 1;
    const start = keys[cut]!;
    const next = leafDocumentId(scope, start);
    for (const moved of keys.slice(cut)) {
      this.set(kind, next, moved, entries.get(moved)!);
      entries.delete(moved);
    }
    this.#setStarts(scope, [...starts.slice(0, place + 1), start, ...starts.slice(place + 1)]);
  }

  /** Takes a key out of a scope; a leaf without any goes. */
  deleteLeaf(scope: LeafScope<LeafKind>, key: string): void {
    const starts = this.read('leaves', leavesId(scope))?.starts ?? [];
    if (starts.length === 0) return;
    const place = leafIndex(starts, key);
    const id = leafDocumentId(scope, starts[place]!);
    this.delete(scope.kind, id, key);
    if (this.read(scope.kind, id)) return;
    const rest = starts.filter((_, i) => i !== place);
    // The first leaf takes whatever is smaller than all others, so its beginning is never left open.
    if (place === 0 && rest.length > 0) this.#beginFirst(scope, rest);
    else this.#setStarts(scope, rest);
  }

  #beginFirst(scope: LeafScope<LeafKind>, rest: readonly string[]): void {
    const [first, ...others] = rest;
    const moved = this.read(scope.kind, leafDocumentId(scope, first!));
    this.put(scope.kind, leafDocumentId(scope, first!), null);
    if (moved)
      this.put(scope.kind, leafDocumentId(scope, ''), {
        ...moved,
        id: leafDocumentId(scope, ''),
      } as Documents[LeafKind]);
    this.#setStarts(scope, ['', ...others]);
  }

  #setStarts(scope: LeafScope<LeafKind>, starts: readonly string[]): void {
    const id = leavesId(scope);
    this.put('leaves', id, starts.length > 0 ? startDocument(id, starts) : null);
  }

  #entries<K extends GroupKind>(kind: K, id: string, more?: object): Map<string, ValueOf<K>> {
    const group = this.read(kind, id) as (Group<ValueOf<K>> & object) | undefined;
    if (group && this.#own.has(group.entries)) return group.entries as Map<string, ValueOf<K>>;
    const entries = new Map(group?.entries);
    this.#own.add(entries);
    this.put(kind, id, { ...more, ...group, id, entries } as unknown as Documents[K]);
    return entries;
  }
}

/** Kinds whose documents are groups. */
export type GroupKind = { [K in DocumentKind]: Documents[K] extends Group<unknown> ? K : never }[DocumentKind];
type ValueOf<K extends GroupKind> = Documents[K] extends Group<infer V> ? V : never;
