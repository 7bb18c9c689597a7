import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DataStore } from '../../../renderer/data/data-store';
import { discardDemo } from '../../../renderer/data/open-store';
import { StoreUnavailable } from '../../../renderer/data/storage-faults';
import { classChanges, courseRecord, made } from '../../fakes/class-records';
import { MemoryBridge } from '../../fakes/memory-bridge';
import { deleteRows, openTestStore } from '../../fakes/open-test-store';
import { countOf } from '../../fakes/stored';

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

describe('磁盘与占用', () => {
  test('磁盘满：这一步没有保存，只读；有了空间自动恢复', async () => {
    const disk = bridge.disks.main;
    disk.fault = 'disk-full';
    bridge.freeBytes = 0;
    const result = await store.commit({ kind: 'course.create', changes: [made('courses', courseRecord('a'))] });
    expect(!result.ok && result.error).toMatchObject([{ code: 'disk-full' }]);
    expect(store.saveState().kind).toBe('read-only');
    expect(await countOf(store, 'courses')).toBe(0);
    const again = await store.commit({ kind: 'course.create', changes: [made('courses', courseRecord('a'))] });
    expect(again.ok).toBe(false);
    disk.fault = null;
    bridge.freeBytes = 5_000_000_000;
    await new Promise<void>((resolve) => {
      const stop = store.onSaveState((state) => {
        if (state.kind !== 'saved') return;
        stop();
        resolve();
      });
    });
    expect((await store.commit({ kind: 'course.create', changes: [made('courses', courseRecord('a'))] })).ok).toBe(
      true,
    );
  }, 15_000);

  test('别处也在写同一份数据：不再写入', async () => {
    bridge.disks.main.fault = 'moved';
    const result = await store.commit({ kind: 'course.create', changes: [made('courses', courseRecord('a'))] });
    expect(!result.ok && result.error).toMatchObject([{ code: 'storage-moved' }]);
    bridge.disks.main.fault = null;
    await store.retry();
    expect(store.saveState().kind).toBe('read-only');
  });

  test('数据被另一窗口占用：打不开并说明', async () => {
    const busy = new MemoryBridge();
    busy.outcome = { kind: 'locked' };
    const opening = openTestStore(busy).catch((error: unknown) => error);
    const error = await opening;
    expect(error instanceof StoreUnavailable && error.problems).toMatchObject([{ code: 'storage-locked' }]);
    expect(error instanceof StoreUnavailable && error.why).toBe('in-use');
  });

  test('改用另一个数据文件夹：按新文件夹重建，不误报丢失', async () => {
    await store.commit({ kind: 'roster.import', changes: classChanges('a', 2, 1) });
    await store.close();
    const other = new MemoryBridge();
    other.folder = '另一个文件夹';
    store = await openTestStore(other);
    expect(store.notices).toEqual([{ kind: 'rebuilt', entries: 0, why: 'other-folder' }]);
    expect(await countOf(store, 'persons')).toBe(0);
    expect(store.saveState().kind).toBe('saved');
  });

  test('丢弃演示数据：重新打开时是空的，也不报丢失', async () => {
    const demo = await openTestStore(bridge, 'demo');
    await demo.commit({ kind: 'course.create', changes: [made('courses', courseRecord('a'))] });
    await demo.close();
    await discardDemo(bridge);
    const again = await openTestStore(bridge, 'demo');
    expect(again.notices).toEqual([]);
    expect(await countOf(again, 'courses')).toBe(0);
    await again.close();
  });
});
