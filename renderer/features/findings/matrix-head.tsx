import type { RuleId } from '../../../shared/regulation/finding';
import { findingsText as text } from '../../text/findings';
import { uiText } from '../../text/ui';
import { nextSort, SORT_SIGNS, type Sort } from '../../ui/table-model';
import { matrixColumns } from './matrix-columns';
import styles from './findings-grid.module.css';

interface MatrixHeadProps {
  readonly rules: readonly RuleId[];
  /** The column of the active cell, counted from the first rule. */
  readonly activeColumn: number;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
}

/** Heads that sort: by a person's data, or with the worst of a rule first. From the keyboard the active column's, by S. */
export function MatrixHead({ rules, activeColumn, sort, onSort }: MatrixHeadProps) {
  const fixed: Readonly<Record<string, string | undefined>> = {
    order: styles['order'],
    name: styles['name'],
    post: styles['post'],
    public: styles['hours'],
    professional: styles['hours'],
    total: styles['hours'],
    conclusion: styles['conclusion'],
  };
  const columns = matrixColumns(rules, 'rank');
  const before = columns.findIndex(({ key }) => key === rules[0]);
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map(({ key, title }, i) => {
          const sorted = sort?.key === key ? sort.direction : null;
          const isRule = !(key in fixed);
          const column = i - before;
          return (
            <th
              key={key}
              scope="col"
              aria-sort={sorted ?? 'none'}
              className={isRule ? styles['rule'] : fixed[key]}
              {...(column >= 0 && { 'data-column': column })}
              data-active={isRule && activeColumn === column}
            >
              <button
                type="button"
                tabIndex={-1}
                title={column >= 0 ? text.sortWorst(title) : uiText.table.sort(title)}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onSort(nextSort(key, sort))}
              >
                {isRule ? <span>{title}</span> : title}
                {sorted && <i aria-hidden>{SORT_SIGNS[sorted]}</i>}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
