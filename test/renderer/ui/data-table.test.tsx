import { act, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { DataTable } from '../../../renderer/ui/data-table';
import type { Column } from '../../../renderer/ui/table-model';
import { click, press, render } from './render';

interface Row {
  readonly id: string;
  readonly name: string;
}
const rows: readonly Row[] = Array.from({ length: 2000 }, (_, i) => ({ id: `p${i}`, name: `学员${i}` }));
const columns: readonly Column<Row>[] = [{ key: 'name', title: '姓名', width: 120, value: (r) => r.name }];
const rowKey = (row: Row): string => row.id;

function Table({
  onOpen,
  onSelect,
}: {
  readonly onOpen: (row: Row) => void;
  readonly onSelect?: (keys: ReadonlySet<string>) => void;
}) {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const onChange = (next: ReadonlySet<string>): void => {
    setKeys(next);
    onSelect?.(next);
  };
  return (
    <DataTable
      name="test"
      caption="学员"
      rows={rows}
      rowKey={rowKey}
      columns={columns}
      selection={{ keys, onChange }}
      onOpen={onOpen}
    />
  );
}

describe('数据表的键盘操作', () => {
  it('两千行只画出看得见的一段，行数照实报告', async () => {
    const host = await render(<Table onOpen={() => undefined} />);
    expect(host.querySelector('table')?.getAttribute('aria-rowcount')).toBe('2001');
    expect(host.querySelectorAll('tbody tr[id]').length).toBeLessThan(60);
  });

  it('向下两次、回车，打开第二行', async () => {
    const open = vi.fn();
    const host = await render(<Table onOpen={open} />);
    const grid = host.querySelector('table')!;
    await press(grid, 'ArrowDown');
    await press(grid, 'ArrowDown');
    await press(grid, 'Enter');
    expect(open).toHaveBeenCalledExactlyOnceWith(rows[1]);
    expect(grid.getAttribute('aria-activedescendant')).toMatch(/p1$/);
  });

  it('Shift 加方向键扩大选择，Esc 清除，Ctrl+A 全选', async () => {
    const select = vi.fn();
    const host = await render(<Table onOpen={() => undefined} onSelect={select} />);
    const grid = host.querySelector('table')!;
    await press(grid, 'ArrowDown');
    await press(grid, 'ArrowDown', { shiftKey: true });
    await press(grid, 'ArrowDown', { shiftKey: true });
    expect([...select.mock.lastCall![0]]).toEqual(['p0', 'p1', 'p2']);
    await press(grid, 'Escape');
    expect(select.mock.lastCall![0].size).toBe(0);
    await press(grid, 'a', { ctrlKey: true });
    expect(select.mock.lastCall![0].size).toBe(2000);
  });

  it('点列名排序，并向读屏软件说明方向', async () => {
    const host = await render(<Table onOpen={() => undefined} />);
    const head = host.querySelector('th:nth-of-type(2)')!;
    const button = head.querySelector('button')!;
    await click(button);
    expect(head.getAttribute('aria-sort')).toBe('ascending');
    await click(button);
    expect(head.getAttribute('aria-sort')).toBe('descending');
    expect(host.querySelector('tbody tr[id] td:nth-of-type(2)')?.textContent).toBe('学员1999');
  });

  it('列宽记在本机，重新打开后不变', async () => {
    const host = await render(<Table onOpen={() => undefined} />);
    const grip = host.querySelector('button[aria-label^="调整"]')!;
    await press(grip, 'ArrowRight');
    expect(JSON.parse(localStorage.getItem('column-widths/test')!)).toEqual({ name: 128 });
    await act(async () => localStorage.removeItem('column-widths/test'));
  });
});
