import { App } from 'antd';
import { useMemo } from 'react';
import { problemText } from '../../shared/problems/catalogue';
import { undoText as text } from '../text/undo';
import { useUndoStack, type TakenBack } from './use-undo-stack';

const REFUSAL_SECONDS = 8;

/** 撤销 and 重做 of what was done last, wherever that was; a message names it, or says why it cannot be taken back. */
export function useUndo(): { readonly undo: () => Promise<void>; readonly redo: () => Promise<void> } {
  const stack = useUndoStack();
  const { message } = App.useApp();
  return useMemo(() => {
    const tell = (done: (what: string) => string, nothing: string, result: TakenBack): void => {
      if (result.kind === 'done') void message.success(done(result.what));
      else if (result.kind === 'nothing') void message.info(nothing);
      else {
        const why = result.problems.map((problem) => problemText(problem).sentence).join('');
        void message.warning(text.refused(result.what, why), REFUSAL_SECONDS);
      }
    };
    return {
      undo: async () => tell(text.undone, text.nothing, await stack.undo()),
      redo: async () => tell(text.redone, text.nothingToRedo, await stack.redo()),
    };
  }, [stack, message]);
}
