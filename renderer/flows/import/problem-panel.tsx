import { Checkbox } from 'antd';
import { useMemo } from 'react';
import { importText } from '../../text/import';
import { uiText } from '../../text/ui';
import { LEVEL_MARKS, ProblemList } from '../../ui/problem-list';
import { StateMark } from '../../ui/state-mark';
import type { RowView } from '../../workers/import-view';
import { needsLook, problemKinds, SHOW_ALL, type RowFilter } from './preview-model';
import styles from './problem-panel.module.css';

const text = importText.problems;

interface ProblemPanelProps {
  readonly rows: readonly RowView[];
  readonly filter: RowFilter;
  readonly onFilter: (filter: RowFilter) => void;
  /** The row that is looked at. */
  readonly current: RowView | null;
}

/** What is wrong, by kind with counts, to filter the rows; and in whole sentences what is said of the row looked at. */
export function ProblemPanel({ rows, filter, onFilter, current }: ProblemPanelProps) {
  const kinds = useMemo(() => problemKinds(rows), [rows]);
  const open = useMemo(() => rows.reduce((n, row) => n + Number(needsLook(row)), 0), [rows]);
  return (
    <aside className={styles['problems']} aria-label={text.title}>
      <div className={styles['kinds']}>
        <Checkbox
          checked={filter.only === 'problems' && filter.code === null}
          onChange={(event) => onFilter(event.target.checked ? { only: 'problems', code: null } : SHOW_ALL)}
        >
          {text.only} <span className="second">{open}</span>
        </Checkbox>
        {kinds.length === 0 && <p className="second">{text.none}</p>}
        <ul aria-label={text.kinds}>
          {kinds.map(({ code, level, title, rows: count }) => (
            <li key={code}>
              <button
                type="button"
                aria-pressed={filter.code === code}
                onClick={() => onFilter(filter.code === code ? SHOW_ALL : { only: 'problems', code })}
              >
                <StateMark state={LEVEL_MARKS[level]} label={uiText.problems.level[level]} />
                <span>{title}</span>
                <b>{count}</b>
              </button>
            </li>
          ))}
        </ul>
      </div>
      {current && (
        <div className={styles['of-row']}>
          <h3>{text.ofRow(current.row, current.name)}</h3>
          {current.problems.length === 0 ? (
            <p className="second">{text.rowClean}</p>
          ) : (
            <ProblemList problems={current.problems} />
          )}
        </div>
      )}
    </aside>
  );
}
