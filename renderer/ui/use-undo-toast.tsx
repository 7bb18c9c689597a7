import { App, Button } from 'antd';
import { useCallback } from 'react';
import type { ShownProblem } from '../../shared/problems/catalogue';
import { uiText } from '../text/ui';
import { StateMark } from './state-mark';
import styles from './use-undo-toast.module.css';

const SHOWN_SECONDS = 8;
/** A warning has to be read, and the form that it is about is closed. */
const WARNING_SECONDS = 20;
const KEY = 'undo-toast';

/** What was done, and what to look at afterwards. */
export interface Done {
  readonly sentence: string;
  readonly warnings?: readonly ShownProblem[];
}

/** Says what was done and offers 撤销 for 8 s. One toast at a time: the next one takes the place of the last. */
export function useUndoToast(): (done: Done, undo?: () => Promise<void>) => void {
  const { message } = App.useApp();
  return useCallback(
    ({ sentence, warnings = [] }, undo) => {
      message.open({
        key: KEY,
        type: 'success',
        duration: warnings.length > 0 ? WARNING_SECONDS : SHOWN_SECONDS,
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
            {warnings.length > 0 && (
              <Button type="link" size="small" onClick={() => message.destroy(KEY)}>
                {uiText.close}
              </Button>
            )}
            {warnings.map((warning) => (
              <span key={warning.sentence} className={styles['warning']}>
                <StateMark state="warning" label={uiText.problems.level.warning} /> {warning.sentence}
                {warning.next}
              </span>
            ))}
          </span>
        ),
      });
    },
    [message],
  );
}

/** Takes the toast away: what it offers to undo was undone another way. */
export function useEndUndoToast(): () => void {
  const { message } = App.useApp();
  return useCallback(() => message.destroy(KEY), [message]);
}
