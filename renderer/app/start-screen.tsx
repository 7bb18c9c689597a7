import { Button } from 'antd';
import { appText } from '../text/app';
import { EmptyState } from '../ui/empty-state';
import { ProblemList } from '../ui/problem-list';
import { ProgressWithCancel } from '../ui/progress-with-cancel';
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
        <div role="alert">
          <EmptyState title={text.failed} next={text.failedNext}>
            <Button type="primary" onClick={onRetry}>
              {text.retry}
            </Button>
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
