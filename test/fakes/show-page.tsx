import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import '../../renderer/app/global.css';
import { ANTD_THEME, applyTokens } from '../../renderer/app/theme';
import type { DataStore } from '../../renderer/data/data-store';
import { StoreProvider } from '../../renderer/data/use-store';

/** Shows one page of the program over a store, as high as the window, with the theme and the place for overlays. Gives what takes it away. */
export function showPage(store: DataStore, node: ReactNode): () => void {
  applyTokens(document.documentElement);
  const host = document.createElement('div');
  const overlays = document.createElement('div');
  overlays.id = 'overlays';
  host.style.cssText = 'display: flex; flex-direction: column; height: 640px; padding: 16px; gap: 8px;';
  document.body.append(host, overlays);
  const root = createRoot(host);
  root.render(
    <ConfigProvider
      locale={zhCN}
      theme={ANTD_THEME}
      getPopupContainer={() => overlays}
      button={{ autoInsertSpace: false }}
    >
      <App component={false}>
        <StoreProvider value={store}>{node}</StoreProvider>
      </App>
    </ConfigProvider>,
  );
  return () => {
    root.unmount();
    host.remove();
    overlays.remove();
  };
}
