import type { PersonId } from '../records/ids';
import type { Source } from './documents';
import { MERGES } from './find-record';

/** The id of the record that counts for a person's id: whatever it was merged into, however often. A circle ends where it closes. */
export function mainPerson(source: Source, id: PersonId): PersonId {
  const into = source.read('merges', MERGES)?.entries;
  if (!into) return id;
  const seen = new Set<PersonId>();
  let at = id;
  for (let next = into.get(at); next !== undefined && !seen.has(at); next = into.get(at)) {
    seen.add(at);
    at = next;
  }
  return at;
}

const groups = new WeakMap<object, ReadonlyMap<PersonId, readonly PersonId[]>>();

/** All ids of the human being that a person's id stands for, this one included, the one that counts first. */
export function sameHuman(source: Source, id: PersonId): readonly PersonId[] {
  const merges = source.read('merges', MERGES);
  if (!merges) return [id];
  let byMain = groups.get(merges.entries);
  if (!byMain) {
    const lists = new Map<PersonId, PersonId[]>();
    for (const key of merges.entries.keys()) {
      const main = mainPerson(source, key as PersonId);
      if (main === key) continue;
      const list = lists.get(main);
      if (list) list.push(key as PersonId);
      else lists.set(main, [key as PersonId]);
    }
    groups.set(merges.entries, (byMain = lists));
  }
  const main = mainPerson(source, id);
  return [main, ...(byMain.get(main) ?? [])];
}
