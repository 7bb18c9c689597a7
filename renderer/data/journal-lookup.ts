import type { Digest } from '../../shared/basics/sha256';
import type { UndoSlice } from '../../shared/commands/undo-entry';
import type { Entry } from '../../shared/journal/entry';
import type { Journal } from '../../shared/journal/journal';
import type { PersonId } from '../../shared/records/ids';
import type { Person } from '../../shared/records/person';
import { holderOf, ownerOf, seatOf } from '../../shared/state/find-record';
import { sameHuman } from '../../shared/state/same-human';
import { ask } from './ask';
import { changesOf } from './changes-of';
import { lineByHash, linesAfter, linesBackward, standingLine } from './journal-lines';
import type { JournalLine } from './row-types';
import type { Projection } from './schema';
import type { LaterEntry, RecordedEntry } from './store-api';

/** The entry with this hash and everything it changed, read from the journal; for an import any of its parts will do. */
export async function recordedEntry(
  db: Projection,
  journal: Journal,
  hash: Digest,
): Promise<RecordedEntry | undefined> {
  const last = await wholeOf(db, hash);
  if (!last) return undefined;
  const entries = await read(journal, last.chain, last.firstSeq ?? last.seq, last.seq);
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

/** The line that stands for the entry with this hash; undefined when there is none that is in force. */
async function wholeOf(db: Projection, hash: Digest): Promise<JournalLine | undefined> {
  const line = await lineByHash(db, hash);
  return !line || line.standing === 'unclosed' ? undefined : standingLine(db, line);
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
  const last = await wholeOf(db, hash);
  if (!last) return undefined;
  const hashes = new Set<Digest>([last.hash]);
  let first = last;
  const since = new Set<Digest>();
  await linesBackward(db, (line) => {
    const isOwn = line.hash === last.hash || (line.importId !== undefined && line.importId === last.importId);
    if (isOwn) {
      hashes.add(line.hash);
      first = line;
    } else if (line.standing !== 'unclosed') since.add(line.hash);
    return line.chain === last.chain && line.seq === (last.firstSeq ?? last.seq) ? 'enough' : 'more';
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
  return { entries, later, ...(await concerned(db, entries)) };
}

/**
 * The enrolments of the people and certificates in these entries (under whichever of their records) and those
 * themselves; and the people of all of them, with everybody whom they were merged with.
 */
function concerned(
  db: Projection,
  entries: readonly Entry[],
): Promise<Required<Pick<UndoSlice, 'enrolments' | 'persons'>>> {
  const keys = { persons: new Set<string>(), certificates: new Set<string>(), enrolments: new Set<string>() };
  for (const change of entries.flatMap(changesOf)) {
    const record = change.after ?? change.before;
    if (change.table === 'persons' || change.table === 'certificates' || change.table === 'enrolments')
      keys[change.table].add(change.key);
    if (record && 'enrolmentId' in record) keys.enrolments.add(record.enrolmentId);
    if (record && 'certificateId' in record) keys.certificates.add(record.certificateId);
  }
  return ask(db, (source) => {
    const people = new Set<PersonId>([...keys.persons].flatMap((id) => sameHuman(source, id as PersonId)));
    for (const id of keys.certificates) {
      const holder = ownerOf(source, 'certificates', id);
      for (const person of holder === undefined ? [] : sameHuman(source, holder as PersonId)) people.add(person);
    }
    const wanted = new Set(keys.enrolments);
    for (const person of people)
      for (const [enrolment] of holderOf(source, person)?.enrolled ?? [])
        if (keys.persons.size > 0 || keys.certificates.has(seatOf(source, enrolment)?.enrolment.certificateId ?? ''))
          wanted.add(enrolment);
    const enrolments = [...wanted].flatMap((id) => seatOf(source, id)?.enrolment ?? []);
    for (const { personId } of enrolments) for (const id of sameHuman(source, personId)) people.add(id);
    return {
      enrolments,
      persons: new Map(
        [...people].flatMap((id): [PersonId, Person][] => {
          const person = holderOf(source, id)?.person;
          return person ? [[id, person]] : [];
        }),
      ),
    };
  });
}

/** The entries after one that changed any of these records, oldest first; parts of an import count as the import. */
export async function laterEntries(
  db: Projection,
  keys: readonly { readonly table: string; readonly key: string }[],
  after: Digest,
): Promise<readonly LaterEntry[]> {
  const start = await lineByHash(db, after);
  if (!start) return [];
  const wanted = new Map(keys.map((key) => [`${key.table}/${key.key}`, key]));
  const found = new Map<string, { line: JournalLine; touched: LaterEntry['touched'] }>();
  await linesAfter(db, start.place, (line, touches) => {
    if (line.standing === 'unclosed' || (line.importId !== undefined && line.importId === start.importId)) return;
    const name = line.importId ?? line.hash;
    const known = found.get(name);
    const touched = touches.flatMap((touch) => wanted.get(touch) ?? []);
    // The last line of an import stands for all of it, whichever of its parts touched something.
    if (known) found.set(name, { line, touched: [...known.touched, ...touched] });
    else if (touched.length > 0) found.set(name, { line, touched });
  });
  return [...found.values()].map(({ line: { hash, kind, time }, touched }) => ({ hash, kind, time, touched }));
}
