import { openConflicts, type RecordVersion } from '../../shared/journal/replay';
import { changeOf } from '../../shared/state/change-of';
import type { RecordChange } from '../../shared/state/documents';
import { lineByHash } from './journal-lines';
import type { JournalLine } from './row-types';
import type { Projection } from './schema';
import { useRows } from './use-rows';

/** One of the values of a record that was changed in two places, and the entry that wrote it. */
export interface ConflictValue {
  readonly record: RecordChange;
  /** undefined when its line is not in the index. */
  readonly line: JournalLine | undefined;
}

/** A record that two devices changed without knowing of each other: the value in force and the others. */
export interface ConflictShown {
  readonly name: string;
  readonly inForce: ConflictValue;
  readonly rivals: readonly ConflictValue[];
}

/** All conflicts that nobody has decided, with every value; undefined while they load. */
export const useConflicts = (): readonly ConflictShown[] | undefined => useRows(loadConflicts, []);

async function loadConflicts(db: Projection): Promise<readonly ConflictShown[]> {
  const list = openConflicts((await db.conflicts.get('conflicts'))?.list ?? []);
  return Promise.all(
    list.map(async ({ table, key, inForce, rivals }): Promise<ConflictShown> => {
      const shown = async ({ value, entry }: RecordVersion): Promise<ConflictValue> => ({
        record: changeOf({ table, key, value }),
        line: await lineByHash(db, entry.hash),
      });
      return {
        name: `${table}/${key}`,
        inForce: await shown(inForce),
        rivals: await Promise.all(rivals.map(shown)),
      };
    }),
  );
}
