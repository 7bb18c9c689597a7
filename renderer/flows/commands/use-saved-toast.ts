import { useCallback } from 'react';
import { problemText } from '../../../shared/problems/catalogue';
import type { Problem } from '../../../shared/problems/problem';
import type { Receipt } from '../../data/store-api';
import { useUndoToast } from '../../ui/use-undo-toast';
import { useTellUndone } from './use-tell-undone';
import { useUndoStack } from './use-undo-stack';

/** A receipt with what the command warned of: the form that would have said so is closed by now. */
type Saved = Receipt & { readonly warnings?: readonly Problem[] };

/** Says what was saved and what to look at, and offers to take it back, here and by Ctrl+Z; says why when it cannot be taken back any more. */
export function useSavedToast(): (sentence: string, receipt: Saved) => void {
  const stack = useUndoStack();
  const toast = useUndoToast();
  const tell = useTellUndone();
  return useCallback(
    (sentence, receipt) => {
      stack.push(receipt, sentence);
      const warnings = (receipt.warnings ?? []).filter(({ level }) => level === 'warning').map(problemText);
      toast({ sentence, warnings }, async () => tell(await stack.undo(receipt.entry.hash)));
    },
    [stack, toast, tell],
  );
}
