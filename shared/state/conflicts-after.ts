import type { Json } from '../basics/json';
import { refOf } from '../journal/build-entry';
import type { Entry } from '../journal/entry';
import { CONFLICT_DECISION, type Conflict } from '../journal/replay';
import type { RecordChange } from './documents';

/**
 * The rivalries (as a replay counts them) after an entry whose writer knew of everything before it: its values are in force from now on; an entry
 * that decides ends those rivals that it names. The same list when nothing is different.
 */
export function conflictsAfter(
  conflicts: readonly Conflict[],
  entry: Entry,
  effect: readonly RecordChange[],
): readonly Conflict[] {
  const values = new Map(effect.map(({ table, key, after }) => [`${table}/${key}`, after as unknown as Json]));
  const decided = entry.header.kind === CONFLICT_DECISION ? new Set(entry.header.parents) : null;
  let same = true;
  const next = conflicts.flatMap((conflict): readonly Conflict[] => {
    const name = `${conflict.table}/${conflict.key}`;
    if (!values.has(name)) return [conflict];
    same = false;
    const value = values.get(name)!;
    const rivals = conflict.rivals.filter((rival) => !decided?.has(rival.entry.hash));
    return rivals.length > 0 ? [{ ...conflict, inForce: { entry: refOf(entry), value }, rivals }] : [];
  });
  return same ? conflicts : next;
}
