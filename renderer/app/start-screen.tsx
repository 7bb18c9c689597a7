import { Button } from 'antd';
import { platform } from '../platform';
import { appText } from '../text/app';
import { EmptyState } from '../ui/empty-state';
import { ProblemList } from '../ui/problem-list';
import { useConfirm } from '../ui/use-confirm';
import { ProgressWithCancel } from '../ui/progress-with-cancel';
import { useAppInfo } from './app-info';
import type { Opening } from './open-data';
import styles from './start-screen.module.css';

const text = appText.start;

interface StartScreenProps {
  readonly opening: Exclude<Opening, { readonly kind: 'ready' }>;
  readonly onRetry: () => void;
}

/** What stands in the window until the data set is open, or says why it is not. */
export function StartScreen({ opening, onRetry }: StartScreenProps) {
  return (
    <main className={styles['screen']}>
      <StartState opening={opening} onRetry={onRetry} />
    </main>
  );
}

function StartState({ opening, onRetry }: StartScreenProps) {
  switch (opening.kind) {
    case 'opening':
      // Most starts end here after a moment: nothing that has to be styled first.
      return <output className={styles['waiting']}>{text.opening}</output>;
    case 'rebuilding':
      return <ProgressWithCancel sentence={text.rebuilding} done={opening.done} total={opening.total} />;
    case 'locked':
      return (
        <EmptyState title={text.locked} next={text.lockedNext}>
          <Button type="primary" onClick={onRetry}>
            {text.retry}
          </Button>
        </EmptyState>
      );
    case 'failed':
      return (
        <div className={styles['failed']}>
          <EmptyState title={text.failed} next={text.failedNext}>
            <Button type="primary" onClick={onRetry}>
              {text.retry}
            </Button>
            <OtherFolder gone={opening.folderGone} onChosen={onRetry} />
          </EmptyState>
          <ProblemList problems={opening.problems} />
          {opening.message && (
            <details className={styles['detail']}>
              <summary>{text.failedDetail}</summary>
              <pre>{opening.message}</pre>
            </details>
          )}
        </div>
      );
  }
}

/** Another folder for the records, where this edition can choose one; the usual one only when the chosen one is gone. */
function OtherFolder({ gone, onChosen }: { readonly gone: boolean; readonly onChosen: () => void }) {
  const info = useAppInfo();
  const confirm = useConfirm();
  if (!info?.capabilities.chooseDataFolder) return null;
  const choose = async (): Promise<void> => {
    if ((await platform.chooseDataFolder()) !== null) onChosen();
  };
  const toDefault = async (): Promise<void> => {
    const agreed = await confirm({
      title: text.useDefaultTitle,
      sentence: text.useDefaultSentence,
      confirmLabel: text.useDefault,
    });
    if (!agreed) return;
    await platform.forgetDataFolder();
    onChosen();
  };
  return (
    <>
      <Button onClick={() => void choose()}>{text.chooseFolder}</Button>
      {gone && <Button onClick={() => void toDefault()}>{text.useDefault}</Button>}
    </>
  );
}
