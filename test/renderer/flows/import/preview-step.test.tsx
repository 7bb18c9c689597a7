import { act, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { NOTHING_DECIDED, type Decided } from '../../../../renderer/flows/import/preview-model';
import { PreviewStep } from '../../../../renderer/flows/import/preview-step';
import type { CellEdit, FileView, RowView } from '../../../../renderer/workers/import-view';
import type { PreviewColumn } from '../../../../shared/import/preview';
import { importProblem } from '../../../../shared/problems/import-problems';
import { click, press, render } from '../../ui/render';

const column = (index: number, field: string | null, heading: string): PreviewColumn => ({
  index,
  letter: 'ABCDEFG'[index]!,
  key: heading,
  heading,
  field,
  guessed: true,
  samples: [],
});
const COLUMNS = [column(0, 'name', '姓名'), column(1, 'idNumber', '身份证号'), column(2, null, '民族')];

const clean = (row: number): RowView => ({
  row,
  cells: [`学员${row}`, '420000199001010017', '汉'],
  edited: [],
  state: 'accepted',
  name: `学员${row}`,
  problems: [],
  changes: [],
  unchanged: false,
  brings: 'always',
});
const REFUSED: RowView = {
  ...clean(3),
  state: 'refused',
  brings: 'nothing',
  problems: [importProblem('id-checksum', { value: '4200**********0017' }, 'idNumber')],
};
const DIFFERS: RowView = {
  ...clean(5),
  brings: 'when-taken',
  changes: [{ field: 'name', label: '姓名', from: '学员旧', to: '学员5' }],
  problems: [importProblem('would-change', { count: 1, changes: ['姓名 学员旧 → 学员5'] }, 'name')],
};

const viewOf = (rows: readonly RowView[]): FileView => ({
  kind: 'roster',
  sheet: '名册',
  sheetNames: ['名册'],
  layout: '',
  fields: [
    { field: 'name', label: '姓名', required: true },
    { field: 'idNumber', label: '证件号码', required: true },
  ],
  columns: COLUMNS,
  choice: {},
  remembered: false,
  problems: [],
  blocked: false,
  counts: { accepted: 0, refused: 0, skipped: 0, unchanged: 0, changing: 0 },
  rows,
});

function Step({
  rows,
  onEdit,
  onDecided,
}: {
  readonly rows: readonly RowView[];
  readonly onEdit?: (edit: CellEdit) => void;
  readonly onDecided?: (decided: Decided) => void;
}) {
  const [decided, setDecided] = useState(NOTHING_DECIDED);
  return (
    <PreviewStep
      view={viewOf(rows)}
      sessions={[]}
      decided={decided}
      onDecided={(next) => {
        setDecided(next);
        onDecided?.(next);
      }}
      onEdit={onEdit ?? (() => undefined)}
    />
  );
}
const ROWS = [clean(2), REFUSED, clean(4), DIFFERS];
const shown = (host: HTMLElement): string[] =>
  [...host.querySelectorAll('tbody th')].map((cell) => cell.textContent ?? '');
const cellsOf = (host: HTMLElement, row: number): HTMLElement[] => [
  ...host.querySelectorAll<HTMLElement>(`tr[id$="-r${row}"] td`),
];

describe('导入预览', () => {
  it('问题写在它所说的单元格下面，号码遮着，不同之处写出已登记的内容', async () => {
    const host = await render(<Step rows={ROWS} />);
    expect(cellsOf(host, 3)[2]!.textContent).toBe('4200**********0017✕ 证件号码末位校验不符');
    expect(host.textContent).not.toContain('420000199001010017');
    expect(cellsOf(host, 5)[1]!.textContent).toContain('已登记：学员旧');
  });

  it('按问题计数；点一种只看这一种，再点一次看全部', async () => {
    const host = await render(<Step rows={ROWS} />);
    const kinds = [...host.querySelectorAll('aside li button')];
    expect(kinds.map((kind) => kind.textContent)).toEqual(['✕错误证件号码末位校验不符1', '!提醒与已登记的内容不同1']);
    await click(kinds[0]!);
    expect(shown(host)).toEqual(['3']);
    await click(kinds[0]!);
    expect(shown(host)).toEqual(['2', '3', '4', '5']);
  });

  it('“只看有问题的”留下错误和提醒', async () => {
    const host = await render(<Step rows={ROWS} />);
    await click(host.querySelector('aside input')!);
    expect(shown(host)).toEqual(['3', '5']);
  });

  it('双击单元格改全文，回车提交并下移', async () => {
    const edit = vi.fn();
    const host = await render(<Step rows={ROWS} onEdit={edit} />);
    const cell = cellsOf(host, 3)[2]!;
    await act(async () => cell.dispatchEvent(new MouseEvent('dblclick', { bubbles: true })));
    const input = cell.querySelector('input')!;
    expect(input.value).toBe('420000199001010017');
    input.value = '420000199001010025';
    await press(input, 'Enter');
    expect(edit).toHaveBeenCalledExactlyOnceWith({ row: 3, column: 1, text: '420000199001010025' });
    expect(host.querySelector('table')!.getAttribute('aria-activedescendant')).toMatch(/-r4-c1$/);
  });

  it('键盘：方向键移动，F2 修改，Esc 放弃；没有改动不提交', async () => {
    const edit = vi.fn();
    const host = await render(<Step rows={ROWS} onEdit={edit} />);
    const grid = host.querySelector('table')!;
    await press(grid, 'ArrowDown');
    await press(grid, 'ArrowDown');
    await press(grid, 'F2');
    const input = host.querySelector<HTMLInputElement>('td input:not([type])')!;
    input.value = '改了';
    await press(input, 'Escape');
    await press(grid, 'Enter');
    await press(host.querySelector('td input:not([type])')!, 'Enter');
    expect(edit).not.toHaveBeenCalled();
  });

  it('改过的行在筛选中留着，好看到新的结论', async () => {
    function Editing() {
      const [rows, setRows] = useState<readonly RowView[]>(ROWS);
      return (
        <Step
          rows={rows}
          onEdit={() => setRows(ROWS.map((row) => (row === REFUSED ? { ...clean(3), edited: [1] } : row)))}
        />
      );
    }
    const host = await render(<Editing />);
    await click(host.querySelector('aside li button')!);
    await act(async () => cellsOf(host, 3)[2]!.dispatchEvent(new MouseEvent('dblclick', { bubbles: true })));
    const input = host.querySelector<HTMLInputElement>('td input:not([type])')!;
    input.value = 'x';
    await press(input, 'Enter');
    expect(shown(host)).toEqual(['3']);
    expect(cellsOf(host, 3)[0]!.textContent).toContain('可导入');
  });

  it('有不同的行默认保留，勾选才采用；可导入的行可以不导入', async () => {
    const decided = vi.fn();
    const host = await render(<Step rows={ROWS} onDecided={decided} />);
    await click(host.querySelector('input[aria-label="第 5 行采用文件内容"]')!);
    expect([...decided.mock.lastCall![0].take]).toEqual([5]);
    await click(host.querySelector('input[aria-label="导入第 2 行"]')!);
    expect([...decided.mock.lastCall![0].leaveOut]).toEqual([2]);
    expect([...decided.mock.lastCall![0].take]).toEqual([5]);
  });

  it('一万行只画看得见的', async () => {
    const host = await render(<Step rows={Array.from({ length: 10_000 }, (_, i) => clean(i + 2))} />);
    expect(host.querySelector('table')!.getAttribute('aria-rowcount')).toBe('10001');
    expect(shown(host).length).toBeLessThan(100);
  });
});
