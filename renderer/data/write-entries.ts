import type { Change } from '../../shared/commands/intent';
import type { Entry } from '../../shared/journal/entry';
import { applyChanges } from './apply-changes';
import type { RecordChange } from './record-change';
import { changesOf, courseOfChanges, entryRow, type CourseOf } from './entry-rows';
import type { Initials, LoadInitials } from './pinyin-initials';
import { RecordDigest } from './record-digest';
import type { AppliedHead, EntryRow, MetaRow } from './row-types';
import { PROJECTION_VERSION, type Projection } from './schema';
import { markStale, rememberSeats } from './stale';
import { RowsNotInStep } from './storage-faults';

/** An entry and what it makes different: nothing for the parts of an import, everything for its closing entry. */
export interface EntryToWrite {
  readonly entry: Entry;
  readonly effect: readonly RecordChange[];
  /** The changes of an import that this entry closes, its own included. */
  readonly standing: EntryRow['standing'];
}

export interface WriteOptions {
  readonly initials: LoadInitials;
  /** 'stale' marks what must be added up again; 'later' leaves it to the caller, who adds everything up. */
  readonly totals: 'stale' | 'later';
  readonly folder: string;
  /** Told how many rows are written so far. */
  readonly onWritten?: (rows: number) => void;
}

/** The course of each change, and what changed: what the live parts of the screen need to know. */
export interface Written {
  readonly changes: readonly Change[];
  readonly courseOf: CourseOf;
}

export const EMPTY_META: MetaRow = {
  id: 'projection',
  projectionVersion: PROJECTION_VERSION,
  heads: [],
  place: 0,
  digest: RecordDigest.empty().text(),
  folder: '',
};

/**
 * Writes consecutive entries in one transaction: their rows, the journal's index, and how far the rows follow the
 * journal. Either all of it is there afterwards or nothing. Rejects with RowsNotInStep where the rows do not follow the
 * journal up to the entry before these: to go on would be to lose what came before, and nobody would see it.
 */
export async function writeEntries(
  db: Projection,
  entries: readonly EntryToWrite[],
  options: WriteOptions,
): Promise<Written> {
  const named = entries.some(({ effect }) => effect.some(({ table, after }) => table === 'persons' && after));
  // Before the transaction, which would end while a file is awaited.
  const initials = named ? await options.initials() : nobody;
  return db.transaction('rw', db.tables, async () => {
    const meta = await db.meta.get('projection');
    if (!meta || !entries.every(followsIn(meta.heads))) throw new RowsNotInStep('other entries come before these');
    const changesPer = entries.map(({ entry }) => changesOf(entry));
    const changes = changesPer.flat();
    const courseOf = await courseOfChanges(db, changesPer);
    const digest = RecordDigest.parse(meta.digest);
    await applyChanges(
      db,
      entries.flatMap(({ effect }) => effect),
      initials,
      digest,
      options.onWritten,
    );
    await rememberSeats(db, changes);
    if (options.totals === 'stale') await markStale(db, changes, courseOf, meta.place + entries.length);
    const closed = closedImports(entries);
    await db.entries.bulkPut(
      entries.map(({ entry, standing }, i) => {
        const isPart = standing === 'unclosed' && closed.has(entry.header.import?.id ?? '');
        return entryRow(entry, meta.place + i + 1, isPart ? 'part' : standing, changesPer[i]!, courseOf);
      }),
    );
    await settleImports(db, closed);
    await db.meta.put({
      ...meta,
      heads: headsAfter(meta.heads, entries),
      place: meta.place + entries.length,
      digest: digest.text(),
      folder: options.folder,
    });
    return { changes, courseOf };
  });
}

/** Says of consecutive entries, asked in their order, whether each is the next of its chain. */
function followsIn(heads: readonly AppliedHead[]): (entry: EntryToWrite) => boolean {
  const last = new Map(heads.map(({ chain, seq, hash }) => [chain, { seq, hash }]));
  return ({ entry: { header, hash } }) => {
    const before = last.get(header.chain) ?? { seq: 0, hash: '' };
    last.set(header.chain, { seq: header.seq, hash });
    return header.seq === before.seq + 1 && header.prevHash === before.hash;
  };
}

/** Stands for the dictionary where no person is written. */
const nobody: Initials = (name) => {
  throw new Error(`initials of ${name.length} characters were not expected`);
};

/** The imports that these entries close. */
const closedImports = (entries: readonly EntryToWrite[]): ReadonlySet<string> =>
  new Set(
    entries.flatMap(({ entry: { header }, standing }) =>
      standing === 'in-force' && header.import ? [header.import.id] : [],
    ),
  );

/** The parts written earlier of an import that has just been closed are in force from now on. */
async function settleImports(db: Projection, closed: ReadonlySet<string>): Promise<void> {
  if (closed.size === 0) return;
  const parts = await db.entries
    .where('importId')
    .anyOf([...closed])
    .toArray();
  const settled = parts.flatMap((row): EntryRow[] =>
    row.standing === 'unclosed' ? [{ ...row, standing: 'part' }] : [],
  );
  if (settled.length > 0) await db.entries.bulkPut(settled);
}

function headsAfter(heads: readonly AppliedHead[], entries: readonly EntryToWrite[]): readonly AppliedHead[] {
  const byChain = new Map(heads.map((head) => [head.chain, head]));
  for (const { entry } of entries)
    byChain.set(entry.header.chain, { chain: entry.header.chain, seq: entry.header.seq, hash: entry.hash });
  return [...byChain.values()].sort((a, b) => (a.chain < b.chain ? -1 : 1));
}
