import type { Change } from '../../shared/commands/intent';
import type { CourseId } from '../../shared/records/ids';
import type { CourseOf } from './entry-rows';
import type { SeatsRow, StaleRow } from './row-types';
import type { Projection } from './schema';

type What = StaleRow['what'];

/**
 * Which totals these changes make untrue. Must run inside the transaction that wrote them, because a mark names its
 * person only through its enrolment.
 */
export async function markStale(
  db: Projection,
  changes: readonly Change[],
  courseOf: CourseOf,
  place: number,
): Promise<void> {
  const rows = new Map<string, StaleRow>();
  const stale = (kind: What['kind'], id: string): void => {
    rows.set(`${kind}/${id}`, { id: `${kind}/${id}`, place, what: { kind, id } as What });
  };
  const enrolments = new Set<string>();
  const certificates = new Set<string>();
  for (const change of changes) {
    const course = courseOf(change);
    if (course && change.table !== 'marks') stale('course', course);
    for (const record of [change.before, change.after]) {
      if (!record) continue;
      switch (change.table) {
        case 'persons':
          stale('person', record.id);
          if ('mergedInto' in record && record.mergedInto) stale('person', record.mergedInto);
          break;
        case 'certificates':
        case 'enrolments':
          if ('personId' in record) stale('person', record.personId);
          break;
        case 'courses':
        case 'sessions':
          if (course) stale('people-of', course);
          break;
        case 'marks':
        case 'attempts':
        case 'professionalChoices':
          if ('enrolmentId' in record) enrolments.add(record.enrolmentId);
          if (course) stale('course', course);
          break;
        case 'outsideHours':
        case 'ceYearChoices':
          if ('certificateId' in record) certificates.add(record.certificateId);
          break;
        case 'parameterSettings':
          for (const id of await db.courses.toCollection().primaryKeys()) {
            stale('people-of', id);
            stale('course', id);
          }
          break;
        default:
          break;
      }
    }
  }
  for (const row of await db.enrolments.bulkGet([...enrolments])) if (row) stale('person', row.personId);
  for (const row of await db.certificates.bulkGet([...certificates])) if (row) stale('person', row.personId);
  if (rows.size > 0) await db.stale.bulkPut([...rows.values()]);
}

/** Remembers the highest enrolment index of each course, for ever: an index is never given twice. */
export async function rememberSeats(db: Projection, changes: readonly Change[]): Promise<void> {
  const highest = new Map<CourseId, number>();
  for (const change of changes) {
    if (change.table !== 'enrolments' || !change.after) continue;
    const { courseId, index } = change.after;
    highest.set(courseId, Math.max(index, highest.get(courseId) ?? -1));
  }
  const ids = [...highest.keys()];
  const stored = await db.seats.bulkGet(ids);
  const puts = ids.flatMap((id, i): SeatsRow[] =>
    highest.get(id)! > (stored[i]?.highest ?? -1) ? [{ id, highest: highest.get(id)! }] : [],
  );
  if (puts.length > 0) await db.seats.bulkPut(puts);
}
