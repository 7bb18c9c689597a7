import type { Digest } from '../../shared/basics/sha256';
import type { UndoSlice } from '../../shared/commands/undo-entry';
import type { Entry } from '../../shared/journal/entry';
import type { Journal } from '../../shared/journal/journal';
import type { Enrolment } from '../../shared/records/enrolment';
import { changesOf } from './entry-rows';
import type { EntryRow } from './row-types';
import type { Projection } from './schema';
import type { LaterEntry, RecordedEntry } from './store-api';

/** The entry with this hash and everything it changed, read from the journal; for an import any of its parts will do. */
export async function recordedEntry(
  db: Projection,
  journal: Journal,
  hash: Digest,
): Promise<RecordedEntry | undefined> {
  const row = await db.entries.where('hash').equals(hash).first();
  if (!row || row.standing === 'unclosed') return undefined;
  const rows =
    row.importId === undefined ? [row] : await db.entries.where('importId').equals(row.importId).sortBy('place');
  const first = rows[0]!;
  const last = rows.at(-1)!;
  const entries = await read(journal, first.chain, first.seq, last.seq);
  return {
    hash: last.hash,
    kind: last.kind,
    time: last.time,
    operator: last.operator,
    ...(last.reason !== undefined && { reason: last.reason }),
    parents: last.parents,
    changes: entries.flatMap(changesOf),
  };
}

/** Entries from–to of one chain. */
async function read(journal: Journal, chain: string, from: number, to: number): Promise<readonly Entry[]> {
  const others = journal.heads().filter((head) => head.chain !== chain);
  const found: Entry[] = [];
  for await (const batch of journal.readAll({ after: [...others, { chain, seq: from - 1, hash: '' }], batch: 50 })) {
    for (const entry of batch)
      if (entry.header.chain === chain && entry.header.seq >= from && entry.header.seq <= to) found.push(entry);
    if (found.length > to - from) break;
  }
  return found;
}

/**
 * An entry with all that was done since, for undo-entry. Reads the journal from there on, so undoing something old in a
 * long journal takes seconds. Imports that were never closed are left out: they have no effect.
 */
export async function undoSlice(db: Projection, journal: Journal, hash: Digest): Promise<UndoSlice | undefined> {
  const row = await db.entries.where('hash').equals(hash).first();
  if (!row || row.standing === 'unclosed') return undefined;
  const own =
    row.importId === undefined ? [row] : await db.entries.where('importId').equals(row.importId).sortBy('place');
  const hashes = new Set(own.map((part) => part.hash));
  const first = own[0]!;
  const since = new Set<Digest>();
  await db.entries
    .where('place')
    .above(first.place)
    .each((later) => {
      if (later.standing !== 'unclosed' && !hashes.has(later.hash)) since.add(later.hash);
    });
  // Of a journal with several chains the order is found only from its beginning.
  const after = journal.heads().length === 1 ? [{ chain: first.chain, seq: first.seq - 1, hash: '' }] : [];
  const entries: Entry[] = [];
  const later: Entry[] = [];
  for await (const batch of journal.readAll({ after }))
    for (const entry of batch) {
      if (hashes.has(entry.hash)) entries.push(entry);
      else if (since.has(entry.hash)) later.push(entry);
    }
  return { entries, later, enrolments: await enrolmentsTouched(db, entries) };
}

/** The enrolments of the people and certificates in these entries, and those themselves. */
async function enrolmentsTouched(db: Projection, entries: readonly Entry[]): Promise<readonly Enrolment[]> {
  const keys = { persons: new Set<string>(), certificates: new Set<string>(), enrolments: new Set<string>() };
  for (const change of entries.flatMap(changesOf)) {
    const record = change.after ?? change.before;
    if (change.table === 'persons' || change.table === 'certificates' || change.table === 'enrolments')
      keys[change.table].add(change.key);
    if (record && 'enrolmentId' in record) keys.enrolments.add(record.enrolmentId);
    if (record && 'certificateId' in record) keys.certificates.add(record.certificateId);
  }
  const [people, certificates] = await Promise.all([
    db.persons.bulkGet([...keys.persons]),
    db.certificates.bulkGet([...keys.certificates]),
  ]);
  for (const row of [...people, ...certificates])
    for (const id of Object.keys(row?.linked?.enrolments ?? {})) keys.enrolments.add(id);
  return (await db.enrolments.bulkGet([...keys.enrolments])).flatMap((row) => row?.record ?? []);
}

/** The entries after one that changed any of these records, oldest first; parts of an import count as the import. */
export async function laterEntries(
  db: Projection,
  keys: readonly { readonly table: string; readonly key: string }[],
  after: Digest,
): Promise<readonly LaterEntry[]> {
  const start = await db.entries.where('hash').equals(after).first();
  if (!start) return [];
  const wanted = new Map(keys.map((key) => [`${key.table}/${key.key}`, key]));
  const later = await db.entries.where('place').above(start.place).count();
  const rows =
    later <= wanted.size
      ? await db.entries.where('place').above(start.place).toArray()
      : (
          await db.entries
            .where('touches')
            .anyOf([...wanted.keys()])
            .distinct()
            .toArray()
        ).filter((row) => row.place > start.place);
  const found = new Map<Digest, LaterEntry>();
  for (const row of rows.sort((a, b) => a.place - b.place)) {
    const touched = row.touches.flatMap((touch) => wanted.get(touch) ?? []);
    if (
      touched.length === 0 ||
      row.standing === 'unclosed' ||
      (row.importId !== undefined && row.importId === start.importId)
    )
      continue;
    const { hash, kind, time } = await closing(db, row);
    found.set(hash, { hash, kind, time, touched: [...(found.get(hash)?.touched ?? []), ...touched] });
  }
  return [...found.values()];
}

/** The entry that closes an import, for one of its parts; any other entry is itself. */
async function closing(db: Projection, row: EntryRow): Promise<EntryRow> {
  if (row.standing !== 'part' || row.importId === undefined) return row;
  const rows = await db.entries.where('importId').equals(row.importId).toArray();
  return rows.find((other) => other.standing === 'in-force') ?? row;
}
