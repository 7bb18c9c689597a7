import type { ReactNode } from 'react';
import styles from './toolbar.module.css';

/** What one does here on the left; search and filter on the right. */
export function Toolbar({ children, right }: { readonly children?: ReactNode; readonly right?: ReactNode }) {
  return (
    <div className={styles['bar']} role="toolbar">
      <div className={styles['side']}>{children}</div>
      <div className={styles['side']}>{right}</div>
    </div>
  );
}
