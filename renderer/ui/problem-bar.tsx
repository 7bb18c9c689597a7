import { Button } from 'antd';
import type { ReactNode } from 'react';
import { uiText } from '../text/ui';
import styles from './problem-bar.module.css';

interface ProblemBarProps {
  readonly children: ReactNode;
  readonly onDismiss: () => void;
}

/** What was refused, below the table that it is about, so that nothing above moves; gone with 知道了. */
export function ProblemBar({ children, onDismiss }: ProblemBarProps) {
  return (
    <div className={styles['bar']}>
      <div className={styles['what']}>{children}</div>
      <Button size="small" onClick={onDismiss}>
        {uiText.dismiss}
      </Button>
    </div>
  );
}
