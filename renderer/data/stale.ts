import type { Change } from '../../shared/commands/intent';
import { holderOf, ownerOf, seatOf } from '../../shared/state/find-record';
import { leafIds } from '../../shared/state/leaves';
import { answer, type LoadedDocuments } from './ask';
import type { CourseOf } from './course-of';
import type { StaleRow } from './row-types';
import type { Projection } from './schema';

/**
 * Notes which totals these changes make untrue beside those that are noted already. Must run inside the transaction that
 * wrote them, because a mark names its person only through its enrolment.
 */
export async function markStale(
  db: Projection,
  loaded: LoadedDocuments,
  known: StaleRow['entries'] | undefined,
  {
    changes,
    courseOf,
    place,
  }: { readonly changes: readonly Change[]; readonly courseOf: CourseOf; readonly place: number },
): Promise<void> {
  const names = await answer(db, loaded, (source) => {
    const stale = new Set<string>();
    const person = (id: string | undefined): void => void (id !== undefined && stale.add(`person/${id}`));
    // Somebody without any certificate has no totals.
    const holder = (id: string): void => {
      if (holderOf(source, id)?.certificates.length !== 0) person(id);
    };
    for (const change of changes) {
      const course = courseOf(change);
      if (course && change.table !== 'marks') stale.add(`course/${course}`);
      for (const record of [change.before, change.after]) {
        if (!record) continue;
        switch (change.table) {
          case 'persons':
            holder(record.id);
            if ('mergedInto' in record) person(record.mergedInto);
            break;
          case 'certificates':
          case 'enrolments':
            if ('personId' in record) person(record.personId);
            break;
          case 'courses':
          case 'sessions':
            if (course) stale.add(`people-of/${course}`);
            break;
          case 'marks':
          case 'attempts':
          case 'professionalChoices':
            if ('enrolmentId' in record) person(seatOf(source, record.enrolmentId)?.enrolment.personId);
            if (course) stale.add(`course/${course}`);
            break;
          case 'outsideHours':
          case 'ceYearChoices':
            if ('certificateId' in record) person(ownerOf(source, 'certificates', record.certificateId));
            break;
          case 'parameterSettings':
            for (const id of leafIds(source, { kind: 'courses' }))
              for (const name of source.read('courses', id)?.entries.keys() ?? []) {
                stale.add(`people-of/${name}`);
                stale.add(`course/${name}`);
              }
            break;
          case 'institution':
          case 'barred':
          case 'columnMappings':
          case 'hourCertificates':
          case 'packages':
            break;
        }
      }
    }
    return stale;
  });
  if (names.size === 0) return;
  const entries = new Map(known);
  for (const name of names) entries.set(name, place);
  await db.stale.put({ id: 'stale', entries });
}
