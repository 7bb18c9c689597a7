import type { Change } from '../../shared/commands/intent';
import type { Entry } from '../../shared/journal/entry';
import type { CourseId } from '../../shared/records/ids';
import type { TableName } from '../../shared/records/tables';
import type { EntryRow } from './row-types';
import { ROW_TABLES } from './row-types';
import type { Projection } from './schema';

const TABLES: ReadonlySet<string> = new Set<TableName>([...ROW_TABLES, 'marks']);

/** Thrown for an entry that a later version of the program wrote: to leave out what one does not know would be to lose it. */
export class UnknownTable extends Error {
  override readonly name = 'UnknownTable';
  constructor(readonly table: string) {
    super(`the journal has records of an unknown table: ${table}`);
  }
}

/** The changes that an entry stands for; erased items are none. Throws UnknownTable, and for sealed items without a key. */
export function changesOf(entry: Entry): readonly Change[] {
  const changes: Change[] = [];
  for (const item of entry.items) {
    if (!item) continue;
    if (item.enc !== 'none') throw new Error(`item ${item.table}/${item.key} is sealed`);
    if (!TABLES.has(item.table)) throw new UnknownTable(item.table);
    const { table, key, before, after } = item;
    changes.push({ table, key, before, after } as unknown as Change);
  }
  return changes;
}

/** Says which course a change belongs to; null for what belongs to none (people, settings …). */
export type CourseOf = (change: Change) => CourseId | null;

/** The session or enrolment by which a record without a course of its own belongs to one. */
function carrierOf(change: Change): { readonly table: 'sessions' | 'enrolments'; readonly id: string } | null {
  const record = change.after ?? change.before;
  if (!record) return null;
  if (change.table === 'marks' && 'sessionId' in record) return { table: 'sessions', id: record.sessionId };
  if ((change.table === 'attempts' || change.table === 'professionalChoices') && 'enrolmentId' in record)
    return { table: 'enrolments', id: record.enrolmentId };
  return null;
}

/**
 * Looks the courses up for consecutive entries, each as it stood when it was written: with the sessions and enrolments
 * of before, and its own. So the answer is the same one entry at a time and in a rebuild. Must run inside a transaction
 * that reads both tables, before the changes are applied.
 */
export async function courseOfChanges(db: Projection, entries: readonly (readonly Change[])[]): Promise<CourseOf> {
  const known = new Map<string, CourseId>();
  const carriers = entries.flat().flatMap((change) => carrierOf(change) ?? []);
  for (const table of ['sessions', 'enrolments'] as const) {
    const ids = [...new Set(carriers.flatMap((carrier) => (carrier.table === table ? [carrier.id] : [])))];
    for (const row of await db[table].bulkGet(ids)) if (row) known.set(row.id, row.courseId);
  }
  const found = new Map<Change, CourseId>();
  for (const changes of entries) {
    const own = changes.flatMap((change) =>
      change.table === 'sessions' || change.table === 'enrolments' ? [change] : [],
    );
    for (const { key, before, after } of own) {
      const record = after ?? before;
      if (record) known.set(key, record.courseId);
    }
    for (const change of changes) {
      const course = courseOfChange(change, known);
      if (course) found.set(change, course);
    }
    for (const { key, after } of own) if (!after) known.delete(key);
  }
  return (change) => found.get(change) ?? null;
}

function courseOfChange(change: Change, known: ReadonlyMap<string, CourseId>): CourseId | null {
  const record = change.after ?? change.before;
  if (!record) return null;
  const carrier = carrierOf(change);
  if (carrier) return known.get(carrier.id) ?? null;
  if (change.table === 'courses') return change.key as CourseId;
  return 'courseId' in record ? record.courseId : null;
}

/** The line of the 留痕 page for one entry. */
export function entryRow(
  entry: Entry,
  place: number,
  standing: EntryRow['standing'],
  changes: readonly Change[],
  courseOf: CourseOf,
): EntryRow {
  const { header } = entry;
  const tables: Record<string, number> = {};
  const courses = new Set<CourseId>();
  for (const change of changes) {
    tables[change.table] = (tables[change.table] ?? 0) + 1;
    const course = courseOf(change);
    if (course) courses.add(course);
  }
  return {
    place,
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
    touches: [...new Set(changes.map((change) => `${change.table}/${change.key}`))],
    ...(header.import && { importId: header.import.id }),
    standing,
  };
}
