import { CopyOutlined } from '@ant-design/icons';
import { App, Button, Checkbox, Input, type InputRef } from 'antd';
import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react';
import { uiText } from '../text/ui';
import { ColumnHead } from './column-head';
import { copyTable } from './copy-table';
import { EmptyState } from './empty-state';
import { useShortcuts } from './shortcuts';
import { arrange, cellText, clipboardTable, type Column, type Filters, type Sort } from './table-model';
import { Toolbar } from './toolbar';
import { useColumnWidths } from './use-column-widths';
import { useRowKeys, type RowSelection } from './use-row-keys';
import { useRowWindow } from './use-row-window';
import styles from './data-table.module.css';

const ROW_HEIGHT = 32;
const SELECT_WIDTH = 36;

interface DataTableProps<Row> {
  /** Under this name the column widths are remembered. */
  readonly name: string;
  /** What the table holds, for screen readers and the list of keys. */
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Names a row for the label of its checkbox; its key by default. */
  readonly rowName?: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly selection?: RowSelection;
  /** The row that is the current one at first, scrolled into view. */
  readonly startAt?: string;
  /** Enter or double-click on a row. */
  readonly onOpen?: (row: Row) => void;
  /** Sorting at first. */
  readonly sort?: Sort;
  /** What one does here, left in the toolbar. */
  readonly toolbar?: ReactNode;
  /** Replaces the table's own search, for lists that are searched elsewhere (pinyin). */
  readonly search?: {
    readonly text: string;
    readonly onChange: (text: string) => void;
    readonly placeholder: string;
    readonly total: number;
  };
  /** Told which rows are shown, in their order, whenever that is different. */
  readonly onShown?: (rows: readonly Row[]) => void;
  /** Shown instead of the table when there are no rows at all. */
  readonly empty?: ReactNode;
}

const withFilter = (filters: Filters, key: string, wanted: ReadonlySet<string> | undefined): Filters =>
  Object.fromEntries([
    ...Object.entries(filters).filter(([other]) => other !== key),
    ...(wanted ? [[key, wanted] as const] : []),
  ]);

