import { Input } from 'antd';
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { FormDrawer } from '../../../renderer/ui/form-drawer';
import { FormField } from '../../../renderer/ui/form-field';
import { click, press, render, type } from './render';

async function drawer() {
  const onClose = vi.fn<() => void>();
  const onSubmit = vi.fn<(values: object) => void>();
  await render(
    <FormDrawer
      title="加入学员"
      initial={{ name: '' }}
      busy={false}
      problems={[]}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      <FormField name="name" label="姓名">
        <Input />
      </FormField>
    </FormDrawer>,
  );
  const field = document.querySelector<HTMLInputElement>('input#name')!;
  const button = (label: string): Element =>
    [...document.querySelectorAll('button')].find((one) => one.textContent?.replaceAll(/\s/g, '') === label)!;
  return { onClose, onSubmit, field, button };
}

const question = (): string => document.querySelector('.ant-modal')?.textContent ?? '';

describe('右侧表单', () => {
  it('没有填写过，Esc 直接关闭', async () => {
    const { onClose, field } = await drawer();
    await press(field, 'Escape');
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('填写过，点到旁边先问；放弃才关闭', async () => {
    const { onClose, field, button } = await drawer();
    await type(field, '王示范');
    await click(document.querySelector('.ant-drawer-mask')!);
    expect(onClose).not.toHaveBeenCalled();
    expect(question()).toContain('“加入学员”里填写的内容还没有保存');
    await click(button('放弃'));
    await act(async () => undefined);
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('“取消”不再多问', async () => {
    const { onClose, field, button } = await drawer();
    await type(field, '王示范');
    await click(button('取消'));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('表单有一个默认按钮，单行里按回车就提交', async () => {
    const { onSubmit, field } = await drawer();
    await type(field, '王示范');
    await act(async () => field.form!.querySelector<HTMLButtonElement>('button[type=submit]')!.click());
    await act(async () => undefined);
    expect(onSubmit).toHaveBeenCalledWith({ name: '王示范' });
  });

  it('Ctrl+Enter 提交一次，浏览器自己的提交不再来第二次', async () => {
    const { onSubmit, field } = await drawer();
    await type(field, '王示范');
    const key = new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true });
    await act(async () => field.dispatchEvent(key));
    await act(async () => undefined);
    expect(key.defaultPrevented).toBe(true);
    expect(onSubmit).toHaveBeenCalledOnce();
  });
});
