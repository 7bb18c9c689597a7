import type { Instant } from '../../shared/basics/instant';
import type { CourseId } from '../../shared/records/ids';
import type { EntryRow } from './row-types';
import type { Projection } from './schema';
import { useRows } from './use-rows';

/** Which entries of the 留痕 page; what is left out does not matter. */
export interface JournalFilter {
  readonly kinds?: readonly string[];
  readonly operator?: string;
  readonly from?: Instant;
  /** The moment after the last one that is wanted. */
  readonly until?: Instant;
  readonly courseId?: CourseId;
  /** Only what changed this record. */
  readonly record?: { readonly table: string; readonly key: string };
  /** First page is 0. */
  readonly page: number;
  readonly pageSize: number;
}

export interface JournalPage {
  readonly total: number;
  /** The latest first. A large import is one line with the counts of all its parts; one never finished says so. */
  readonly entries: readonly JournalLine[];
}

export type JournalLine = Omit<EntryRow, 'touches'>;

/** A page of the journal, live; undefined while it loads. */
export const useJournalPage = (filter: JournalFilter): JournalPage | undefined =>
  useRows((db) => loadJournalPage(db, filter), [JSON.stringify(filter)]);

/** The kinds of entries that there are, for the filter; undefined while they load. */
export const useJournalKinds = (): readonly string[] | undefined =>
  useRows(async (db) => (await db.entries.orderBy('kind').uniqueKeys()) as string[], []);

/** A page of the journal: places from the indexes first, rows only for the lines that are shown. */
function loadJournalPage(db: Projection, filter: JournalFilter): Promise<JournalPage> {
  return db.transaction('r', db.entries, async () => {
    const { kinds, operator, from, until, courseId, record, page, pageSize } = filter;
    const sets: (readonly number[])[] = [];
    const { entries } = db;
    if (kinds)
      sets.push(
        await entries
          .where('kind')
          .anyOf([...kinds])
          .primaryKeys(),
      );
    if (operator !== undefined) sets.push(await entries.where('operator').equals(operator).primaryKeys());
    if (from !== undefined || until !== undefined)
      sets.push(
        await entries
          .where('time')
          .between(from ?? '', until ?? '\uffff', true, false)
          .primaryKeys(),
      );
    if (courseId !== undefined) sets.push(await entries.where('courses').equals(courseId).primaryKeys());
    if (record) sets.push(await entries.where('touches').equals(`${record.table}/${record.key}`).primaryKeys());
    const parts = await partsOfImports(db);
    const places = [
      ...new Set(intersection(sets, await all(db, sets)).map((place) => parts.get(place) ?? place)),
    ].sort((a, b) => b - a);
    const shown = places.slice(page * pageSize, (page + 1) * pageSize);
    const rows = (await entries.bulkGet(shown)).filter((row) => row !== undefined);
    return { total: places.length, entries: await Promise.all(rows.map((row) => line(db, row))) };
  });
}

const all = async (db: Projection, sets: readonly unknown[]): Promise<readonly number[]> =>
  sets.length > 0 ? [] : ((await db.entries.toCollection().primaryKeys()) as number[]);

function intersection(sets: readonly (readonly number[])[], everything: readonly number[]): readonly number[] {
  const [first, ...rest] = sets;
  if (!first) return everything;
  const others = rest.map((set) => new Set(set));
  return first.filter((place) => others.every((set) => set.has(place)));
}

/** Place of each part of an import → place of the entry that stands for the whole: the last one written. */
async function partsOfImports(db: Projection): Promise<ReadonlyMap<number, number>> {
  const last = new Map<string, number>();
  const rows: { readonly place: number; readonly id: string }[] = [];
  await db.entries
    .where('importId')
    .above('')
    .eachKey((key, { primaryKey }) => {
      const id = key as string;
      const place = primaryKey as number;
      rows.push({ place, id });
      last.set(id, Math.max(place, last.get(id) ?? 0));
    });
  return new Map(rows.map(({ place, id }) => [place, last.get(id)!]));
}

async function line(db: Projection, { touches: _touches, ...row }: EntryRow): Promise<JournalLine> {
  if (row.importId === undefined) return row;
  const tables: Record<string, number> = {};
  const courses = new Set<CourseId>();
  for (const part of await db.entries.where('importId').equals(row.importId).toArray()) {
    for (const [table, count] of Object.entries(part.tables)) tables[table] = (tables[table] ?? 0) + count;
    for (const course of part.courses) courses.add(course);
  }
  return { ...row, tables, courses: [...courses].sort() };
}
