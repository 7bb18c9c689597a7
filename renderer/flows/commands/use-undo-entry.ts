import { useCallback } from 'react';
import type { Result } from '../../../shared/basics/result';
import type { Digest } from '../../../shared/basics/sha256';
import type { Problem } from '../../../shared/problems/problem';
import type { CommitWatch, Receipt } from '../../data/store-api';
import { useStore } from '../../data/use-store';
import { takeEntryBack } from './take-entry-back';
import { undoStackOf } from './use-undo-stack';

/** Takes an entry (or the whole import that it is part of) back, and off the stack of Ctrl+Z; the problems say why it cannot. */
export function useUndoEntry(): (
  hash: Digest,
  reason?: string,
  watch?: CommitWatch,
) => Promise<Result<Receipt, readonly Problem[]>> {
  const store = useStore();
  return useCallback(
    async (hash, reason, watch) => {
      const result = await takeEntryBack(store, hash, reason, watch);
      if (result.ok) undoStackOf(store).takenBack(hash, result.value);
      return result;
    },
    [store],
  );
}
