import { useMemo } from 'react';
import { undoText } from '../../text/undo';
import { useTellUndone } from './use-tell-undone';
import { useUndoStack } from './use-undo-stack';

const REDONE = { done: undoText.redone, nothing: undoText.nothingToRedo };

/** 撤销 and 重做 of what was done last, wherever that was; a message names it, or says why it cannot be taken back. */
export function useUndo(): { readonly undo: () => Promise<void>; readonly redo: () => Promise<void> } {
  const stack = useUndoStack();
  const tell = useTellUndone();
  return useMemo(
    () => ({
      undo: async () => tell(await stack.undo()),
      redo: async () => tell(await stack.redo(), REDONE),
    }),
    [stack, tell],
  );
}
