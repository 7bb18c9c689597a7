import type { Change } from '../../shared/commands/intent';
import type { Entry } from '../../shared/journal/entry';
import type { Conflict } from '../../shared/journal/replay';
import type { CourseId } from '../../shared/records/ids';
import { applyChanges, NO_INITIALS } from '../../shared/state/apply';
import { conflictsAfter } from '../../shared/state/conflicts-after';
import type { DocumentKind, Documents, RecordChange } from '../../shared/state/documents';
import { Draft, type ChangedDocuments } from '../../shared/state/draft';
import { answer, LoadedDocuments } from './ask';
import { changesOf } from './changes-of';
import { courseOfChanges, type CourseOf } from './course-of';
import { appendLines, lastLinesOf, type LineToWrite } from './journal-lines';
import type { LoadInitials } from './pinyin-initials';
import type { AppliedHead, JournalLine, MetaRow } from './row-types';
import { PROJECTION_VERSION, type Projection } from './schema';
import { markStale } from './stale';
import { RowsNotInStep } from './storage-faults';

/** An entry and what it makes different: nothing for the parts of an import, everything for its closing entry. */
export interface EntryToWrite {
  readonly entry: Entry;
  readonly effect: readonly RecordChange[];
  /** The changes of an import that this entry closes, its own included. */
  readonly standing: JournalLine['standing'];
}

export interface WriteOptions {
  readonly initials: LoadInitials;
  /** 'stale' marks what must be added up again; 'later' leaves it to the caller, who adds everything up. */
  readonly totals: 'stale' | 'later';
  readonly folder: string;
  /** What earlier calls read and wrote of these rows, when nobody else has written since; it is brought up to date. */
  readonly known?: LoadedDocuments;
  /** Told how many of the changes are in the rows so far. */
  readonly onWritten?: (changes: number) => void;
}

/** What changed, the course of each change, and the documents that are different: what the live parts of the screen need to know. */
export interface Written {
  readonly changes: readonly Change[];
  readonly courseOf: CourseOf;
  readonly documents: ChangedDocuments;
}

export const EMPTY_META: MetaRow = {
  id: 'projection',
  projectionVersion: PROJECTION_VERSION,
  heads: [],
  place: 0,
  folder: '',
  kinds: {},
  parts: 0,
};

/** Changes that are worked on, and documents that are handed over, before the window may paint again. */
const LOT = 500;
const DOCUMENT_LOT = 16;

/** Lets the window paint and keeps the transaction alive meanwhile, which waiting for anything else would end. */
const breathe = (db: Projection): PromiseLike<unknown> => db.meta.count();

/**
 * Writes consecutive entries in one transaction: what they make different, their lines in the journal's index, and how
 * far the rows follow the journal. Either all of it is there afterwards or nothing. Rejects with RowsNotInStep where the rows do
 * not follow the journal up to the entry before these: to go on would be to lose what came before, and nobody would see it.
 */
export async function writeEntries(
  db: Projection,
  entries: readonly EntryToWrite[],
  options: WriteOptions,
): Promise<Written> {
  const named = entries.some(({ effect }) => effect.some(({ table, after }) => table === 'persons' && after));
  // Before the transaction, which would end while a file is awaited.
  const initials = named ? await options.initials() : NO_INITIALS;
  return db.transaction('rw', db.tables, async () => {
    // Asked for at once: one after the other, each would wait for its own way to the disk's process and back.
    const [meta, conflicts, stale, lastLines] = await Promise.all([
      db.meta.get('projection'),
      db.conflicts.get('conflicts'),
      db.stale.get('stale'),
      lastLinesOf(db),
    ]);
    if (!meta || !entries.every(followsIn(meta.heads))) throw new RowsNotInStep('other entries come before these');
    const loaded = options.known ?? new LoadedDocuments();
    const changesPer = entries.map(({ entry }) => changesOf(entry));
    const changes = changesPer.flat();
    const courseOf = await answer(db, loaded, (source) => courseOfChanges(source, changesPer));
    const effect = entries.flatMap((entry) => entry.effect);
    const documents = new Map<DocumentKind, Map<string, Documents[DocumentKind] | null>>();
    for (let from = 0; from < effect.length; from += LOT) {
      const lot = effect.slice(from, from + LOT);
      const made = await answer(db, loaded, (source) => {
        const draft = new Draft(source);
        applyChanges(draft, lot, initials);
        return draft.changes();
      });
      loaded.take(made);
      for (const [kind, some] of made) documents.set(kind, new Map([...(documents.get(kind) ?? []), ...some]));
      if (from + LOT < effect.length) await breathe(db);
    }
    const lines = linesOf(entries, changesPer, courseOf, meta.place);
    await Promise.all([
      writeDocuments(db, documents, (share) => options.onWritten?.(Math.floor(share * changes.length))),
      options.totals === 'stale' &&
        markStale(db, loaded, stale?.entries, { changes, courseOf, place: meta.place + entries.length }),
      appendLines(db, lines, lastLines),
      noteConflicts(db, conflicts?.list, entries),
      db.meta.put({ ...metaAfter(meta, entries, lines), folder: options.folder }),
    ]);
    return { changes, courseOf, documents };
  });
}

