import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../renderer/app/global.css';
import { Program } from '../../../renderer/app/app';
import { ANTD_THEME, applyTokens } from '../../../renderer/app/theme';
import { discardFolder } from '../../../renderer/platform/browser-storage';
import { deleteRows } from '../../fakes/open-test-store';

let root: Root | null = null;

beforeEach(async () => {
  // What another file of tests left behind in this browser would be told here.
  for (const set of ['main', 'demo'] as const) {
    await deleteRows(set);
    await discardFolder(set);
  }
  await page.viewport(1366, 768);
  applyTokens(document.documentElement);
  const host = document.createElement('div');
  const overlays = document.createElement('div');
  overlays.id = 'overlays';
  host.style.height = '100%';
  document.body.append(host, overlays);
  root = createRoot(host);
  root.render(
    <ConfigProvider
      locale={zhCN}
      theme={ANTD_THEME}
      getPopupContainer={() => overlays}
      button={{ autoInsertSpace: false }}
    >
      <App style={{ height: '100%' }}>
        <Program />
      </App>
    </ConfigProvider>,
  );
});

afterEach(() => {
  root?.unmount();
  document.body.innerHTML = '';
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const heading = (name: string) => page.getByRole('heading', { name, level: 1, exact: true });
const wideAs = (): boolean => document.documentElement.scrollWidth <= window.innerWidth;

describe('整个窗口', () => {
  it('新装的程序给出三种开始方式；载入演示班、按键走遍各页、再删除演示数据', async () => {
    await expect.element(page.getByText('从下面任意一处开始。'), { timeout: 10_000 }).toBeVisible();
    await expect.element(page.getByText('已保存').first(), { timeout: 10_000 }).toBeVisible();

    await page.getByRole('button', { name: /^载入演示班/ }).click();
    await expect.element(page.getByRole('note'), { timeout: 20_000 }).toHaveTextContent('演示数据');
    await expect.element(page.getByText('去签到').first(), { timeout: 10_000 }).toBeVisible();

    for (const [key, title] of [
      ['2', '培训班'],
      ['3', '学员'],
      ['4', '留痕'],
      ['5', '设置'],
      ['1', '首页'],
    ] as const) {
      await userEvent.keyboard(`{Alt>}${key}{/Alt}`);
      await expect.element(heading(title), { timeout: 10_000 }).toBeVisible();
      expect(wideAs()).toBe(true);
    }

    await userEvent.keyboard('{F1}');
    await expect.element(page.getByText('键盘快捷键')).toBeVisible();
    await userEvent.keyboard('{Escape}');

    await button('删除演示数据').click();
    await page.getByRole('dialog').getByRole('button', { name: '删除演示数据' }).click();
    await expect.element(page.getByText('从下面任意一处开始。'), { timeout: 10_000 }).toBeVisible();
    await expect.element(page.getByRole('note')).not.toBeInTheDocument();
  }, 60_000);
});
