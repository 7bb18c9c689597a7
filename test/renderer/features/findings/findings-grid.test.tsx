import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { findingRows } from '../../../../renderer/features/findings/finding-rows';
import { FindingsGrid, type MatrixCell } from '../../../../renderer/features/findings/findings-grid';
import type { Sort } from '../../../../renderer/ui/table-model';
import { rulesetById } from '../../../../shared/regulation/rulesets';
import { sampleForm } from '../../../shared/documents/sample-class';
import { click, press, render } from '../../ui/render';

const { facts, judgements } = sampleForm(500);
const rows = findingRows(facts, judgements);
const rules = rulesetById(facts.course.ruleset)!.rules.map(({ id }) => id);

function Matrix({ onCopy = () => undefined }: { readonly onCopy?: () => void }) {
  const [sort, setSort] = useState<Sort | null>(null);
  const [active, setActive] = useState<MatrixCell>({ row: 0, column: 0 });
  const [open, setOpen] = useState(false);
  const show = (cell: MatrixCell): void => {
    setActive(cell);
    setOpen(true);
  };
  return (
    <>
      <output>{`${active.row} ${active.column} ${open ? 'open' : 'closed'}`}</output>
      <FindingsGrid
        rows={rows}
        rules={rules}
        active={active}
        open={open}
        sort={sort}
        onSort={setSort}
        onCopy={onCopy}
        onMove={setActive}
        onOpen={show}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

describe('核验表格', () => {
  it('五百人只画出看得见的一段；行数和列名照实报告', async () => {
    const host = await render(<Matrix />);
    expect(host.querySelector('table')?.getAttribute('aria-rowcount')).toBe('501');
    expect(host.querySelectorAll('tbody tr[aria-rowindex]').length).toBeLessThan(60);
    expect(host.querySelectorAll('thead th')).toHaveLength(rules.length + 7);
  });

  it('方向键移动，不出边界；回车打开，Esc 关闭；到行尾是结论', async () => {
    const host = await render(<Matrix />);
    const grid = host.querySelector('table')!;
    const state = () => host.querySelector('output')!.textContent;
    await press(grid, 'ArrowUp');
    await press(grid, 'ArrowLeft');
    expect(state()).toBe('0 0 closed');
    await press(grid, 'ArrowDown');
    await press(grid, 'ArrowRight');
    await press(grid, 'Enter');
    expect(state()).toBe('1 1 open');
    expect(
      host.querySelector(`[id="${grid.getAttribute('aria-activedescendant')}"]`)?.getAttribute('aria-selected'),
    ).toBe('true');
    await press(grid, 'End');
    expect(state()).toBe(`1 ${rules.length} open`);
    await press(grid, 'Escape');
    await press(grid, 'End', { ctrlKey: true });
    expect(state()).toBe(`499 ${rules.length} closed`);
  });

  it('点一格就打开那一格；提醒带“!”，错误和提醒颜色不同', async () => {
    const host = await render(<Matrix />);
    const short = host.querySelector<HTMLElement>('[data-severity="error"]')!;
    await click(short);
    expect(host.querySelector('output')!.textContent).toMatch(/open$/);
    const warnings = [...host.querySelectorAll('[data-severity="warning"]')];
    expect(warnings.length).toBeGreaterThan(0);
    expect(warnings.every((cell) => cell.textContent?.endsWith('!'))).toBe(true);
    expect(
      [...host.querySelectorAll('[data-severity="error"]')].some((cell) => cell.textContent?.includes('!')),
    ).toBe(false);
  });

  it('点列名排序，再点反过来，第三次回到原来的顺序；键盘用 S 排所在的一列', async () => {
    const host = await render(<Matrix />);
    const grid = host.querySelector('table')!;
    const sorts = () =>
      [...host.querySelectorAll('th[aria-sort]:not([aria-sort=none])')].map(
        (head) => `${head.textContent} ${head.getAttribute('aria-sort')}`,
      );
    const name = [...host.querySelectorAll('thead button')].find((button) => button.textContent === '姓名')!;
    await click(name);
    expect(sorts()).toEqual(['姓名 ▲ ascending']);
    await click(name);
    expect(sorts()).toEqual(['姓名 ▼ descending']);
    await click(name);
    expect(sorts()).toEqual([]);
    await press(grid, 'ArrowRight');
    await press(grid, 's');
    expect(sorts()).toEqual(['专业学时 ▲ ascending']);
  });
});
