import { App } from 'antd';
import { useCallback } from 'react';
import { problemText } from '../../shared/problems/catalogue';
import type { Problem } from '../../shared/problems/problem';
import type { Receipt } from '../data/store-api';
import { appText } from '../text/app';
import { useUndoToast } from '../ui/use-undo-toast';
import { useUndoEntry } from './use-undo-entry';
import { useUndoStack } from './use-undo-stack';

/** A receipt with what the command warned of: the form that would have said so is closed by now. */
type Saved = Receipt & { readonly warnings?: readonly Problem[] };

/** Says what was saved and what to look at, and offers to take it back, here and by Ctrl+Z; says why when it cannot be taken back any more. */
export function useSavedToast(): (sentence: string, receipt: Saved) => void {
  const undoEntry = useUndoEntry();
  const stack = useUndoStack();
  const toast = useUndoToast();
  const { message } = App.useApp();
  return useCallback(
    (sentence, receipt) => {
      stack.push(receipt, sentence);
      const warnings = (receipt.warnings ?? []).filter(({ level }) => level === 'warning').map(problemText);
      toast({ sentence, warnings }, async () => {
        const undone = await undoEntry(receipt.entry.hash, appText.undoReason);
        if (undone.ok) void message.success(appText.undone(sentence));
        else void message.warning(undone.error.map((p) => problemText(p).sentence).join(''), 8);
      });
    },
    [undoEntry, stack, toast, message],
  );
}
