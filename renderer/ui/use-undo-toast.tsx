import { App, Button } from 'antd';
import { useCallback } from 'react';
import { uiText } from '../text/ui';

const SHOWN_SECONDS = 8;
const KEY = 'undo-toast';

/** Says what was done and offers 撤销 for 8 s. One toast at a time: the next one takes the place of the last. */
export function useUndoToast(): (sentence: string, undo?: () => Promise<void>) => void {
  const { message } = App.useApp();
  return useCallback(
    (sentence, undo) => {
      message.open({
        key: KEY,
        type: 'success',
        duration: SHOWN_SECONDS,
        content: (
          <span>
            {sentence}
            {undo && (
              <Button
                type="link"
                size="small"
                onClick={() => {
                  message.destroy(KEY);
                  void undo();
                }}
              >
                {uiText.undo}
              </Button>
            )}
          </span>
        ),
      });
    },
    [message],
  );
}