/** A list to read: sort, filter, find, select, open, copy into Excel; thousands of rows; keyboard throughout. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { name, caption, rows, rowKey, columns, selection, onOpen, toolbar, empty } = props;
  const { message } = App.useApp();
  const [ownSearch, setOwnSearch] = useState('');
  const [filters, setFilters] = useState<Filters>({});
  const [sort, setSort] = useState<Sort | null>(props.sort ?? null);
  const { widthOf, setWidth } = useColumnWidths(name);
  const box = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const find = useRef<InputRef>(null);
  const id = useId();

  const search = props.search ?? { text: ownSearch, onChange: setOwnSearch };
  const needle = props.search ? '' : ownSearch;
  const shown = useMemo(
    () => arrange(rows, columns, { search: needle, filters, sort }),
    [rows, columns, needle, filters, sort],
  );
  const { onShown } = props;
  useEffect(() => onShown?.(shown), [onShown, shown]);
  const order = useMemo(() => shown.map(rowKey), [shown, rowKey]);
  const view = useRowWindow(box, shown.length, ROW_HEIGHT);
  const open = (key: string): void => {
    const row = shown[order.indexOf(key)];
    if (row !== undefined) onOpen?.(row);
  };
  const { startAt } = props;
  const keys = useRowKeys({ order, selection, startAt, pageSize: 15, onOpen: open, onMove: view.reveal });
  const started = useRef(false);
  useEffect(() => {
    const at = startAt === undefined ? -1 : order.indexOf(startAt);
    if (started.current || at < 0) return;
    started.current = true;
    view.reveal(at);
    grid.current?.focus({ preventScroll: true });
  }, [startAt, order, view]);

  const copy = (): void => {
    const picked =
      selection && selection.keys.size > 0 ? shown.filter((row) => selection.keys.has(rowKey(row))) : shown;
    if (copyTable(clipboardTable(picked, columns))) void message.success(uiText.table.copied(picked.length));
    else void message.warning(uiText.table.copyRefused);
  };
  useShortcuts(caption, [
    { keys: 'Ctrl+F', does: uiText.table.searchLabel, run: () => find.current?.focus({ cursor: 'all' }) },
    { keys: 'Ctrl+C', does: uiText.table.copy },
    ...(onOpen ? [{ keys: 'Enter', does: uiText.table.open }] : []),
  ]);
  const clear = (): void => {
    search.onChange('');
    setFilters({});
  };

  const filtered = needle !== '' || (props.search?.text ?? '') !== '' || Object.keys(filters).length > 0;
  if (rows.length === 0 && !filtered && empty) {
    return (
      <div className={styles['frame']}>
        {toolbar && <Toolbar>{toolbar}</Toolbar>}
        {empty}
      </div>
    );
  }
  const allSelected = order.length > 0 && order.every((key) => selection?.keys.has(key));
  const total = columns.reduce((sum, column) => sum + widthOf(column), selection ? SELECT_WIDTH : 0);
  return (
    <div className={styles['frame']}>
      <Toolbar
        right={
          <>
            <output className="second">
              {selection && selection.keys.size > 0
                ? uiText.table.selected(selection.keys.size)
                : uiText.table.rows(shown.length, props.search?.total ?? rows.length)}
            </output>
            <Input
              ref={find}
              className={props.search ? styles['wide-search'] : styles['search']}
              allowClear
              value={search.text}
              placeholder={props.search?.placeholder ?? uiText.table.search}
              aria-label={uiText.table.searchLabel}
              onChange={(event) => search.onChange(event.target.value)}
              onKeyDown={(event) => {
                // While a pinyin is being typed, these keys belong to the input method.
                if (event.nativeEvent.isComposing) return;
                if (event.key !== 'ArrowDown' && event.key !== 'Enter' && event.key !== 'Escape') return;
                if (event.key === 'Escape') search.onChange('');
                else {
                  // One line is the current one at once, so that Enter opens what was found.
                  event.preventDefault();
                  if ((keys.active === null || !order.includes(keys.active)) && order[0] !== undefined)
                    keys.setActive(order[0]);
                }
                grid.current?.focus();
              }}
            />
            <Button icon={<CopyOutlined />} aria-label={uiText.table.copy} title={uiText.table.copy} onClick={copy} />
          </>
        }
      >
        {toolbar}
      </Toolbar>
      <div ref={box} className={styles['box']}>
        <table
          ref={grid}
          role="grid"
          tabIndex={0}
          aria-label={caption}
          aria-rowcount={shown.length + 1}
          {...(keys.active === null ? {} : { 'aria-activedescendant': `${id}-${keys.active}` })}
          style={{ width: `max(100%, ${total}px)` }}
          onKeyDown={(event) => {
            keys.onKeyDown(event);
            if (
              (event.ctrlKey || event.metaKey) &&
              event.key.toLowerCase() === 'c' &&
              String(getSelection() ?? '') === ''
            )
              copy();
          }}
        >
          <colgroup>
            {selection && <col style={{ width: SELECT_WIDTH }} />}
            {columns.map((column) => (
              <col key={column.key} style={{ width: widthOf(column) }} />
            ))}
            <col />
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              {selection && (
                <th scope="col" data-align="center">
                  <Checkbox
                    aria-label={uiText.table.selectAll}
                    checked={allSelected}
                    indeterminate={!allSelected && selection.keys.size > 0}
                    onChange={() => selection.onChange(allSelected ? new Set() : new Set(order))}
                  />
                </th>
              )}
              {columns.map((column) => (
                <ColumnHead
                  key={column.key}
                  column={column}
                  rows={rows}
                  width={widthOf(column)}
                  sort={sort}
                  wanted={filters[column.key]}
                  onSort={setSort}
                  onFilter={(wanted) => setFilters((now) => withFilter(now, column.key, wanted))}
                  onWidth={(width) => setWidth(column.key, width)}
                />
              ))}
              <td aria-hidden />
            </tr>
          </thead>
          <tbody>
            {view.first > 0 && <tr aria-hidden style={{ height: view.first * ROW_HEIGHT }} />}
            {shown.slice(view.first, view.last).map((row, i) => {
              const key = order[view.first + i]!;
              return (
                <tr
                  key={key}
                  id={`${id}-${key}`}
                  aria-rowindex={view.first + i + 2}
                  aria-selected={selection?.keys.has(key) ?? keys.active === key}
                  data-active={keys.active === key}
                  onClick={() => keys.setActive(key)}
                  onDoubleClick={() => onOpen?.(row)}
                >
                  {selection && (
                    <td data-align="center">
                      <Checkbox
                        tabIndex={-1}
                        aria-label={uiText.table.selectRow(props.rowName?.(row) ?? key)}
                        checked={selection.keys.has(key)}
                        onChange={(event) => {
                          const next = new Set(selection.keys);
                          if (event.target.checked) next.add(key);
                          else next.delete(key);
                          selection.onChange(next);
                        }}
                      />
                    </td>
                  )}
                  {columns.map((column) => {
                    const content = column.render ? column.render(row) : cellText(column.value(row));
                    return (
                      <td
                        key={column.key}
                        data-align={column.align ?? 'left'}
                        className={column.mono ? 'mono' : undefined}
                      >
                        {column.opens && onOpen ? (
                          <button type="button" tabIndex={-1} className={styles['link']} onClick={() => onOpen(row)}>
                            {content}
                          </button>
                        ) : (
                          content
                        )}
                      </td>
                    );
                  })}
                  <td aria-hidden />
                </tr>
              );
            })}
            {view.last < shown.length && (
              <tr aria-hidden style={{ height: (shown.length - view.last) * ROW_HEIGHT }} />
            )}
          </tbody>
        </table>
        {shown.length === 0 && (
          <EmptyState title={uiText.table.noMatch}>
            <Button onClick={clear}>{uiText.table.clear}</Button>
          </EmptyState>
        )}
      </div>
    </div>
  );
}
