import { createContext, useContext, type ReactNode } from 'react';
import styles from './page.module.css';

/** What the frame puts at the right end of every page's header: the state of saving. */
export const HeaderEnd = createContext<ReactNode>(null);

interface PageProps {
  readonly title: ReactNode;
  /** Beside the title, in second colour. */
  readonly sub?: ReactNode;
  /** Buttons in front of the state of saving. */
  readonly actions?: ReactNode;
  /** A bar under the header that stays as well. */
  readonly bar?: ReactNode;
  /** fill: the content scrolls inside itself (a table); scroll: the page's body scrolls. */
  readonly layout?: 'fill' | 'scroll';
  readonly children: ReactNode;
}

/** One screen: a header that never scrolls away, and its content. */
export function Page({ title, sub, actions, bar, layout = 'scroll', children }: PageProps) {
  const end = useContext(HeaderEnd);
  return (
    <div className={styles['page']}>
      <header className={styles['header']}>
        <h1>{title}</h1>
        {sub && <span className={styles['sub']}>{sub}</span>}
        <div className={styles['end']}>
          {actions}
          {end}
        </div>
      </header>
      {bar}
      <main className={`${styles['body']} ${styles[layout]}`}>{children}</main>
    </div>
  );
}
