import { App, Button, ConfigProvider, Drawer, Dropdown, Modal, Popover, Select, Tooltip } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import '../../../renderer/app/global.css';
import { ANTD_THEME, applyTokens } from '../../../renderer/app/theme';
import { day } from '../../../shared/basics/day';
import { DataTable } from '../../../renderer/ui/data-table';
import { DayInput } from '../../../renderer/ui/day-input';
import { ReasonDialog } from '../../../renderer/ui/reason-dialog';
import { useConfirm } from '../../../renderer/ui/use-confirm';
import { useUndoToast } from '../../../renderer/ui/use-undo-toast';

const NONCE = 'b25jZQ';
const violations: string[] = [];
const note = (event: SecurityPolicyViolationEvent): void =>
  void violations.push(`${event.violatedDirective} ${event.sourceFile} ${event.sample}`);

const rows = Array.from({ length: 500 }, (_, i) => ({ id: `${i}`, post: i % 2 ? '材料员' : '资料员' }));
const columns = [
  { key: 'post', title: '岗位', width: 120, value: (r: { readonly post: string }) => r.post, filter: true },
];
const rowKey = (r: { readonly id: string }): string => r.id;

function Everything() {
  const [open, setOpen] = useState(false);
  const confirm = useConfirm();
  const toast = useUndoToast();
  const { message, notification } = App.useApp();
  const close = (): void => setOpen(false);
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
          void confirm({ title: '撤销 3 份证明', sentence: '不能恢复。', confirmLabel: '撤销 3 份' });
          toast({ sentence: '已登记' }, () => Promise.resolve());
          void message.info('说明');
          notification.info({ title: '通知', description: '说明' });
        }}
      >
        其余浮层
      </Button>
      <Select aria-label="选择" options={[{ value: 1, label: '一' }]} style={{ width: 100 }} />
      <Dropdown menu={{ items: [{ key: 1, label: '项' }] }} trigger={['click']}>
        <Button>菜单</Button>
      </Dropdown>
      <Popover content="内容" trigger="click">
        <Button>浮层</Button>
      </Popover>
      <Tooltip title="提示" open>
        <span>提示处</span>
      </Tooltip>
      <DayInput label="日期" today={day('2026-03-16')} />
      <div style={{ height: 200, display: 'flex' }}>
        <DataTable name="policy" caption="名单" rows={rows} rowKey={rowKey} columns={columns} />
      </div>
      <Modal open={open} title="标题" onCancel={close} />
      <Drawer open={open} title="抽屉标题" onClose={close} />
      {open && <ReasonDialog title="删除第 3 课" confirmLabel="删除" onConfirm={close} onCancel={close} />}
    </>
  );
}

beforeAll(() => {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = `style-src 'self' 'nonce-${NONCE}'`;
  document.head.append(policy);
  document.addEventListener('securitypolicyviolation', note);
  applyTokens(document.documentElement);
});

afterAll(() => document.removeEventListener('securitypolicyviolation', note));

it('在禁止内联样式的策略下打开各种浮层，没有一处被拦截', async () => {
  await page.viewport(1366, 768);
  const overlays = document.createElement('div');
  const host = document.createElement('div');
  document.body.append(host, overlays);
  const root = createRoot(host);
  root.render(
    <ConfigProvider
      locale={zhCN}
      theme={ANTD_THEME}
      csp={{ nonce: NONCE }}
      getPopupContainer={() => overlays}
      button={{ autoInsertSpace: false }}
    >
      <App>
        <Everything />
      </App>
    </ConfigProvider>,
  );
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await button('菜单').click();
  await button('浮层').click();
  await button('打开日历').click();
  await expect.element(page.getByText('2026年3月')).toBeVisible();
  await page.getByRole('combobox').click();
  await button('筛选“岗位”').click();
  await button('其余浮层').click();
  for (const text of ['标题', '抽屉标题', '删除第 3 课', '不能恢复。', '撤销', '通知'])
    await expect.element(page.getByText(text, { exact: true })).toBeInTheDocument();

  const styles = [...document.querySelectorAll('style')].filter((style) => style.nonce === NONCE);
  expect(styles.length).toBeGreaterThan(10);
  expect(violations).toEqual([]);
  root.unmount();
});
