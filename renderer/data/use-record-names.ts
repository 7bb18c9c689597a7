import type { Day } from '../../shared/basics/day';
import type { Post } from '../../shared/records/certificate';
import { useRows } from './use-rows';

/** What a record is called, for lines that know its id only. */
export type RecordName =
  | { readonly table: 'persons' | 'enrolments'; readonly name: string }
  | { readonly table: 'courses'; readonly title: string }
  | { readonly table: 'sessions'; readonly number: number; readonly date: Day }
  | { readonly table: 'certificates'; readonly post: Post | null; readonly number: string | null };

/** The names of the people, enrolments, courses, sessions and certificates among these ids, live; undefined while they load. */
export const useRecordNames = (ids: readonly string[]): ReadonlyMap<string, RecordName> | undefined =>
  useRows(
    async (db) => {
      const wanted = [...ids];
      const [persons, courses, sessions, certificates, enrolments] = await Promise.all([
        db.persons.bulkGet(wanted),
        db.courses.bulkGet(wanted),
        db.sessions.bulkGet(wanted),
        db.certificates.bulkGet(wanted),
        db.enrolments.bulkGet(wanted),
      ]);
      const names = new Map<string, RecordName>();
      for (const row of persons) if (row) names.set(row.id, { table: 'persons', name: row.record.name });
      for (const row of courses) if (row) names.set(row.id, { table: 'courses', title: row.record.title });
      for (const row of sessions)
        if (row) names.set(row.id, { table: 'sessions', number: row.record.number, date: row.record.date });
      for (const row of certificates)
        if (row)
          names.set(row.id, {
            table: 'certificates',
            post: row.record.post ?? null,
            number: row.record.number ?? null,
          });
      const enrolled = enrolments.filter((row) => row !== undefined);
      const holders = await db.persons.bulkGet(enrolled.map((row) => row.personId));
      enrolled.forEach((row, i) => names.set(row.id, { table: 'enrolments', name: holders[i]?.record.name ?? '' }));
      return names;
    },
    [ids.join()],
  );
