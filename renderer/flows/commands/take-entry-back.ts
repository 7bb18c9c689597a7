import { fail, type Result } from '../../../shared/basics/result';
import type { Digest } from '../../../shared/basics/sha256';
import { undoEntry } from '../../../shared/commands/undo-entry';
import { problem } from '../../../shared/problems/catalogue';
import type { Problem } from '../../../shared/problems/problem';
import type { DataStore } from '../../data/data-store';
import type { CommitWatch, Receipt } from '../../data/store-api';
import { commandContext } from '../../platform/clock';

/** Takes an entry (or the whole import that it is part of) back by a compensating one; the problems say why it cannot. */
export async function takeEntryBack(
  store: DataStore,
  hash: Digest,
  reason?: string,
  watch?: CommitWatch,
): Promise<Result<Receipt, readonly Problem[]>> {
  const slice = await store.undoSlice(hash);
  if (!slice) return fail([problem('undo-nothing')]);
  const intent = undoEntry(slice, { reason }, commandContext());
  return intent.ok ? store.commit(intent.value, watch) : intent;
}
