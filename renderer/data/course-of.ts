import type { Change } from '../../shared/commands/intent';
import type { CourseId } from '../../shared/records/ids';
import type { Source } from '../../shared/state/documents';
import { ownerOf } from '../../shared/state/find-record';

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
 * The courses of consecutive entries' changes, each as it stood when it was written: with the sessions and enrolments
 * of before, and its own. So the answer is the same one entry at a time and in a rebuild.
 */
export function courseOfChanges(source: Source, entries: readonly (readonly Change[])[]): CourseOf {
  const own = new Map<string, CourseId | null>();
  const found = new Map<Change, CourseId>();
  const courseOf = (change: Change): CourseId | null => {
    const record = change.after ?? change.before;
    if (!record) return null;
    const carrier = carrierOf(change);
    if (carrier) {
      const name = `${carrier.table}/${carrier.id}`;
      if (own.has(name)) return own.get(name)!;
      return (ownerOf(source, carrier.table, carrier.id) as CourseId | undefined) ?? null;
    }
    if (change.table === 'courses') return change.key as CourseId;
    return 'courseId' in record ? record.courseId : null;
  };
  for (const changes of entries) {
    const places = changes.flatMap((change) =>
      change.table === 'sessions' || change.table === 'enrolments' ? [change] : [],
    );
    for (const { table, key, before, after } of places)
      own.set(`${table}/${key}`, (after ?? before)?.courseId ?? null);
    for (const change of changes) {
      const course = courseOf(change);
      if (course) found.set(change, course);
    }
    for (const { table, key, after } of places) if (!after) own.set(`${table}/${key}`, null);
  }
  return (change) => found.get(change) ?? null;
}
