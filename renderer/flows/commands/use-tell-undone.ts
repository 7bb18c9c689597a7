import { App } from 'antd';
import { useCallback } from 'react';
import { problemText } from '../../../shared/problems/catalogue';
import { undoText } from '../../text/undo';
import { useEndUndoToast } from '../../ui/use-undo-toast';
import type { TakenBack } from './use-undo-stack';

const REFUSAL_SECONDS = 8;

/** What to say of a step that was taken back, or when there was none. */
interface Words {
  readonly done: (what: string) => string;
  readonly nothing: string;
}

/** Says in a message what 撤销 or 重做 did, or names the step and why it cannot be taken back. */
export function useTellUndone(): (result: TakenBack, words?: Words) => void {
  const { message } = App.useApp();
  const endToast = useEndUndoToast();
  return useCallback(
    (result, { done, nothing } = { done: undoText.undone, nothing: undoText.nothing }) => {
      if (result.kind === 'done') {
        // What offered to take it back is out of date.
        endToast();
        void message.success(done(result.what));
      } else if (result.kind === 'nothing') void message.info(nothing);
      else {
        const why = result.problems.map((problem) => problemText(problem).sentence).join('');
        void message.warning(undoText.refused(result.what, why), REFUSAL_SECONDS);
      }
    },
    [message, endToast],
  );
}
