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

/**
 * Looks the courses up for these entries: a session or enrolment keeps its course for life, so it is found in the
 * changes themselves or in the rows stored before them. Must run inside a transaction that reads both tables.
 */
export async function courseOfChanges(db: Projection, changes: readonly Change[]): Promise<CourseOf> {
  const known = new Map<string, CourseId>();
  const wanted = { sessions: new Set<string>(), enrolments: new Set<string>() };
  for (const change of changes) {
    if (change.table === 'sessions' || change.table === 'enrolments') {
      const record = change.after ?? change.before;
      if (record) known.set(record.id, record.courseId);
    } else if (change.table === 'marks') {
      const record = change.after ?? change.before;
      if (record) wanted.sessions.add(record.sessionId);
    } else if (change.table === 'attempts' || change.table === 'professionalChoices') {
      const record = change.after ?? change.before;
      if (record) wanted.enrolments.add(record.enrolmentId);
    }
  }
  for (const table of ['sessions', 'enrolments'] as const) {
    const missing = [...wanted[table]].filter((id) => !known.has(id));
    for (const row of await db[table].bulkGet(missing)) if (row) known.set(row.id, row.courseId);
  }
  return (change) => {
    const record = change.after ?? change.before;
    if (!record) return null;
    switch (change.table) {
      case 'courses':
        return record.id as CourseId;
      case 'marks':
        return known.get((change.after ?? change.before)!.sessionId) ?? null;
      case 'attempts':
      case 'professionalChoices':
        return known.get((change.after ?? change.before)!.enrolmentId) ?? null;
      default:
        return 'courseId' in record ? record.courseId : null;
    }
  };
}

/** The line of the 留痕 page for one entry. */
export function entryRow(entry: Entry, place: number, standing: EntryRow['standing'], changes: readonly Change[], courseOf: CourseOf): EntryRow {
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
