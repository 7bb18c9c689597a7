import type { Person } from '../records/person';
import type { PersonId } from '../records/ids';
import { mergeChain, mergeDefect, type Persons } from '../records/who-counts';
import { itemKey, type NetItem } from './undo-items';

/** A record of a person whose merge would close a circle if it came back, and the later changes that it would close with. */
export interface ClosedCircle {
  readonly item: NetItem;
  readonly because: readonly NetItem[];
}

/** The merges among `undone` that cannot come back, because somebody later on the way was merged into them. */
export function circlesClosed(
  undone: readonly NetItem[],
  since: ReadonlyMap<string, NetItem>,
  persons: Persons,
): readonly ClosedCircle[] {
  const restored = new Map(undone.filter(({ table }) => table === 'persons').map((item) => [item.key, item]));
  const later = (id: PersonId): NetItem | undefined => since.get(itemKey({ table: 'persons', key: id }));
  const then: Persons = {
    get: (id) => {
      const before = restored.get(id)?.before;
      if (before !== undefined) return personOf(before);
      const now = later(id);
      return now?.readable ? personOf(now.after) : persons.get(id);
    },
  };
  return [...restored.values()].flatMap((item): readonly ClosedCircle[] => {
    const id = item.key as PersonId;
    if (mergeDefect(then, id)?.kind !== 'circle') return [];
    return [{ item, because: mergeChain(then, id).flatMap((on) => later(on) ?? []) }];
  });
}

/** Journal items of this table were written from people's records. */
const personOf = (value: NetItem['after']): Person | undefined =>
  (value ?? undefined) as unknown as Person | undefined;
