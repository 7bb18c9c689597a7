import { App } from 'antd';
import { useCallback, useMemo, type ReactNode } from 'react';
import type { ProblemCode } from '../../shared/problems/catalogue';
import { useStore } from '../data/use-store';
import { appText } from '../text/app';
import { StandingAction, type ProblemAction } from '../ui/problem-list';

/** The problems whose next step is 重试. */
const RETRIED: ReadonlySet<string> = new Set<ProblemCode>([
  'disk-full',
  'storage-read-only',
  'storage-in-use',
  'storage-moved',
  'storage-missing',
  'storage-failed',
  'projection-failed',
]);

/** Puts 重试 beside a fault of the storage wherever it stands: header, banner, form. */
export function StorageRetry({ children }: { readonly children: ReactNode }) {
  const retry = useRetry();
  const action = useMemo<ProblemAction>(
    () => (problem) => (RETRIED.has(problem.code) ? { label: appText.save.retry, run: () => void retry() } : null),
    [retry],
  );
  return <StandingAction value={action}>{children}</StandingAction>;
}

/** Looks whether writing may go on, and says what came of it. */
function useRetry(): () => Promise<void> {
  const store = useStore();
  const { message } = App.useApp();
  return useCallback(async () => {
    await store.retry();
    if (store.saveState().kind === 'read-only') void message.warning(appText.save.stillNot);
    else void message.success(appText.save.back);
  }, [store, message]);
}
