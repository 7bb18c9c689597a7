import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './app/global.css';
import { Program } from './app/app';
import { useAppState } from './app/app-state';
import { ErrorBoundary } from './app/error-boundary';
import { openAhead } from './app/open-data';
import { ANTD_THEME, applyTokens } from './app/theme';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
const root = document.getElementById('root');
const overlays = document.getElementById('overlays');
if (!root || !overlays) throw new Error('index.html lacks #root or #overlays');

openAhead(useAppState.getState().dataSet);
applyTokens(document.documentElement);
// In small pieces, so that the answers of disk and worker are not kept waiting by it.
startTransition(() =>
  createRoot(root).render(
    <StrictMode>
      {/* Dialogs go into #overlays: outside of body antd writes no style element without the nonce (its scroll lock). */}
      <ConfigProvider
        locale={zhCN}
        theme={ANTD_THEME}
        csp={{ nonce }}
        getPopupContainer={() => overlays}
        button={{ autoInsertSpace: false }}
      >
        <App className="program" notification={{ placement: 'bottom' }}>
          <ErrorBoundary resetKey="program">
            <Program />
          </ErrorBoundary>
        </App>
      </ConfigProvider>
    </StrictMode>,
  ),
);
