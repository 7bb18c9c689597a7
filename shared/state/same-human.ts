import type { PersonId } from '../records/ids';
import { whoCounts } from '../records/who-counts';
import type { Source } from './documents';
import { holderOf, MERGES } from './find-record';

/** The id of the record that counts for a person's id: whatever it was merged into, however often. */
export function mainPerson(source: Source, id: PersonId): PersonId {
  const into = source.read('merges', MERGES)?.entries;
  if (!into) return id;
  return whoCounts((from) => {
    const target = into.get(from);
    return target !== undefined && holderOf(source, target)?.person ? target : undefined;
  }, id);
}

/** For each record, those that were merged into it directly; made once per list of merges. */
const mergedInto = new WeakMap<object, ReadonlyMap<PersonId, readonly PersonId[]>>();

function mergedFrom(entries: ReadonlyMap<string, PersonId>): ReadonlyMap<PersonId, readonly PersonId[]> {
  let known = mergedInto.get(entries);
  if (!known) {
    const lists = new Map<PersonId, PersonId[]>();
    for (const [from, into] of entries) lists.set(into, [...(lists.get(into) ?? []), from as PersonId]);
    mergedInto.set(entries, (known = lists));
  }
  return known;
}

/** All ids of the human being that a person's id stands for, this one included, the one that counts first. */
export function sameHuman(source: Source, id: PersonId): readonly PersonId[] {
  const entries = source.read('merges', MERGES)?.entries;
  if (!entries) return [id];
  const main = mainPerson(source, id);
  const found = new Set<PersonId>([main, id]);
  const from = mergedFrom(entries);
  for (const one of found)
    for (const other of from.get(one) ?? []) if (holderOf(source, one)?.person) found.add(other);
  return [...found];
}
