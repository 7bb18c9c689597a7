import { canonicalJson } from '../basics/canonical-json';
import type { Json } from '../basics/json';
import type { Digest } from '../basics/sha256';
import { refOf } from './build-entry';
import { checkpointOf, type Checkpoint } from './checkpoint';
import type { ChainId, Entry, EntryItem, EntryRef } from './entry';
import { mergeOrder } from './merge-order';

/** The kind of the entry by which a person ends a conflict: it names the rivals it decided against among its parents. */
export const CONFLICT_DECISION = 'conflict.decide';

/** A value of a record and the entry that wrote it. null: the record does not exist. */
export interface RecordVersion {
  readonly entry: EntryRef;
  readonly value: Json;
}

/** Two devices changed one record without knowing of each other. The first in merge order stays in force until a person decides. */
export interface Conflict {
  readonly table: string;
  readonly key: string;
  readonly inForce: RecordVersion;
  readonly rivals: readonly RecordVersion[];
}

/** One record that is different because of an entry. null: the record does not exist any more. */
export interface AppliedChange {
  readonly table: string;
  readonly key: string;
  readonly value: Json;
}

/** An import whose closing entry is not here: none of it is in force. */
export interface OpenImport {
  readonly chain: ChainId;
  readonly id: string;
  readonly parts: number;
  readonly seen: number;
}

/** What the entries make together. */
export interface ReplayedState {
  /** Table → key → value of the records that exist. */
  readonly tables: ReadonlyMap<string, ReadonlyMap<string, Json>>;
  readonly conflicts: readonly Conflict[];
  readonly openImports: readonly OpenImport[];
  /** Records whose newest item is sealed: they exist, their value is not known here. */
  readonly sealed: readonly { readonly table: string; readonly key: string; readonly entry: EntryRef }[];
  readonly heads: Checkpoint;
}

/** A replay in steps, for journals that are read in batches. */
export interface Replay {
  /**
   * Takes the next entry in merge order; gives the records that are different because of it, in order. A part of an
   * import gives nothing, its closing entry gives all of it.
   */
  add(entry: Entry): readonly AppliedChange[];
  /** All rival values so far, also where they say the same as the value in force by now. */
  rivalries(): readonly Conflict[];
  state(): ReplayedState;
}

/** Where an entry stands and what its writer knew: of each other chain the highest entry in its past. */
interface Position extends EntryRef {
  readonly known: ReadonlyMap<ChainId, number>;
}

interface Version {
  /** undefined: sealed. */
  readonly value: Json | undefined;
  readonly at: Position;
}

interface Slot {
  inForce: Version;
  rivals: readonly Version[];
}

const NOBODY: ReadonlyMap<ChainId, number> = new Map();

const knows = (at: Position, other: EntryRef): boolean =>
  other.chain === at.chain ? other.seq <= at.seq : (at.known.get(other.chain) ?? 0) >= other.seq;

