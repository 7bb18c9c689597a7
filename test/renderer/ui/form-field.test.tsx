import { Form, Input, InputNumber, type FormInstance } from 'antd';
import { act, useEffect } from 'react';
import { describe, expect, it } from 'vitest';
import { FormField } from '../../../renderer/ui/form-field';
import { render } from './render';

/** What a form with one required field says of a value; '' when it takes it. */
async function said(value: unknown, field: 'text' | 'number'): Promise<string> {
  let form: FormInstance | undefined;
  function Probe() {
    const [own] = Form.useForm();
    useEffect(() => {
      form = own;
    }, [own]);
    return (
      <Form form={own} initialValues={{ value }}>
        <FormField name="value" label="值" required="请填写值。" unreadable="看不懂。">
          {field === 'text' ? <Input /> : <InputNumber />}
        </FormField>
      </Form>
    );
  }
  await render(<Probe />);
  let words = '';
  await act(async () => {
    await form!.validateFields().catch((error: { errorFields: { errors: string[] }[] }) => {
      words = error.errorFields.flatMap(({ errors }) => errors).join();
    });
  });
  return words;
}

describe('必填的一格', () => {
  it('数字和文字都算填了，0 也算', async () => {
    expect(await said(510, 'number')).toBe('');
    expect(await said(0, 'number')).toBe('');
    expect(await said('周讲师', 'text')).toBe('');
  });

  it('没有和空白不算填了；看不懂的说看不懂', async () => {
    expect(await said(null, 'number')).toBe('请填写值。');
    expect(await said('  ', 'text')).toBe('请填写值。');
    expect(await said({ unreadable: '八点' }, 'text')).toBe('看不懂。');
  });
});
