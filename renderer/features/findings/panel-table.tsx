import type { ReactNode } from 'react';
import styles from './finding-panel.module.css';

/** A small table of the panel; the children are its rows. */
export function PanelTable({
  titles,
  children,
}: {
  readonly titles: readonly string[];
  readonly children: ReactNode;
}) {
  return (
    <table className={`plain-table ${styles['table']}`}>
      <thead>
        <tr>
          {titles.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