/** Puts changed documents in their places; `onWritten` is told what share of them is there. */
export async function writeDocuments(
  db: Projection,
  documents: ChangedDocuments,
  onWritten: (share: number) => void = () => undefined,
): Promise<void> {
  const of = [...documents.values()].reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  const write = async (
    kind: DocumentKind,
    some: ReadonlyMap<string, Documents[DocumentKind] | null>,
  ): Promise<void> => {
    const table = db.table<Documents[DocumentKind], string>(kind);
    const gone = [...some].flatMap(([id, document]) => (document ? [] : [id]));
    const put = [...some.values()].filter((document) => document !== null);
    if (gone.length > 0) await table.bulkDelete(gone);
    done += gone.length;
    for (let from = 0; from < put.length; from += DOCUMENT_LOT) {
      const lot = put.slice(from, from + DOCUMENT_LOT);
      await table.bulkPut(lot);
      onWritten((done += lot.length) / of);
    }
  };
  // A few are written side by side; of many, one kind after the other, so that the window may paint in between.
  if (of <= DOCUMENT_LOT) await Promise.all([...documents].map(([kind, some]) => write(kind, some)));
  else for (const [kind, some] of documents) await write(kind, some);
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

/** The lines of consecutive entries; of an import the last line counts for all its parts. */
function linesOf(
  entries: readonly EntryToWrite[],
  changesPer: readonly (readonly Change[])[],
  courseOf: CourseOf,
  before: number,
): readonly LineToWrite[] {
  const closed = new Set(
    entries.flatMap(({ entry: { header }, standing }) =>
      standing === 'in-force' && header.import ? [header.import.id] : [],
    ),
  );
  const imports = new Map<
    string,
    { first: number; last: number; tables: Record<string, number>; courses: Set<CourseId> }
  >();
  const lines = entries.map(({ entry, standing }, i): LineToWrite & { line: JournalLine } => {
    const { header } = entry;
    const changes = changesPer[i]!;
    const tables: Record<string, number> = {};
    const courses = new Set<CourseId>();
    for (const change of changes) {
      tables[change.table] = (tables[change.table] ?? 0) + 1;
      const course = courseOf(change);
      if (course) courses.add(course);
    }
    const id = header.import?.id;
    if (id !== undefined) {
      const whole = imports.get(id) ?? { first: header.seq, last: i, tables: {}, courses: new Set<CourseId>() };
      imports.set(id, whole);
      whole.last = i;
      for (const [table, count] of Object.entries(tables)) whole.tables[table] = (whole.tables[table] ?? 0) + count;
      for (const course of courses) whole.courses.add(course);
    }
    return {
      line: {
        place: before + i + 1,
        hash: entry.hash,
        chain: header.chain,
        seq: header.seq,
        kind: header.kind,
        time: header.time,
        operator: header.operator,
        ...(header.reason !== undefined && { reason: header.reason }),
        parents: header.parents,
        tables,
        courses: [...courses].sort(),
        ...(id !== undefined && { importId: id }),
        standing: standing === 'unclosed' && closed.has(id ?? '') ? 'part' : standing,
      },
      touches: [...new Set(changes.map((change) => `${change.table}/${change.key}`))],
    };
  });
  for (const { first, last, tables, courses } of imports.values()) {
    const { line, touches } = lines[last]!;
    lines[last] = { line: { ...line, tables, courses: [...courses].sort(), firstSeq: first }, touches };
  }
  return lines;
}

function metaAfter(meta: MetaRow, entries: readonly EntryToWrite[], lines: readonly LineToWrite[]): MetaRow {
  const heads = new Map<string, AppliedHead>(meta.heads.map((head) => [head.chain, head]));
  for (const { entry } of entries)
    heads.set(entry.header.chain, { chain: entry.header.chain, seq: entry.header.seq, hash: entry.hash });
  const kinds: Record<string, number> = { ...meta.kinds };
  for (const { line } of lines) kinds[line.kind] = (kinds[line.kind] ?? 0) + 1;
  return {
    ...meta,
    heads: [...heads.values()].sort((a, b) => (a.chain < b.chain ? -1 : 1)),
    place: meta.place + entries.length,
    kinds,
    parts: meta.parts + lines.filter(({ line }) => line.importId !== undefined && line.firstSeq === undefined).length,
  };
}

/** Conflicts after these entries: what is in force may be another value now, and a decision ends them. */
async function noteConflicts(
  db: Projection,
  known: readonly Conflict[] = [],
  entries: readonly EntryToWrite[],
): Promise<void> {
  if (known.length === 0) return;
  const list = entries.reduce((now, { entry, effect }) => conflictsAfter(now, entry, effect), known);
  if (list !== known) await db.conflicts.put({ id: 'conflicts', list });
}
