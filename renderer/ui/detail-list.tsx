import { Fragment, type ReactNode } from 'react';
import styles from './detail-list.module.css';

/** Names and values of one thing, in two columns; a missing value shows as "–". */
export function DetailList({
  items,
  columns = 1,
}: {
  readonly items: readonly (readonly [name: string, value: ReactNode])[];
  readonly columns?: 1 | 2;
}) {
  return (
    <dl className={`${styles['list']} ${columns === 2 ? styles['double'] : ''}`}>
      {items.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value === undefined || value === null || value === '' ? '–' : value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
