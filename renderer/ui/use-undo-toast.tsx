import { App, Button } from 'antd';
import { useCallback, useRef } from 'react';
import { uiText } from '../text/ui';

const SHOWN_SECONDS = 8;

/** Says what was done and offers 撤销 for 8 s. One toast at a time: the next one takes the place of the last. */
export function useUndoToast(): (sentence: string, undo?: () => Promise<void>) => void {
  const { message } = App.useApp();
  const key = useRef(`undo-${Math.trunc(performance.now())}`).current;
  return useCallback(
    (sentence, undo) => {
      message.open({
        key,
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
                  message.destroy(key);
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
    [message, key],
  );
}
