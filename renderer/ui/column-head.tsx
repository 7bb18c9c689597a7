import { FilterFilled, FilterOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { useState } from 'react';
import { uiText } from '../text/ui';
import { choicesOf, nextSort, SORT_SIGNS, type Column, type Sort } from './table-model';
import styles from './data-table.module.css';

interface ColumnHeadProps<Row> {
  readonly column: Column<Row>;
  readonly rows: readonly Row[];
  readonly width: number;
  readonly sort: Sort | null;
  readonly wanted: ReadonlySet<string> | undefined;
  readonly onSort: (sort: Sort | null) => void;
  readonly onFilter: (wanted: ReadonlySet<string> | undefined) => void;
  readonly onWidth: (width: number) => void;
}

/** Head of one column: a click sorts, the funnel filters, the right edge sets the width. */
export function ColumnHead<Row>({
  column,
  rows,
  width,
  sort,
  wanted,
  onSort,
  onFilter,
  onWidth,
}: ColumnHeadProps<Row>) {
  const sorted = sort?.key === column.key ? sort.direction : null;
  const drag = (event: React.PointerEvent<HTMLButtonElement>): void => {
    event.preventDefault();
    const start = event.clientX;
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    const move = (e: PointerEvent): void => onWidth(width + e.clientX - start);
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), {
      once: true,
    });
  };
  return (
    <th scope="col" aria-sort={sorted ?? 'none'} data-align={column.align ?? 'left'}>
      <div className={styles['head']}>
        <button
          type="button"
          title={uiText.table.sort(column.title)}
          onClick={() => onSort(nextSort(column.key, sort))}
        >
          {column.title}
          {sorted && <span aria-hidden>{SORT_SIGNS[sorted]}</span>}
        </button>
        {column.filter && <ColumnFilter column={column} rows={rows} wanted={wanted} onFilter={onFilter} />}
      </div>
      <button
        type="button"
        tabIndex={-1}
        aria-label={uiText.table.resize(column.title)}
        className={styles['grip']}
        onPointerDown={drag}
        onKeyDown={(event) => {
          const step = { ArrowLeft: -8, ArrowRight: 8 }[event.key];
          if (step === undefined) return;
          event.stopPropagation();
          onWidth(width + step);
        }}
      />
    </th>
  );
}

function ColumnFilter<Row>({
  column,
  rows,
  wanted,
  onFilter,
}: Pick<ColumnHeadProps<Row>, 'column' | 'rows' | 'wanted' | 'onFilter'>) {
  const [open, setOpen] = useState(false);
  const choices = open ? choicesOf(rows, column) : [];
  const toggle = (text: string): void => {
    const next = new Set(wanted ?? choices.map((c) => c.text));
    if (!next.delete(text)) next.add(text);
    onFilter(next.size === choices.length ? undefined : next);
  };
  const label = uiText.table.filter(column.title);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      content={
        <div className={styles['choices']}>
          {choices.map(({ text, count }) => (
            <Checkbox key={text} checked={wanted?.has(text) ?? true} onChange={() => toggle(text)}>
              {text === '' ? uiText.table.blank : text} <span className="second">{count}</span>
            </Checkbox>
          ))}
          <Button size="small" type="link" onClick={() => onFilter(undefined)}>
            {uiText.table.filterClear}
          </Button>
        </div>
      }
    >
      <button type="button" aria-label={label} title={label} aria-pressed={wanted !== undefined}>
        {wanted ? <FilterFilled aria-hidden /> : <FilterOutlined aria-hidden />}
      </button>
    </Popover>
  );
}
