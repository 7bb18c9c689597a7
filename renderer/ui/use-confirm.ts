import { App } from 'antd';
import { useCallback } from 'react';
import { uiText } from '../text/ui';

export interface Question {
  /** Names the thing and the number: 撤销 3 份证明. */
  readonly title: string;
  /** What follows, and that it cannot be undone. */
  readonly sentence: string;
  /** The verb of the button. */
  readonly confirmLabel: string;
  readonly danger?: boolean;
}

/** A question before what cannot be undone; resolves true when it was confirmed. */
export function useConfirm(): (question: Question) => Promise<boolean> {
  const { modal } = App.useApp();
  return useCallback(
    (question) =>
      new Promise((resolve) => {
        modal.confirm({
          title: question.title,
          content: question.sentence,
          okText: question.confirmLabel,
          cancelText: uiText.cancel,
          okButtonProps: { danger: question.danger ?? false },
          focusable: { autoFocusButton: 'cancel' },
          onOk: () => resolve(true),
          onCancel: () => resolve(false),
        });
      }),
    [modal],
  );
}
