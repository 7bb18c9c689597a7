import type { ReactNode } from 'react';
import styles from './panel.module.css';

interface PanelProps {
  readonly title: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A titled block of a page. */
export function Panel({ title, actions, children }: PanelProps) {
  return (
    <section className={styles['panel']}>
      <header>
        <h2>{title}</h2>
        {actions && <div className={styles['actions']}>{actions}</div>}
      </header>
      {children}
    </section>
  );
}
