import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { StorageError } from '../../../shared/journal/journal-port';
import type { DataStore } from '../../../renderer/data/data-store';
import { discardDemo } from '../../../renderer/data/open-store';
import { StoreUnavailable } from '../../../renderer/data/storage-faults';
import { classChanges, courseRecord, made } from '../../fakes/class-records';
import { MemoryBridge } from '../../fakes/memory-bridge';
import { otherJournal } from '../../fakes/other-journal';
import { deleteRows, openTestStore } from '../../fakes/open-test-store';
import { countOf, storedRecords } from '../../fakes/stored';

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

const create = (name: string) =>
  store.commit({ kind: 'course.create', changes: [made('courses', courseRecord(name))] });
const save = async (name: string): Promise<void> => {
  const result = await create(name);
  if (!result.ok) throw new Error(result.error.map(({ code }) => code).join());
};
const courses = async (): Promise<readonly string[]> => (await storedRecords(store, 'courses')).map(({ id }) => id);

/** Everything is as after these courses were made once each, also in the journal and when it is opened again. */
async function expectExactly(...ids: readonly string[]): Promise<void> {
  expect(await courses()).toEqual(ids);
  await store.close();
  store = await openTestStore(bridge);
  expect(store.notices).toEqual([]);
  expect(await courses()).toEqual(ids);
  expect(bridge.disks.main.lines().length).toBe(ids.length);
}

/** The folder is not there; gives what puts it back. */
function takeFolderAway(): () => void {
  const { main } = bridge.disks;
  main.fault = 'missing';
  bridge.outcome = { kind: 'failed', fault: 'missing', message: bridge.folder };
  return () => {
    main.fault = null;
    bridge.outcome = null;
  };
}

describe('故障过去之后接着写，不用重新打开', () => {
  test.each([
    ['missing', 'storage-missing'],
    ['read-only', 'storage-read-only'],
    ['locked', 'storage-in-use'],
    ['io', 'storage-failed'],
    ['disk-full', 'disk-full'],
  ] as const)('%s：说出真实原因和文件夹；重试没有用就还是暂停；过去之后一条不少，一条不重', async (fault, code) => {
    await save('a');
    const { main } = bridge.disks;
    main.fault = fault;
    const refused = await create('b');
    expect(!refused.ok && refused.error).toMatchObject([{ code, values: { folder: bridge.folder } }]);
    await store.retry();
    expect(store.saveState()).toMatchObject({ kind: 'read-only', tries: true, problems: [{ code }] });
    expect((await create('b')).ok).toBe(false);
    main.fault = null;
    await store.retry();
    expect(store.saveState().kind).toBe('saved');
    await save('b');
    await expectExactly('course-a', 'course-b');
  });

  test('文件夹拔出又插回：几秒内自己接着写', async () => {
    await save('a');
    const putBack = takeFolderAway();
    expect((await create('b')).ok).toBe(false);
    putBack();
    await vi.waitFor(() => expect(store.saveState().kind).toBe('saved'), 8000);
    await save('b');
    await expectExactly('course-a', 'course-b');
  });

  test('没写成的一条其实留在了文件里：挪到一旁，再存一次只有一条', async () => {
    await save('a');
    const { main } = bridge.disks;
    const append = main.append.bind(main);
    const refusal = vi.spyOn(main, 'append').mockImplementation(async (...args) => {
      await append(...args);
      throw new StorageError('missing', '拔出了');
    });
    expect((await create('b')).ok).toBe(false);
    expect(main.lines().length).toBe(2);
    refusal.mockRestore();
    await store.retry();
    expect(store.saveState().kind).toBe('saved');
    expect(main.lines().length).toBe(1);
    expect(main.aside.size).toBe(1);
    await save('b');
    await expectExactly('course-a', 'course-b');
  });

  test('放回来的是一份旧的：缺了已保存的，点名，由人决定，绝不悄悄接着写', async () => {
    await save('a');
    const old = bridge.disks.main.only();
    await save('b');
    const putBack = takeFolderAway();
    expect((await create('c')).ok).toBe(false);
    bridge.disks.main.files.set(old.file, old.bytes);
    putBack();
    await store.retry();
    expect(store.notices).toMatchObject([{ kind: 'journal-shortened', expected: 2, found: 1 }]);
    expect(store.saveState()).toMatchObject({ kind: 'read-only', tries: false });
    expect((await create('c')).ok).toBe(false);
  });

  test('放回来的是空的：同样点名', async () => {
    await save('a');
    const putBack = takeFolderAway();
    expect((await create('b')).ok).toBe(false);
    bridge.disks.main.files.clear();
    putBack();
    await store.retry();
    expect(store.notices).toMatchObject([{ kind: 'journal-shortened', expected: 1, found: 0 }]);
    expect(await courses()).toEqual(['course-a']);
  });

  test('拔出期间另一台电脑写过：一并显示并说明，本机另起一条链接着写', async () => {
    await save('a');
    const putBack = takeFolderAway();
    expect((await create('b')).ok).toBe(false);
    putBack();
    const elsewhere = await otherJournal(bridge, { deviceId: 'otherdevice' });
    await elsewhere.append({ kind: 'course.create', changes: [made('courses', courseRecord('x'))] });
    await store.retry();
    expect(store.saveState().kind).toBe('saved');
    expect(store.notices).toEqual([{ kind: 'joined', entries: 1 }]);
    await save('b');
    expect(await courses()).toEqual(['course-a', 'course-b', 'course-x']);
    const chains = new Set([...bridge.disks.main.files.keys()].map((file) => file.split('/')[0]));
    expect(chains.size).toBe(3);
    expect((await store.verifyJournal()).sound).toBe(true);
  });

  test('磁盘满：说还剩多少、需要多少；放得下就接着写，不必等到很空', async () => {
    const { main } = bridge.disks;
    main.fault = 'disk-full';
    bridge.freeBytes = 10_000;
    const refused = await create('a');
    expect(!refused.ok && refused.error).toMatchObject([{ code: 'disk-full', values: { free: 0, needed: 0.1 } }]);
    main.fault = null;
    bridge.freeBytes = 300_000;
    await store.retry();
    expect(store.saveState().kind).toBe('saved');
    await save('a');
  });
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

  test('别处也在写同一条记录链：不再写入，说明多出哪几条，由人决定', async () => {
    await save('a');
    await (
      await otherJournal(bridge)
    ).append({ kind: 'course.create', changes: [made('courses', courseRecord('x'))] });
    const result = await create('b');
    expect(!result.ok && result.error).toMatchObject([{ code: 'storage-moved' }]);
    await store.retry();
    expect(store.saveState()).toMatchObject({ kind: 'read-only', tries: false });
    expect(store.notices).toMatchObject([{ kind: 'journal-extended', expected: 1, found: 2 }]);
    await store.retry();
    expect((await create('b')).ok).toBe(false);
    expect((await store.continueFromJournal()).ok).toBe(true);
    await save('b');
    expect((await storedRecords(store, 'courses')).map(({ id }) => id)).toEqual(['course-a', 'course-b', 'course-x']);
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
