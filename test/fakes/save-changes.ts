import type { Change } from '../../shared/commands/intent';
import type { EntryRef } from '../../shared/journal/entry';
import type { DataStore } from '../../renderer/data/data-store';

/** Commits changes as one entry; throws the codes of the problems when they are refused. */
export async function saveChanges(store: DataStore, kind: string, changes: readonly Change[]): Promise<EntryRef> {
  const result = await store.commit({ kind, changes });
  if (!result.ok) throw new Error(result.error.map(({ code }) => code).join());
  return result.value.entry;
}
