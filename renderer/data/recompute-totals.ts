import type { CertificateId, CourseId, PersonId } from '../../shared/records/ids';
import type { ParameterSetting } from '../../shared/records/settings';
import { CourseCache } from './course-cache';
import { courseSummary } from './course-summary';
import { certificateTotals, type Holder } from './person-totals';
import type { CourseFacts } from '../../shared/regulation/facts';
import type { CertificateRow, EnrolmentRow, PersonRow, StaleRow, SummaryRow, TotalsRow } from './row-types';
import type { Projection } from './schema';

/** Stale lines that are worked on at once: a commit never waits longer for a transaction than this takes. */
const CHUNK = 100;

/** Adds everything up, for a projection that was just built. */
export async function recomputeAll(db: Projection, progress: (done: number, of: number) => void): Promise<void> {
  const cache = new CourseCache(db, await settingsOf(db));
  const merged = await mergedPeople(db);
  const people = await db.persons.count();
  const courses = await db.courses.toCollection().primaryKeys();
  const of = people + courses.length;
  let done = 0;
  for (let last = ''; ;) {
    const page = await db.persons.where(':id').above(last).limit(1000).toArray();
    const end = page.at(-1)?.id;
    if (end === undefined) break;
    const [enrolments, certificates] = await Promise.all([
      db.enrolments.where('personId').between(page[0]!.id, end, true, true).toArray(),
      db.certificates.where('personId').between(page[0]!.id, end, true, true).toArray(),
    ]);
    await withAliases(db, merged, page, enrolments, certificates);
    await db.totals.bulkPut(await totalsOf(cache, merged, page, enrolments, certificates));
    last = end;
    progress((done += page.length), of);
  }
  for (const id of courses) {
    const summary = await courseSummary(db, id as CourseId);
    if (summary) await db.summaries.put(summary);
    progress(++done, of);
  }
  await db.stale.clear();
}

/**
 * Adds up again some of what commits have made untrue; false when nothing is left. Reads and writes are two short
 * transactions, so that nobody who reads or marks waits long; what became stale in between stays so.
 */
export async function recomputeSome(db: Projection, factsOf: FactsOf): Promise<boolean> {
  const found = await db.transaction('r', db.tables, async () => {
    const rows = await db.stale.limit(CHUNK).toArray();
    const people = rows.flatMap(({ what }) => (what.kind === 'person' ? [what.id] : []));
    const courses = rows.flatMap(({ what }) => (what.kind === 'course' ? [what.id] : []));
    const enrolled = await Promise.all(
      rows.flatMap(({ what, place }) => (what.kind === 'people-of' ? [peopleOf(db, what.id, place)] : [])),
    );
    const summaries = new Map<CourseId, SummaryRow | undefined>();
    for (const id of courses) summaries.set(id, await courseSummary(db, id, factsOf(id)));
    return { rows, enrolled: enrolled.flat(), summaries, totals: await totalsOfPeople(db, people, factsOf) };
  });
  if (found.rows.length === 0) return false;
  await db.transaction('rw', [db.totals, db.summaries, db.stale], async () => {
    const kept = new Set<string>(found.totals.rows.map((row) => row.id));
    const old = await ofEach(found.totals.people, (id) => db.totals.where('personId').equals(id).primaryKeys());
    await db.totals.bulkDelete(old.filter((id) => !kept.has(id)));
    await db.totals.bulkPut(found.totals.rows);
    for (const [id, summary] of found.summaries) {
      if (summary) await db.summaries.put(summary);
      else await db.summaries.delete(id);
    }
    const now = await db.stale.bulkGet(found.rows.map((row) => row.id));
    await db.stale.bulkDelete(found.rows.filter((row, i) => now[i]?.place === row.place).map((row) => row.id));
    const known = await db.stale.bulkGet(found.enrolled.map((row) => row.id));
    await db.stale.bulkPut(found.enrolled.filter((_row, i) => !known[i]));
  });
  return true;
}

/** The facts of a course where somebody has them already. */
export type FactsOf = (courseId: CourseId) => CourseFacts | undefined;

async function peopleOf(db: Projection, courseId: CourseId, place: number): Promise<readonly StaleRow[]> {
  const enrolments = await db.enrolments.where('courseId').equals(courseId).toArray();
  return enrolments.map(({ personId }) => ({
    id: `person/${personId}`,
    place,
    what: { kind: 'person', id: personId },
  }));
}

/** The answers for each of these people, asked for all at once: `anyOf` walks with a cursor, a round trip for each row. */
const ofEach = async <T>(ids: readonly string[], ask: (id: string) => PromiseLike<readonly T[]>): Promise<T[]> =>
  (await Promise.all(ids.map(ask))).flat();

