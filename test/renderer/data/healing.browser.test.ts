import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Change } from '../../../shared/commands/intent';
import type { EntryRef } from '../../../shared/journal/entry';
import type { DataStore } from '../../../renderer/data/data-store';
import { projection, projectionName } from '../../../renderer/data/schema';
import { courseRecord, made, personRecord } from '../../fakes/class-records';
import { MemoryBridge } from '../../fakes/memory-bridge';
import { deleteRows, openTestStore, rowsDigest } from '../../fakes/open-test-store';
import { otherJournal } from '../../fakes/other-journal';
import { saveChanges } from '../../fakes/save-changes';
import { someWork } from '../../fakes/some-work';
import { countOf, storedRecord, storedLines } from '../../fakes/stored';

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

const save = (kind: string, changes: readonly Change[]): Promise<EntryRef> => saveChanges(store, kind, changes);

const reopen = async (): Promise<DataStore> => {
  await store.close();
  store = await openTestStore(bridge);
  return store;
};

describe('行表丢失或损坏：从留痕重建，一字不差', () => {
  test('数据库被删掉', async () => {
    await someWork(store);
    const before = await rowsDigest(store);
    await store.close();
    await deleteRows();
    store = await openTestStore(bridge);
    await store.settled();
    expect(store.notices).toEqual([{ kind: 'rebuilt', entries: 7, why: 'missing' }]);
    expect(await rowsDigest(store)).toBe(before);
  });

  test('行少了一截（最后一条留痕的行不见了）', async () => {
    await someWork(store);
    const before = await rowsDigest(store);
    const lines = (await store.db.lines.get(1))!;
    await store.db.lines.put({ ...lines, lines: lines.lines.slice(0, -1) });
    await reopen();
    await store.settled();
    expect(store.notices).toMatchObject([{ kind: 'rebuilt', why: 'damaged' }]);
    expect(await rowsDigest(store)).toBe(before);
  });

  test('重建到一半被中断，下次从头再来', async () => {
    await someWork(store);
    const before = await rowsDigest(store);
    await store.db.meta.update('projection', { projectionVersion: 0 });
    await reopen();
    await store.settled();
    expect(store.notices).toMatchObject([{ kind: 'rebuilt', why: 'damaged' }]);
    expect(await rowsDigest(store)).toBe(before);
  });

  test('由另一版本的程序写成：重建并说明', async () => {
    await someWork(store);
    await store.db.meta.update('projection', { projectionVersion: 999 });
    await reopen();
    expect(store.notices).toMatchObject([{ kind: 'rebuilt', why: 'version' }]);
  });

  test('数据库的版本号比程序新（换回旧程序）', async () => {
    await someWork(store);
    const before = await rowsDigest(store);
    await store.close();
    await deleteRows();
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(projectionName('main'), 9990);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
      request.onerror = () => reject(request.error ?? new Error('open failed'));
    });
    store = await openTestStore(bridge);
    await store.settled();
    expect(store.notices).toMatchObject([{ kind: 'rebuilt' }]);
    expect(await rowsDigest(store)).toBe(before);
  });

  test('使用中数据库被人删掉：再次读写时重建，告诉一次，什么也没丢', async () => {
    await someWork(store);
    const before = await store.loadCourseFacts(courseRecord('a').id);
    store.db.close();
    await projection(projectionName('main')).delete();
    expect(await store.loadCourseFacts(courseRecord('a').id)).toEqual(before);
    expect(store.notices).toMatchObject([{ kind: 'rebuilt', why: 'damaged' }]);
    await save('course.create', [made('courses', courseRecord('z'))]);
    expect(await countOf(store, 'courses')).toBe(3);
  });
});

describe('行表落后于留痕：补上', () => {
  test('落盘之后、写行之前断电', async () => {
    await someWork(store);
    await store.close();
    const journal = await otherJournal(bridge);
    await journal.append({ kind: 'course.create', changes: [made('courses', courseRecord('c'))] });
    store = await openTestStore(bridge);
    expect(store.notices).toEqual([{ kind: 'applied', entries: 1 }]);
    expect(await storedRecord(store, 'courses', 'course-c')).toEqual(courseRecord('c'));
    await reopen();
    expect(store.notices).toEqual([]);
  });

  test('写行时出错：留痕照样有效，当场补上，回执照给', async () => {
    await someWork(store);
    const disk = bridge.disks.main;
    disk.beforeAppend = () => store.db.close();
    const entry = await save('course.create', [made('courses', courseRecord('c'))]);
    disk.beforeAppend = () => undefined;
    expect(store.saveState()).toEqual({ kind: 'saved', head: entry });
    expect(store.notices).toEqual([]);
    expect(await storedRecord(store, 'courses', 'course-c')).toEqual(courseRecord('c'));
  });

  test('未写完的导入在中间：不生效，之后的留痕照常', async () => {
    await store.close();
    const journal = await otherJournal(bridge);
    const parts = [[made('persons', personRecord(1))], [made('persons', personRecord(2))]];
    await journal.appendImport({ kind: 'roster.import', parts });
    const disk = bridge.disks.main;
    const lines = disk.lines();
    disk.rewrite(lines.slice(0, 2));
    store = await openTestStore(bridge);
    expect(await countOf(store, 'persons')).toBe(0);
    await save('course.create', [made('courses', courseRecord('a'))]);
    await reopen();
    expect(await countOf(store, 'persons')).toBe(0);
    expect(await countOf(store, 'courses')).toBe(1);
    expect((await storedLines(store)).map((row) => row.standing)).toEqual(['unclosed', 'unclosed', 'in-force']);
  });
});
