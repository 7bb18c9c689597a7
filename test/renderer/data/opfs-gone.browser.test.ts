import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DataStore } from '../../../renderer/data/data-store';
import { openStore } from '../../../renderer/data/open-store';
import { discardFolder } from '../../../renderer/platform/browser-storage';
import { createBrowserBridge } from '../../../renderer/platform/browser-bridge';
import { courseRecord, made } from '../../fakes/class-records';
import { deleteRows, testClock } from '../../fakes/open-test-store';

let store: DataStore;

beforeEach(async () => {
  await deleteRows('demo');
  await discardFolder('demo');
  store = await openStore(createBrowserBridge(), 'demo', testClock());
});
afterEach(async () => {
  await store.close();
  await deleteRows('demo');
  await discardFolder('demo');
});

const create = (name: string) =>
  store.commit({ kind: 'course.create', changes: [made('courses', courseRecord(name))] });

test('浏览器里的留痕在使用中被清掉：不再写入，点名少了哪几条，屏幕上的内容还在，由人决定', async () => {
  expect((await create('a')).ok).toBe(true);
  await discardFolder('demo');
  const refused = await create('b');
  expect(!refused.ok && refused.error).toMatchObject([{ code: 'storage-missing' }]);
  await store.retry();
  expect(store.notices).toMatchObject([{ kind: 'journal-shortened', expected: 1, found: 0 }]);
  expect(store.saveState()).toMatchObject({ kind: 'read-only', tries: false });
  expect(await store.db.courses.count()).toBe(1);
});

test('留痕和显示数据一起被清掉：同样点名，不当作一个空的新开始', async () => {
  expect((await create('a')).ok).toBe(true);
  await discardFolder('demo');
  await deleteRows('demo');
  const refused = await create('b');
  expect(refused.ok).toBe(false);
  await store.retry();
  expect(store.notices).toMatchObject([{}, { kind: 'journal-shortened', expected: 1, found: 0 }]);
  expect(store.saveState().kind).toBe('read-only');
});
