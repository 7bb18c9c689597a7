import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { addDays } from '../../../../shared/basics/day';
import type { TestAttempt } from '../../../../shared/records/test-attempt';
import { TestsPage } from '../../../../renderer/features/tests/tests-page';
import type { DataStore } from '../../../../renderer/data/data-store';
import { TODAY } from '../../../fakes/given-day';
import {
  certificateRecord,
  courseIdOf,
  courseRecord,
  enrolmentIdOf,
  enrolmentRecord,
  made,
  personRecord,
} from '../../../fakes/class-records';
import { MemoryBridge } from '../../../fakes/memory-bridge';
import { deleteRows, openTestStore } from '../../../fakes/open-test-store';
import { showPage } from '../../../fakes/show-page';

const A = courseIdOf('a');
const PEOPLE = 5;
let store: DataStore;
let hide: (() => void) | null = null;

const input = (row: number, number = 1) =>
  page.getByLabelText(`${personRecord(row).name}，第 ${number} 次成绩`, { exact: true });
const attempts = async (): Promise<readonly (readonly [number, number, TestAttempt['score']])[]> => {
  const facts = (await store.loadCourseFacts(A))!;
  return Array.from({ length: PEOPLE }, (_, n) => n).flatMap((n) =>
    (facts.attempts.get(enrolmentIdOf('a', n)) ?? []).map(({ number, score }) => [n, number, score] as const),
  );
};
const keys = (text: string) => userEvent.keyboard(text);

beforeEach(async () => {
  await page.viewport(1200, 700);
  await deleteRows();
  store = await openTestStore(new MemoryBridge());
  const numbers = Array.from({ length: PEOPLE }, (_, n) => n);
  const changes = [
    made('courses', courseRecord('a', addDays(TODAY, -10))),
    ...numbers.flatMap((n) => [
      made('persons', personRecord(n)),
      made('certificates', certificateRecord(n)),
      made('enrolments', enrolmentRecord('a', n)),
    ]),
  ];
  expect((await store.commit({ kind: 'roster.import', changes })).ok).toBe(true);
  hide = showPage(store, <TestsPage courseId={A} />);
  await expect.element(input(0)).toBeVisible();
});
afterEach(async () => {
  hide?.();
  hide = null;
  await store.close();
  await deleteRows();
});

describe('测试成绩', () => {
  it('一列往下录：数字、半分、q 缺考，回车到下一人；看不懂的留在原处', async () => {
    await input(0).click();
    await keys('85{Enter}59.5{Enter}q{Enter}abc{Enter}');
    await expect.poll(attempts).toEqual([
      [0, 1, 85],
      [1, 1, 59.5],
      [2, 1, 'absent'],
    ]);
    await expect.element(input(3)).toHaveFocus();
    await expect.element(input(3)).toHaveAttribute('aria-invalid', 'true');
    await keys('{Escape}');
    await expect.element(page.getByText('需补考 2')).toBeVisible();
    await expect.element(page.getByText('未录 2')).toBeVisible();
  });

  it('改已登记的成绩要写理由；取消就还是原来的；撤销删掉最后一个', async () => {
    await input(0).click();
    await keys('85{Enter}');
    await expect.poll(attempts).toEqual([[0, 1, 85]]);
    await input(0).click();
    await keys('58{Enter}');
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await keys('{Escape}');
    await expect.element(input(0)).toHaveValue('85');
    await input(0).click();
    await keys('58{Enter}');
    await userEvent.fill(page.getByLabelText('原因'), '复核改分');
    await keys('{Enter}');
    await expect.poll(attempts).toEqual([[0, 1, 58]]);
    await page.getByRole('button', { name: '撤销 (Ctrl+Z)' }).click();
    await expect.poll(attempts).toEqual([[0, 1, 85]]);
  });

  it('粘贴一列是一条留痕：先看清楚，再登记，一次撤销', async () => {
    await input(1).click();
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '70\n缺考\n八十\n66\n');
    (input(1).element() as HTMLElement).dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
    await expect.element(page.getByText('第 3 行“八十”：看不懂成绩')).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: '登记' }).click();
    await expect.poll(attempts).toEqual([
      [1, 1, 70],
      [2, 1, 'absent'],
      [4, 1, 66],
    ]);
    await page.getByRole('button', { name: '撤销 (Ctrl+Z)' }).click();
    await expect.poll(attempts).toEqual([]);
  });

  it('筛出需补考的人，次数自动成为第 2 次；两次并排，取最好的', async () => {
    await input(0).click();
    await keys('40{Enter}90{Enter}');
    await expect.poll(attempts).toHaveLength(2);
    await page.getByText('需补考 1').click();
    await input(0, 2).click();
    await keys('75{Enter}');
    await expect.poll(attempts).toContainEqual([0, 2, 75]);
    await page.getByText('合格 2').click();
    await expect
      .poll(
        () =>
          page
            .getByRole('row')
            .filter({ hasText: personRecord(0).name })
            .element().textContent,
      )
      .toMatch(/40.*75.*合格/);
  });
});
