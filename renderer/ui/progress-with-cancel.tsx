import { Button, Progress } from 'antd';
import { useEffect, useState } from 'react';
import { uiText } from '../text/ui';
import styles from './progress-with-cancel.module.css';

const APPEARS_AFTER_MS = 300;

interface ProgressWithCancelProps {
  /** What is going on: 正在读取 学员名册.xlsx. */
  readonly sentence: string;
  readonly done: number;
  /** null while nobody knows how much there is. */
  readonly total: number | null;
  readonly onCancel?: () => void;
}

/** Work that takes long: what, how far, and 取消. Stays hidden for the first 300 ms, so that short work does not flash. */
export function ProgressWithCancel({ sentence, done, total, onCancel }: ProgressWithCancelProps) {
  const [visible, setVisible] = useState(false);
  const [cancelling, setCancelling] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setVisible(true), APPEARS_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!visible) return null;
  const percent = total ? Math.min(100, Math.floor((done / total) * 100)) : 0;
  return (
    <output className={styles['box']}>
      <div className={styles['line']}>
        <span>{cancelling ? uiText.progress.cancelling : sentence}</span>
        {total !== null && <span className="second">{uiText.progress.of(done, total)}</span>}
      </div>
      <div className={styles['line']}>
        <Progress
          percent={total === null ? 100 : percent}
          status="active"
          showInfo={total !== null}
          aria-label={sentence}
        />
        {onCancel && (
          <Button
            size="small"
            disabled={cancelling}
            onClick={() => {
              setCancelling(true);
              onCancel();
            }}
          >
            {uiText.cancel}
          </Button>
        )}
      </div>
    </output>
  );
}