/** The totals of these people, and everybody whose old totals they replace. */
async function totalsOfPeople(
  db: Projection,
  ids: readonly PersonId[],
  factsOf: FactsOf,
): Promise<{ readonly people: readonly string[]; readonly rows: readonly TotalsRow[] }> {
  if (ids.length === 0) return { people: [], rows: [] };
  const merged = await mergedPeople(db);
  const stored = await db.persons.bulkGet([...ids]);
  const mains = [...new Set(stored.flatMap((row) => (row ? merged.mainOf(row) : [])))];
  const page = (await db.persons.bulkGet(mains)).filter((row) => row !== undefined);
  const people = [...new Set<string>([...ids, ...page.map((row) => row.id)])];
  const [enrolments, certificates] = await Promise.all([
    ofEach(people, (id) => db.enrolments.where('personId').equals(id).toArray()),
    ofEach(people, (id) => db.certificates.where('personId').equals(id).toArray()),
  ]);
  await withAliases(db, merged, page, enrolments, certificates);
  const cache = new CourseCache(db, await settingsOf(db), factsOf);
  const rows = await totalsOf(cache, merged, page, enrolments, certificates);
  return { people, rows };
}

const settingsOf = async (db: Projection): Promise<readonly ParameterSetting[]> =>
  (await db.parameterSettings.toArray()).map((row) => row.record);

interface MergedPeople {
  mainOf(row: PersonRow): PersonId;
  aliasesOf(id: PersonId): readonly PersonRow[];
}

/** Who was merged into whom; usually nobody. */
async function mergedPeople(db: Projection): Promise<MergedPeople> {
  const rows = new Map((await db.persons.where('mergedInto').above('').toArray()).map((row) => [row.id, row]));
  const mainOf = (row: PersonRow): PersonId => {
    const seen = new Set<string>();
    let at: PersonRow | undefined = row;
    let id = row.record.id;
    while (at?.mergedInto && !seen.has(at.id)) {
      seen.add(at.id);
      id = at.mergedInto;
      at = rows.get(id);
    }
    return id;
  };
  const byMain = new Map<PersonId, PersonRow[]>();
  for (const row of rows.values()) byMain.set(mainOf(row), [...(byMain.get(mainOf(row)) ?? []), row]);
  return { mainOf, aliasesOf: (id) => byMain.get(id) ?? [] };
}

/** Adds the enrolments and certificates that stand under the second records of these people. */
async function withAliases(
  db: Projection,
  merged: MergedPeople,
  page: readonly PersonRow[],
  enrolments: EnrolmentRow[],
  certificates: CertificateRow[],
): Promise<void> {
  const here = new Set([...enrolments, ...certificates].map((row) => row.id));
  const aliases = page.flatMap((row) => merged.aliasesOf(row.record.id)).map((row) => row.id);
  if (aliases.length === 0) return;
  for (const row of await db.enrolments.where('personId').anyOf(aliases).toArray())
    if (!here.has(row.id)) enrolments.push(row);
  for (const row of await db.certificates.where('personId').anyOf(aliases).toArray())
    if (!here.has(row.id)) certificates.push(row);
}

async function totalsOf(
  cache: CourseCache,
  merged: MergedPeople,
  page: readonly PersonRow[],
  enrolments: readonly EnrolmentRow[],
  certificates: readonly CertificateRow[],
): Promise<readonly TotalsRow[]> {
  await cache.load(new Set(enrolments.map((row) => row.courseId)));
  const enrolmentsBy = groupBy(enrolments, (row) => row.personId);
  const certificatesBy = groupBy(certificates, (row) => row.personId);
  return page.flatMap((row): readonly TotalsRow[] => {
    if (row.mergedInto) return [];
    const people = [row, ...merged.aliasesOf(row.record.id)];
    const holder: Holder = {
      persons: new Map(people.map((person) => [person.record.id, person.record])),
      enrolments: people.flatMap((person) => enrolmentsBy.get(person.record.id) ?? []),
      certificates: people.flatMap((person) => certificatesBy.get(person.record.id) ?? []),
    };
    return certificateTotals(row.record.id, holder, cache).map(({ certificate, ledger }) => ({
      id: certificate.id as CertificateId,
      personId: row.record.id,
      gap: ledger.gap,
      years: [...ledger.entries.values()]
        .map(({ year, from, to, total, professional, openTotal, openProfessional }) => ({
          year,
          from,
          to,
          total,
          professional,
          openTotal,
          openProfessional,
        }))
        .sort((a, b) => a.year - b.year),
    }));
  });
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => PersonId): ReadonlyMap<PersonId, readonly T[]> {
  const groups = new Map<PersonId, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
