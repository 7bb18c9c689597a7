import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { addDays } from '../../../../shared/basics/day';
import { TimetablePage } from '../../../../renderer/features/timetable/timetable-page';
import type { DataStore } from '../../../../renderer/data/data-store';
import { TODAY } from '../../../fakes/given-day';
import {
  certificateRecord,
  courseIdOf,
  courseRecord,
  enrolmentRecord,
  made,
  markRecord,
  personRecord,
  sessionRecord,
} from '../../../fakes/class-records';
import { MemoryBridge } from '../../../fakes/memory-bridge';
import { deleteRows, openTestStore } from '../../../fakes/open-test-store';
import { showPage } from '../../../fakes/show-page';

const A = courseIdOf('a');
const START = addDays(TODAY, -1);
let store: DataStore;
let hide: (() => void) | null = null;

/** A class of three with so many lessons, four a day from yesterday on; the first was held and one person was there. */
async function show(lessons: number): Promise<void> {
  const changes = [
    made('courses', courseRecord('a', START)),
    ...Array.from({ length: lessons }, (_, n) => made('sessions', sessionRecord('a', n, START))),
    ...[0, 1, 2].flatMap((n) => [
      made('persons', personRecord(n)),
      made('certificates', certificateRecord(n)),
      made('enrolments', enrolmentRecord('a', n)),
    ]),
    ...(lessons > 0 ? [made('marks', markRecord('a', 0, 0, undefined, START))] : []),
  ];
  expect((await store.commit({ kind: 'roster.import', changes })).ok).toBe(true);
  hide = showPage(store, <TimetablePage courseId={A} />);
}
const grid = () => page.getByRole('grid');
const sessions = async () => (await store.loadCourseFacts(A))!.sessions.toSorted((a, b) => a.number - b.number);
const keys = (text: string) => userEvent.keyboard(text);

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

describe('课程表', () => {
  it('从空表开始：第一节录完回车，接着是第二节；合计边输入边变', async () => {
    await show(0);
    await page.getByRole('button', { name: '新增课次' }).click();
    await expect.element(page.getByLabelText('新课 课程名称')).toHaveFocus();
    await expect.element(page.getByText('2 / 32')).toBeVisible();
    await keys('law{Enter}');
    await expect
      .poll(async () => (await sessions()).map(({ title, start }) => [title, start]))
      .toEqual([['law', 510]]);
    await expect.element(page.getByLabelText('新课 开始')).toHaveValue('10:15');
    await expect.element(page.getByLabelText('新课 课程名称')).toHaveFocus();
    await keys('site{Enter}');
    await expect.poll(async () => (await sessions()).length).toBe(2);
    await keys('{Escape}');
    await expect.element(grid()).toHaveFocus();
    expect((await sessions()).map(({ date, periods }) => [date, periods])).toEqual([
      [START, 2],
      [START, 2],
    ]);
    await expect.element(page.getByText(/还要再排 28 学时/)).toBeVisible();
  });

  it('改时间撞上另一课：两行当场都标出来；Esc 不改', async () => {
    await show(4);
    await page.getByRole('button', { name: '修改第 2 课' }).click();
    await userEvent.fill(page.getByLabelText('第 2 课 开始'), '0900');
    await expect.element(page.getByLabelText('第 2 课 结束')).toHaveValue('10:30');
    await expect.poll(() => page.getByText(/教师、时间冲突：第 1 课/).elements().length).toBe(1);
    await expect.poll(() => page.getByText(/教师、时间冲突：第 2 课/).elements().length).toBe(1);
    await keys('{Escape}');
    expect((await sessions())[1]?.start).toBe(630);
  });

  it('已登记考勤的课改学时要写理由', async () => {
    await show(4);
    await page.getByRole('button', { name: '修改第 1 课' }).click();
    await userEvent.fill(page.getByLabelText('第 1 课 学时'), '1');
    await keys('{Enter}');
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await userEvent.fill(page.getByLabelText('原因'), '核对课程表后更正');
    await keys('{Enter}');
    await expect.poll(async () => (await sessions())[0]?.periods).toBe(1);
    await expect.element(page.getByLabelText('第 2 课 日期')).toBeVisible();
  });

  it('删除有考勤的课：说出几人是谁，写了理由连同考勤删除，可以撤销', async () => {
    await show(4);
    await page.getByRole('button', { name: '删除第 1 课' }).click();
    await expect.element(page.getByText(/已登记 1 人的考勤（王国平）/)).toBeVisible();
    await userEvent.fill(page.getByLabelText('原因'), '课程取消');
    await page.getByRole('button', { name: '连同 1 条考勤一起删除' }).click();
    await expect.poll(async () => (await sessions()).length).toBe(3);
    await page.getByRole('button', { name: '撤销 (Ctrl+Z)' }).click();
    await expect.poll(async () => (await sessions()).length).toBe(4);
    expect((await store.loadCourseFacts(A))!.attendance.size).toBe(1);
  });

  it('复制一天；为缺课的人安排补课，全勤的人不在名单里', async () => {
    await show(4);
    await page.getByRole('button', { name: /复制这一天/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: '复制', exact: true }).click();
    await expect
      .poll(async () => (await sessions()).map(({ date }) => date))
      .toEqual([...Array(4).fill(START), ...Array(4).fill(TODAY)]);
    await page.getByRole('button', { name: '为第 1 课安排补课' }).click();
    await expect.element(page.getByText('已选 2 / 2 人')).toBeVisible();
    await userEvent.fill(page.getByRole('dialog').getByLabelText('日期'), addDays(TODAY, 2));
    await page.getByRole('button', { name: '安排补课', exact: true }).click();
    await expect
      .poll(async () => (await sessions()).at(-1))
      .toMatchObject({ makesUpFor: (await sessions())[0]!.id, onlyFor: { length: 2 } });
    await expect.element(page.getByText('补第 1 课 · 2 人')).toBeVisible();
  });
});
