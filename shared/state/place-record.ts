import type { CourseId } from '../records/ids';
import type { Holder } from './documents';
import type { Draft } from './draft';
import { holderOf, ownerOf, ownersOf, PEOPLE, WAITING, type OwnedTable } from './find-record';

export const EMPTY_HOLDER: Holder = { person: null, certificates: [], enrolled: [] };

export const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** Notes the owner of a record (null: the record is gone); gives the one before. */
export function own(draft: Draft, table: OwnedTable, key: string, owner: string | null): string | undefined {
  const before = ownerOf(draft, table, key);
  if (owner === null) draft.deleteLeaf(ownersOf(table), key);
  else if (before !== owner) draft.setLeaf(ownersOf(table), key, owner);
  return before;
}

/** A holder's new state; one without anything goes. */
export function setHolder(draft: Draft, personId: string, holder: Holder): void {
  const empty = !holder.person && holder.certificates.length === 0 && holder.enrolled.length === 0;
  if (empty) draft.deleteLeaf(PEOPLE, personId);
  else draft.setLeaf(PEOPLE, personId, holder);
}

/** Notes or takes away that an enrolment stands under a person's id. */
export function enrolledUnder(draft: Draft, personId: string, enrolmentId: string, course: CourseId | null): void {
  const holder = holderOf(draft, personId) ?? EMPTY_HOLDER;
  const others = holder.enrolled.filter(([id]) => id !== enrolmentId);
  const enrolled = course === null ? others : [...others, [enrolmentId, course] as const].sort(byFirst);
  setHolder(draft, personId, { ...holder, enrolled });
}

const byFirst = (a: readonly [string, unknown], b: readonly [string, unknown]): number =>
  a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;

/** Lets a record wait for what it points at. */
export function waitFor(draft: Draft, table: OwnedTable | 'marks', record: { readonly id: string }): void {
  if (table !== 'marks') own(draft, table, record.id, null);
  draft.set('waiting', WAITING, `${table}/${record.id}`, record);
}
