import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fail } from '../../../../shared/basics/result';
import { addDays } from '../../../../shared/basics/day';
import type { Change } from '../../../../shared/commands/intent';
import { problem } from '../../../../shared/problems/catalogue';
import { AttendancePage } from '../../../../renderer/features/attendance/attendance-page';
import type { DataStore } from '../../../../renderer/data/data-store';
import { TODAY } from '../../../fakes/given-day';
import {
  certificateRecord,
  courseIdOf,
  courseRecord,
  enrolmentRecord,
  made,
  personRecord,
  sessionRecord,
} from '../../../fakes/class-records';
import { MemoryBridge } from '../../../fakes/memory-bridge';
import { deleteRows, openTestStore } from '../../../fakes/open-test-store';
import { showPage } from '../../../fakes/show-page';

const A = courseIdOf('a');
let store: DataStore;
let hide: (() => void) | null = null;

/** Four lessons a day from yesterday on: 1 to 4 were held, those from the ninth on are tomorrow's and later. */
function aClass(people: number, sessions: number): readonly Change[] {
  const start = addDays(TODAY, -1);
  return [
    made('courses', courseRecord('a', start)),
    ...Array.from({ length: sessions }, (_, n) => made('sessions', sessionRecord('a', n, start))),
    ...Array.from({ length: people }, (_, n) => [
      made('persons', personRecord(n)),
      made('certificates', certificateRecord(n)),
      made('enrolments', enrolmentRecord('a', n)),
    ]).flat(),
  ];
}

async function show(people: number, sessions: number): Promise<void> {
  const saved = await store.commit({ kind: 'roster.import', changes: aClass(people, sessions) });
  expect(saved.ok).toBe(true);
  hide = showPage(store, <AttendancePage courseId={A} />);
  await expect.element(grid(), { timeout: 15_000 }).toBeVisible();
}
const grid = () => page.getByRole('grid');
const cell = (row: number, column: number): HTMLElement => {
  const found = document.getElementById(`register-${row}-${column}`);
  if (!found) throw new Error(`no cell ${row}, ${column}`);
  return found;
};
const column = (at: number, rows: number): readonly string[] =>
  Array.from({ length: rows }, (_, row) => cell(row, at).textContent ?? '');
/** The register opens at today's lessons; the tests type into the first one, which was held yesterday. */
const focusGrid = async (): Promise<void> => {
  (grid().element() as HTMLElement).focus();
  await userEvent.keyboard('{Home}');
};
const type = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await userEvent.keyboard(key.length > 1 && !key.startsWith('{') ? `{${key}}` : key);
};
const paste = (text: string): void => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  grid()
    .element()
    .dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
};
const settled = async (): Promise<void> => {
  await store.settled();
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
};

beforeEach(async () => {
  await page.viewport(1200, 700);
  await deleteRows();
  store = await openTestStore(new MemoryBridge());
});
afterEach(async () => {
  hide?.();
  hide = null;
  await store.close();
  await deleteRows();
});

