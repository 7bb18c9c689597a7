import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  readonly title: string;
  /** What one does now. */
  readonly next?: string;
  /** The buttons that do it. */
  readonly children?: ReactNode;
}

/** What stands where a list has nothing yet: what is missing and how to begin. */
export function EmptyState({ title, next, children }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      <p className={styles['title']}>{title}</p>
      {next && <p className="second">{next}</p>}
      {children && <div className={styles['actions']}>{children}</div>}
    </div>
  );
}
