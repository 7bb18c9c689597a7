import { App, Input } from 'antd';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import { FormDrawer } from '../../../renderer/ui/form-drawer';
import { FormField } from '../../../renderer/ui/form-field';

let root: Root | undefined;
afterEach(() => root?.unmount());

const field = (id: string): HTMLInputElement | null => document.querySelector(`input#${id}`);

function open(): void {
  root = createRoot(document.body.appendChild(document.createElement('div')));
  root.render(
    <App>
      <FormDrawer title="新建培训班" initial={{}} busy={false} problems={[]} onSubmit={vi.fn()} onClose={vi.fn()}>
        <FormField name="title" label="名称">
          <Input />
        </FormField>
        <FormField name="startsOn" label="开班日期">
          <Input />
        </FormField>
      </FormDrawer>
    </App>,
  );
}

test('打开后光标在第一格', async () => {
  open();
  await vi.waitFor(() => expect(document.activeElement).toBe(field('title')), { timeout: 5000 });
});

test('表单还在滑入时已经在第二格里打字：光标不被拿走', async () => {
  open();
  await vi.waitFor(() => expect(field('startsOn')).not.toBeNull());
  await act(async () => field('startsOn')!.focus());
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(document.activeElement).toBe(field('startsOn'));
});
