import type { ReactNode } from 'react';
import styles from './finding-panel.module.css';

/** One titled part of the panel. */
export function PanelSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles['section']}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
