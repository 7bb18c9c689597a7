import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RebuildProgress } from '../../../renderer/data/follow-journal';
import { RowsNotInStep } from '../../../renderer/data/storage-faults';
import type { DataStore } from '../../../renderer/data/data-store';
import { rowState } from '../../../renderer/data/row-state';
import { projectionName } from '../../../renderer/data/schema';
import { changed, courseRecord, made } from '../../fakes/class-records';
import { MemoryBridge } from '../../fakes/memory-bridge';
import { deleteRows, openTestStore, rowsDigest } from '../../fakes/open-test-store';
import { saveChanges } from '../../fakes/save-changes';
import { someWork } from '../../fakes/some-work';
import { countOf, storedLines, storedRecord } from '../../fakes/stored';

let bridge: MemoryBridge;
let store: DataStore;

beforeEach(async () => {
  await deleteRows();
  bridge = new MemoryBridge();
  store = await openTestStore(bridge);
});
afterEach(async () => {
  await store.close();
  await deleteRows();
});

const reopen = async (): Promise<void> => {
  await store.close();
  store = await openTestStore(bridge);
};

/** What another tab or the developer tools do: nobody in this program is asked. */
const deleteDatabase = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(projectionName('main'));
    request.onsuccess = () => resolve();
    request.onerror = () => reject(new Error('not deleted'));
  });
const clearStore = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(projectionName('main'));
    request.onerror = () => reject(new Error('not opened'));
    request.onsuccess = () => {
      const work = request.result.transaction(name, 'readwrite');
      work.objectStore(name).clear();
      work.oncomplete = () => {
        request.result.close();
        resolve();
      };
    };
  });

const TOLD = [{ kind: 'rebuilt', entries: 7, why: 'damaged', whileWorking: true }];
const newCourse = () => store.commit({ kind: 'course.create', changes: [made('courses', courseRecord('z'))] });

describe('使用中数据库被别处删掉', () => {
  test('没有人读写也会发现：重建，告诉一次', async () => {
    await someWork(store);
    const before = await rowsDigest(store);
    await deleteDatabase();
    await vi.waitFor(() => expect(store.notices).toEqual(TOLD), 10_000);
    await store.settled();
    expect(await rowsDigest(store)).toBe(before);
    expect(store.saveState().kind).toBe('saved');
  });

  test('马上读：不会把新开的空库当成答案', async () => {
    await someWork(store);
    const before = await store.loadCourseFacts(courseRecord('a').id);
    const gone = deleteDatabase();
    expect(await store.loadCourseFacts(courseRecord('a').id)).toEqual(before);
    await gone;
    expect(await store.loadCourseFacts(courseRecord('a').id)).toEqual(before);
    await store.settled();
    expect(store.notices).toEqual(TOLD);
  });

  test('马上保存：先重建再写；再次打开，旧的新的都在', async () => {
    await someWork(store);
    await deleteDatabase();
    expect((await newCourse()).ok).toBe(true);
    expect(await countOf(store, 'courses')).toBe(3);
    await reopen();
    expect(store.notices).toEqual([]);
    expect(await countOf(store, 'courses')).toBe(3);
    expect((await storedLines(store)).length).toBe(8);
  });

  test('行表不是这条留痕的前一条：写入被拒绝，什么也不改', async () => {
    await someWork(store);
    await store.db.meta.update('projection', { heads: [] });
    const { writeEntries } = await import('../../../renderer/data/write-entries');
    const { toWrite } = await import('../../../renderer/data/follow-journal');
    const { createReplay } = await import('../../../shared/journal/replay');
    const { otherJournal } = await import('../../fakes/other-journal');
    const entries = [];
    for await (const batch of (await otherJournal(bridge)).readAll()) entries.push(...batch);
    const late = entries.slice(-1).map((entry) => toWrite(createReplay(), entry));
    const options = { initials: async () => () => '', totals: 'stale', folder: '' } as const;
    await expect(writeEntries(store.db, late, options)).rejects.toThrow(RowsNotInStep);
    await store.db.meta.clear();
    await expect(writeEntries(store.db, late, options)).rejects.toThrow(RowsNotInStep);
    expect((await storedLines(store)).length).toBe(7);
  });
});

describe('只清空了一张表', () => {
  test.each([
    'meta',
    'lines',
    'touched',
    'leaves',
    'courses',
    'people',
    'rosters',
    'owners',
    'attendance',
    'timetables',
  ])('%s：几秒内自己发现，重建，告诉一次', async (name) => {
    await someWork(store);
    const before = await rowsDigest(store);
    await clearStore(name);
    await vi.waitFor(() => expect(store.notices).toEqual(TOLD), 10_000);
    await store.settled();
    expect(await rowsDigest(store)).toBe(before);
  });

  test.each(['meta', 'lines', 'courses', 'attendance'])('%s：马上关闭，下次打开时发现', async (name) => {
    await someWork(store);
    const before = await rowsDigest(store);
    await clearStore(name);
    await reopen();
    await store.settled();
    expect(store.notices).toMatchObject([{ kind: 'rebuilt', entries: 7 }]);
    expect(await rowsDigest(store)).toBe(before);
  });

  test('courses 清空后马上改那个班：不误说“已被改动”，照常保存', async () => {
    await someWork(store);
    await clearStore('courses');
    const result = await store.commit({
      kind: 'course.edit',
      changes: [changed('courses', courseRecord('a'), { ...courseRecord('a'), title: '新名称' })],
    });
    expect(result.ok).toBe(true);
    expect((await storedRecord(store, 'courses', 'course-a'))?.title).toBe('新名称');
    expect(await countOf(store, 'courses')).toBe(2);
  });

  test('最后一条记录被正常删除：不算清空', async () => {
    await saveChanges(store, 'course.create', [made('courses', courseRecord('a'))]);
    await saveChanges(store, 'course.delete', [changed('courses', courseRecord('a'), null)]);
    await reopen();
    expect(store.notices).toEqual([]);
  });
});

test('从中间开始的行表不算可用：头是第 7 条，却只有一条', async () => {
  await someWork(store);
  const meta = (await store.db.meta.get('projection'))!;
  const last = (await storedLines(store)).at(-1)!;
  await store.db.lines.clear();
  await store.db.lines.put({ id: 1, lines: [{ ...last, place: 1 }] });
  await store.db.meta.put({ ...meta, place: 1 });
  expect(await rowState(store.db)).toEqual({ kind: 'unusable', why: 'damaged' });
});

test('使用中重建：进度看得见，结束后消失，启动时的听者不再被打扰', async () => {
  const atStart: RebuildProgress[] = [];
  await store.close();
  store = await openTestStore(bridge, 'main', { onProgress: (progress) => atStart.push(progress) });
  await someWork(store);
  const seen: (RebuildProgress | null)[] = [];
  store.onNotices(() => seen.push(store.repair));
  const before = atStart.length;
  await clearStore('meta');
  await store.commit({ kind: 'course.create', changes: [made('courses', courseRecord('z'))] });
  expect(seen.some((progress) => progress !== null && progress.done === 7)).toBe(true);
  expect(store.repair).toBeNull();
  expect(atStart.length).toBe(before);
});