describe('考勤登记表', () => {
  it('数字键登记并下移，迟到早退接着输入分钟，合计跟着变', async () => {
    await show(5, 12);
    await focusGrid();
    await type('1', '2', '1', '5', 'Enter', '3', '5', '0', 'Enter', '2', '6', '+', '6', 'Enter', '4');
    await settled();
    expect(column(0, 5)).toEqual(['✓', '迟15', '早50', '迟6早6', '缺']);
    const facts = (await store.loadCourseFacts(A))!;
    expect([...facts.attendance.get(facts.sessions[0]!.id)!.status]).toEqual([1, 1, 1, 1, 2]);
    expect(cell(0, 0).closest('[role=row]')?.textContent).toContain('2');
  });

  it('Shift+方向键选一块，一键登记整块；分钟也登记给整块', async () => {
    await show(5, 12);
    await focusGrid();
    await type('{Shift>}{ArrowDown}{ArrowDown}{ArrowRight}{/Shift}', '5');
    await settled();
    expect([column(0, 4), column(1, 4)]).toEqual([
      ['假', '假', '假', ''],
      ['假', '假', '假', ''],
    ]);
    await type('{ArrowDown}', '{Home}');
    await type('{Shift>}{ArrowDown}{/Shift}', '2', '8', 'Enter');
    await settled();
    expect(column(0, 5)).toEqual(['假', '假', '假', '迟8', '迟8']);
  });

  it('鼠标拖选；双击出菜单，选迟到的分钟', async () => {
    await show(5, 12);
    const [from, to] = [cell(1, 0).getBoundingClientRect(), cell(3, 1).getBoundingClientRect()];
    const at = (box: DOMRect): MouseEventInit => ({
      clientX: box.x + 10,
      clientY: box.y + 10,
      bubbles: true,
      button: 0,
      buttons: 1,
    });
    cell(1, 0).dispatchEvent(new MouseEvent('mousedown', at(from)));
    window.dispatchEvent(new MouseEvent('mousemove', at(to)));
    window.dispatchEvent(new MouseEvent('mouseup', at(to)));
    await expect.poll(() => document.querySelectorAll('[role=gridcell][aria-selected=true]').length).toBe(6);
    await userEvent.dblClick(cell(0, 2));
    await page.getByRole('menuitem', { name: '迟到' }).hover();
    await page.getByRole('menuitem', { name: '15 分钟' }).click();
    await settled();
    expect(cell(0, 2).textContent).toBe('迟15');
  });

  it('从 Excel 粘贴一块；有看不懂的就一格也不贴', async () => {
    await show(4, 12);
    await focusGrid();
    paste('√\t缺\n迟15\t假\n');
    await settled();
    expect([column(0, 3), column(1, 3)]).toEqual([
      ['✓', '迟15', ''],
      ['缺', '假', ''],
    ]);
    paste('√\n大概来了');
    await expect.element(page.getByText(/整块没有粘贴，有 1 格看不懂/)).toBeVisible();
    expect(cell(0, 0).textContent).toBe('✓');
  });

  it('撤销和重做逐步进行；刚按下就撤销，撤的是刚才那一格', async () => {
    await show(3, 12);
    await focusGrid();
    await type('1', '4', '{Control>}z{/Control}');
    await expect.poll(() => column(0, 2)).toEqual(['✓', '']);
    await type('{Control>}z{/Control}');
    await expect.poll(() => column(0, 2)).toEqual(['', '']);
    await type('{Control>}y{/Control}', '{Control>}y{/Control}');
    await expect.poll(() => column(0, 2)).toEqual(['✓', '缺']);
  });

  it('改以前的考勤要写理由，理由进留痕；还没开始的课不能登记', async () => {
    await show(2, 12);
    await focusGrid();
    await type('1', '{ArrowUp}', '4');
    await expect.element(page.getByRole('dialog')).toBeVisible();
    // The question takes the keyboard at once.
    expect(document.activeElement).toBe(page.getByRole('textbox', { name: '原因' }).element());
    await userEvent.fill(document.activeElement!, '核对签到表后更正');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => cell(0, 0).textContent).toBe('缺');
    await settled();
    const state = store.saveState();
    const last = state.kind === 'saved' && state.head ? await store.entryByHash(state.head.hash) : undefined;
    expect(last).toMatchObject({ kind: 'attendance.mark', reason: '核对签到表后更正' });
    await focusGrid();
    await type('{End}', '1');
    await expect.element(page.getByRole('alert')).toHaveTextContent('还没有开始');
    expect(cell(0, 11).textContent).toBe('');
  });

  it('没能保存：说明原因，格子变回原样', async () => {
    await show(2, 12);
    store.commit = () => Promise.resolve(fail([problem('disk-full', {})]));
    await focusGrid();
    await type('1');
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(cell(0, 0).textContent).toBe('');
  });

  it('Ctrl+F 按拼音首字母跳到人，Esc 回到表格', async () => {
    await show(30, 4);
    await focusGrid();
    await type('{Control>}f{/Control}');
    await userEvent.keyboard('wzq');
    await expect.poll(() => grid().element().getAttribute('aria-activedescendant')).toBe('register-12-0');
    await type('{Escape}');
    expect(document.activeElement).toBe(grid().element());
  });
});

describe('5,000 人 × 32 课', () => {
  it('只画看得见的行；按键到画出登记的时间', async () => {
    const saved = await store.commit({ kind: 'roster.import', changes: aClass(5000, 32) });
    expect(saved.ok).toBe(true);
    await store.settled();
    const begun = performance.now();
    hide = showPage(store, <AttendancePage courseId={A} />);
    await expect.element(grid(), { timeout: 30_000 }).toBeVisible();
    const mount = performance.now() - begun;
    expect(document.querySelectorAll('[role=row]').length).toBeLessThan(45);
    expect(grid().element().getAttribute('aria-rowcount')).toBe('5001');

    await focusGrid();
    const times: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      const pressed = performance.now();
      grid()
        .element()
        .dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true, cancelable: true }));
      await new Promise<void>((resolve) => {
        const look = (): void => {
          if (document.getElementById(`register-${n}-0`)?.textContent === '✓')
            requestAnimationFrame(() => setTimeout(resolve));
          else setTimeout(look);
        };
        look();
      });
      times.push(performance.now() - pressed);
      await store.facts.settled();
    }
    times.sort((a, b) => a - b);
    console.log(
      `5000×32: 打开 ${mount.toFixed(0)} ms，按键到画出 中位 ${times[6]!.toFixed(0)} ms，最慢 ${times.at(-1)!.toFixed(0)} ms`,
    );
    await type('{Control>}{End}{/Control}');
    await expect.poll(() => document.getElementById('register-4999-31')).not.toBeNull();
    expect(document.querySelectorAll('[role=row]').length).toBeLessThan(45);
  }, 120_000);
});