/** A replay that has seen nothing yet. Entries must be verified and come in merge order. */
export function createReplay(): Replay {
  const tables = new Map<string, Map<string, Slot>>();
  const positions = new Map<Digest, Position>();
  const heads = new Map<ChainId, Position>();
  const imports = new Map<string, Entry[]>();

  const place = (entry: Entry): Position => {
    let known = heads.get(entry.header.chain)?.known ?? NOBODY;
    for (const hash of entry.header.parents) {
      const parent = positions.get(hash);
      if (parent && parent.chain !== entry.header.chain) known = joined(known, parent, entry.header.chain);
    }
    const position: Position = { ...refOf(entry), known };
    positions.set(entry.hash, position);
    heads.set(entry.header.chain, position);
    return position;
  };

  const write = (entry: Entry, item: EntryItem, at: Position): AppliedChange | null => {
    const version: Version = { value: item.enc === 'none' ? item.after : undefined, at };
    const records = tables.get(item.table) ?? new Map<string, Slot>();
    tables.set(item.table, records);
    const slot = records.get(item.key);
    if (!slot) {
      records.set(item.key, { inForce: version, rivals: [] });
    } else if (knows(at, slot.inForce.at)) {
      slot.inForce = version;
      if (entry.header.kind === CONFLICT_DECISION)
        slot.rivals = slot.rivals.filter((rival) => !entry.header.parents.includes(rival.at.hash));
    } else {
      slot.rivals = [...slot.rivals.filter((rival) => !knows(at, rival.at)), version];
      return null;
    }
    return version.value === undefined ? null : { table: item.table, key: item.key, value: version.value };
  };

  const apply = (entries: readonly Entry[], at: Position): readonly AppliedChange[] =>
    entries.flatMap((entry) => entry.items.flatMap((item) => (item === null ? [] : (write(entry, item, at) ?? []))));

  return {
    add(entry) {
      const at = place(entry);
      const part = entry.header.import;
      if (!part) return apply([entry], at);
      const name = `${entry.header.chain} ${part.id}`;
      const seen = [...(imports.get(name) ?? []), entry];
      imports.set(name, seen);
      const whole =
        part.part === part.parts &&
        seen.length === part.parts &&
        seen.every(({ header }, i) => header.import?.part === i + 1);
      if (!whole) return [];
      imports.delete(name);
      return apply(seen, at);
    },
    rivalries: () => rivalriesOf(tables),
    state: () => ({
      tables: valuesOf(tables),
      conflicts: openConflicts(rivalriesOf(tables)),
      openImports: [...imports.values()].map((seen) => {
        const { chain, import: part } = seen[0]!.header;
        return { chain, id: part!.id, parts: part!.parts, seen: seen.length };
      }),
      sealed: [...slotsOf(tables)]
        .filter(({ slot }) => slot.inForce.value === undefined)
        .map(({ table, key, slot }) => ({ table, key, entry: refTo(slot.inForce.at) })),
      heads: checkpointOf(heads.values()),
    }),
  };
}

/** What these verified entries make together, in whatever order they are given. Throws RangeError where mergeOrder does. */
export function replay(entries: Iterable<Entry>): ReplayedState {
  const steps = createReplay();
  for (const entry of mergeOrder(entries)) steps.add(entry);
  return steps.state();
}

function joined(known: ReadonlyMap<ChainId, number>, parent: Position, own: ChainId): ReadonlyMap<ChainId, number> {
  const all = new Map(known);
  for (const [chain, seq] of [...parent.known, [parent.chain, parent.seq] as const]) {
    if (chain !== own && (all.get(chain) ?? 0) < seq) all.set(chain, seq);
  }
  return all;
}

const refTo = ({ chain, seq, hash }: EntryRef): EntryRef => ({ chain, seq, hash });

function* slotsOf(
  tables: ReadonlyMap<string, ReadonlyMap<string, Slot>>,
): Generator<{ table: string; key: string; slot: Slot }> {
  for (const [table, records] of tables) for (const [key, slot] of records) yield { table, key, slot };
}

function valuesOf(
  tables: ReadonlyMap<string, ReadonlyMap<string, Slot>>,
): ReadonlyMap<string, ReadonlyMap<string, Json>> {
  const values = new Map<string, Map<string, Json>>();
  for (const { table, key, slot } of slotsOf(tables)) {
    const { value } = slot.inForce;
    if (value === undefined || value === null) continue;
    const records = values.get(table) ?? new Map<string, Json>();
    values.set(table, records.set(key, value));
  }
  return values;
}

function rivalriesOf(tables: ReadonlyMap<string, ReadonlyMap<string, Slot>>): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  for (const { table, key, slot } of slotsOf(tables)) {
    if (slot.rivals.length === 0 || slot.inForce.value === undefined) continue;
    const rivals = slot.rivals.flatMap(({ at, value }) => (value === undefined ? [] : [{ entry: refTo(at), value }]));
    conflicts.push({ table, key, inForce: { entry: refTo(slot.inForce.at), value: slot.inForce.value }, rivals });
  }
  return conflicts;
}

/** The conflicts that a person must decide: rivals that say the same as the value in force are none. */
export const openConflicts = (rivalries: readonly Conflict[]): readonly Conflict[] =>
  rivalries.flatMap((conflict): readonly Conflict[] => {
    const text = canonicalJson(conflict.inForce.value);
    const rivals = conflict.rivals.filter(({ value }) => canonicalJson(value) !== text);
    return rivals.length > 0 ? [{ ...conflict, rivals }] : [];
  });
