import { Input, Modal } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { uiText } from '../text/ui';
import styles from './reason-dialog.module.css';

interface ReasonDialogProps {
  /** What will be done, to what: 删除第 3 课. */
  readonly title: string;
  /** What follows from it, as a sentence. */
  readonly sentence?: string;
  readonly confirmLabel: string;
  readonly danger?: boolean;
  /** Reasons to take with one click. */
  readonly suggestions?: readonly string[];
  /** Below the reason: why the last attempt was refused. */
  readonly children?: ReactNode;
  readonly onConfirm: (reason: string) => void | Promise<void>;
  readonly onCancel: () => void;
}

/** Asks why. Shown while it is mounted; the reason is never blank. */
export function ReasonDialog({
  title,
  sentence,
  confirmLabel,
  danger = false,
  suggestions = [],
  children,
  onConfirm,
  onCancel,
}: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const id = useId();
  const field = useRef<TextAreaRef>(null);
  const missing = reason.trim() === '';
  useEffect(() => {
    // At once, so that a reason can be typed while the dialog still opens. Unmounting leaves antd no time to give the
    // focus back to where the question came from.
    const before = document.activeElement;
    field.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  const confirm = async (): Promise<void> => {
    setAsked(true);
    if (missing || busy) return;
    setBusy(true);
    try {
      await onConfirm(reason.trim());
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal
      open
      title={title}
      closable={false}
      okText={confirmLabel}
      cancelText={uiText.cancel}
      okButtonProps={{ danger, loading: busy }}
      onOk={() => void confirm()}
      onCancel={onCancel}
      afterOpenChange={(open) => {
        if (open) field.current?.focus();
      }}
    >
      <div className={styles['body']}>
        {sentence && <p>{sentence}</p>}
        <label htmlFor={id}>{uiText.reason.label}</label>
        <Input.TextArea
          ref={field}
          id={id}
          rows={2}
          value={reason}
          placeholder={uiText.reason.placeholder}
          {...(asked && missing ? { status: 'error' as const } : {})}
          aria-invalid={asked && missing}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
              event.preventDefault();
              void confirm();
            }
          }}
        />
        {asked && missing && (
          <p role="alert" className={styles['missing']}>
            {uiText.reason.missing}
          </p>
        )}
        {suggestions.length > 0 && (
          <div className={styles['suggestions']}>
            {suggestions.map((text) => (
              <button key={text} type="button" onClick={() => setReason(text)}>
                {text}
              </button>
            ))}
          </div>
        )}
        {children}
      </div>
    </Modal>
  );
}
