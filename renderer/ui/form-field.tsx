import { Form } from 'antd';
import type { ReactNode } from 'react';
import { isUnreadable, type Typed } from './typed-value';

interface FormFieldProps {
  readonly name: string;
  readonly label: string;
  readonly children: ReactNode;
  /** Said when it is left blank; without it the field may be blank. */
  readonly required?: string;
  /** Said when a typed date or time cannot be read. */
  readonly unreadable?: string;
  /** Under the field. */
  readonly note?: string;
  readonly valuePropName?: string;
}

/** One labelled field of a form; text that cannot be read keeps the form from being saved. */
export function FormField({ name, label, children, required, unreadable, note, valuePropName }: FormFieldProps) {
  return (
    <Form.Item
      name={name}
      label={label}
      {...(note === undefined ? {} : { extra: note })}
      {...(valuePropName === undefined ? {} : { valuePropName })}
      rules={[
        // Not antd's own rule: that one takes every value for text, and a number for a wrong one.
        ...(required === undefined
          ? []
          : [
              {
                validator: (_: unknown, value: unknown) =>
                  isMissing(value) ? Promise.reject(new Error(required)) : Promise.resolve(),
              },
            ]),
        ...(unreadable === undefined
          ? []
          : [
              {
                validator: (_: unknown, value: Typed<unknown>) =>
                  isUnreadable(value ?? null) ? Promise.reject(new Error(unreadable)) : Promise.resolve(),
              },
            ]),
      ]}
    >
      {children}
    </Form.Item>
  );
}

const isMissing = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
