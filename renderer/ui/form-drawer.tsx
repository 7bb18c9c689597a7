import { Button, Drawer, Form, type FormInstance } from 'antd';
import { useRef, type ReactNode } from 'react';
import type { Problem } from '../../shared/problems/problem';
import { uiText } from '../text/ui';
import { ProblemList, type ProblemAction } from './problem-list';
import { useConfirm } from './use-confirm';
import styles from './form-drawer.module.css';

interface FormDrawerProps<Values extends object> {
  readonly title: string;
  readonly initial: Values;
  readonly submitLabel?: string;
  readonly busy: boolean;
  /** Why the last attempt was refused. */
  readonly problems: readonly Problem[];
  /** The button that does the next step of a problem, where there is one. */
  readonly action?: ProblemAction;
  readonly onSubmit: (values: Values) => void | Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode | ((form: FormInstance<Values>) => ReactNode);
}

/** The first field that one can type into at once. */
const TYPED = 'input:not([readonly]):not([disabled]), textarea:not([disabled])';

/**
 * A form in a drawer on the right: fields, problems, 保存 (Enter in a line, Ctrl+Enter anywhere) and 取消. Shown while it is
 * mounted. A slip of the mouse beside it or Esc does not throw away what was typed: that is asked first.
 */
export function FormDrawer<Values extends object>({
  title,
  initial,
  submitLabel,
  busy,
  problems,
  action,
  onSubmit,
  onClose,
  children,
}: FormDrawerProps<Values>) {
  const [form] = Form.useForm<Values>();
  const confirm = useConfirm();
  const fields = useRef<HTMLDivElement>(null);
  const leave = async (): Promise<void> => {
    const { discardTitle, discardSentence, discard } = uiText.form;
    const question = { title: discardTitle, sentence: discardSentence(title), confirmLabel: discard, danger: true };
    if (!form.isFieldsTouched() || (await confirm(question))) onClose();
  };
  return (
    <Drawer
      open
      title={title}
      size={440}
      onClose={() => void leave()}
      afterOpenChange={(open) => {
        // On a slow machine somebody may be typing before the drawer stands still: he keeps his field.
        if (!open || fields.current?.contains(document.activeElement)) return;
        fields.current?.querySelector<HTMLElement>(TYPED)?.focus();
      }}
      footer={
        <div className={styles['foot']}>
          <Button onClick={onClose}>{uiText.cancel}</Button>
          <Button type="primary" loading={busy} onClick={() => form.submit()}>
            {submitLabel ?? uiText.save}
          </Button>
        </div>
      }
    >
      <div
        ref={fields}
        role="presentation"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault(); // The browser's own submission would be a second one.
          form.submit();
        }}
      >
        <Form<Values>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={initial}
          onFinish={(values) => void onSubmit(values)}
          scrollToFirstError
        >
          {typeof children === 'function' ? children(form) : children}
          <button type="submit" hidden tabIndex={-1} aria-hidden />
        </Form>
        <ProblemList problems={problems} {...(action && { action })} />
      </div>
    </Drawer>
  );
}
