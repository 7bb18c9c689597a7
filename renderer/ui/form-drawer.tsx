import { Button, Drawer, Form, type FormInstance } from 'antd';
import type { ReactNode } from 'react';
import type { Problem } from '../../shared/problems/problem';
import { uiText } from '../text/ui';
import { ProblemList } from './problem-list';
import styles from './form-drawer.module.css';

interface FormDrawerProps<Values extends object> {
  readonly title: string;
  readonly initial: Values;
  readonly submitLabel?: string;
  readonly busy: boolean;
  /** Why the last attempt was refused. */
  readonly problems: readonly Problem[];
  readonly onSubmit: (values: Values) => void | Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode | ((form: FormInstance<Values>) => ReactNode);
}

/** A form in a drawer on the right: fields, problems, 保存 (Ctrl+Enter) and 取消. Shown while it is mounted. */
export function FormDrawer<Values extends object>({
  title,
  initial,
  submitLabel,
  busy,
  problems,
  onSubmit,
  onClose,
  children,
}: FormDrawerProps<Values>) {
  const [form] = Form.useForm<Values>();
  return (
    <Drawer
      open
      title={title}
      size={440}
      onClose={onClose}
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
        role="presentation"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
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
        </Form>
        <ProblemList problems={problems} />
      </div>
    </Drawer>
  );
}
