import type { Change } from '../../shared/commands/intent';
import type { Entry } from '../../shared/journal/entry';
import { changeOf } from '../../shared/state/change-of';

/** The changes that an entry stands for; erased items are none. Throws UnknownTable, and for sealed items without a key. */
export function changesOf(entry: Entry): readonly Change[] {
  const changes: Change[] = [];
  for (const item of entry.items) {
    if (!item) continue;
    if (item.enc !== 'none') throw new Error(`item ${item.table}/${item.key} is sealed`);
    const { table, key, before, after } = item;
    changes.push({ ...changeOf({ table, key, value: after }), before } as unknown as Change);
  }
  return changes;
}
