import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { segmentName } from '../../../shared/journal/journal-names';
import { StorageError } from '../../../shared/journal/journal-port';
import type { DataStore } from '../../../renderer/data/data-store';
import { courseRecord, made } from '../../fakes/class-records';
import { MemoryBridge } from '../../fakes/memory-bridge';
import { deleteRows, openTestStore } from '../../fakes/open-test-store';
import { countOf } from '../../fakes/stored';

let bridge: MemoryBridge;
let store: DataStore;

const save = async (name: string): Promise<void> => {
  const result = await store.commit({ kind: 'course.create', changes: [made('courses', courseRecord(name))] });
  if (!result.ok) throw new Error(result.error.map(({ code }) => code).join());
};

/** The journal as if its first file had been full after three entries; start-up reads only the last file. */
function inTwoFiles(spoiled: number | null): void {
  const { main } = bridge.disks;
  const lines = main.lines().map((line) => line.slice());
  if (spoiled !== null) lines[spoiled - 1]![200]! ^= 1;
  const { file } = main.only();
  main.rewrite(lines.slice(0, 3));
  main.files.set(`${file.split('/')[0]}/${segmentName(4)}`, lines[3]!);
}

/** The timer of the check by itself, which opening the store has set, goes off now. */
async function openAndRest(): Promise<void> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  store = await openTestStore(bridge);
  vi.advanceTimersByTime(10_000);
  vi.useRealTimers();
}

beforeEach(async () => {
  await deleteRows();
  bridge = new MemoryBridge();
  store = await openTestStore(bridge);
  for (const name of ['a', 'b', 'c', 'd']) await save(name);
  await store.close();
});
afterEach(async () => {
  vi.useRealTimers();
  await store.close();
  await deleteRows();
});

describe('启动之后在后台核对一遍留痕', () => {
  test('完好的留痕：不打扰', async () => {
    inTwoFiles(null);
    const read = vi.spyOn(bridge.disks.main, 'read');
    await openAndRest();
    read.mockClear();
    await vi.waitFor(() => expect(read).toHaveBeenCalled());
    await save('e');
    expect(store.notices).toEqual([]);
    expect(store.saveState().kind).toBe('saved');
  });

  test('中间一条坏了，启动时看不出来：不久点名那一条，转为只读，由人决定', async () => {
    inTwoFiles(2);
    await openAndRest();
    expect(store.notices).toEqual([]);
    await vi.waitFor(() => expect(store.notices).toMatchObject([{ kind: 'journal-damaged', seq: 2 }]));
    expect(store.saveState()).toMatchObject({
      kind: 'read-only',
      problems: [{ code: 'journal-damaged', values: { seq: 2 } }],
    });
    const refused = await store.commit({ kind: 'course.create', changes: [made('courses', courseRecord('e'))] });
    expect(refused.ok).toBe(false);
    expect(await countOf(store, 'courses')).toBe(4);
  });

  test('决定从有效部分继续之后：不再问，也不再每次重建', async () => {
    inTwoFiles(3);
    store = await openTestStore(bridge);
    expect((await store.verifyJournal()).sound).toBe(false);
    expect((await store.continueFromJournal()).ok).toBe(true);
    await save('e');
    expect(await countOf(store, 'courses')).toBe(3);
    await store.close();
    const progress = vi.fn();
    store = await openTestStore(bridge, 'main', { onProgress: progress });
    expect(progress).not.toHaveBeenCalled();
    expect((await store.verifyJournal()).sound).toBe(false);
    expect(store.notices).toEqual([]);
    expect(store.saveState().kind).toBe('saved');
    await store.close();
    await deleteRows();
    store = await openTestStore(bridge);
    expect(await countOf(store, 'courses')).toBe(3);
    expect(store.saveState().kind).toBe('saved');
  });

  test('核对期间照常登记：登记不等核对，核对不受登记影响', async () => {
    store = await openTestStore(bridge);
    const gate = Promise.withResolvers<void>();
    const { main } = bridge.disks;
    const read = main.read.bind(main);
    vi.spyOn(main, 'read').mockImplementation(async (...at) => {
      await gate.promise;
      return read(...at);
    });
    const checking = store.verifyJournal();
    await save('e');
    expect(store.saveState().kind).toBe('saved');
    gate.resolve();
    expect(await checking).toMatchObject({ sound: true });
    expect(store.notices).toEqual([]);
  });

  test('留痕读不出来：说明没有核对完，不阻止登记', async () => {
    await openAndRest();
    vi.spyOn(bridge.disks.main, 'read').mockImplementation(() =>
      Promise.reject(new StorageError('io', '扇区读不出')),
    );
    await vi.waitFor(() => expect(store.notices).toEqual([{ kind: 'unchecked', message: '扇区读不出' }]));
    await save('e');
    expect(store.saveState().kind).toBe('saved');
  });

  test('关闭时核对随之停止', async () => {
    store = await openTestStore(bridge);
    vi.spyOn(bridge.disks.main, 'read').mockImplementation(() => new Promise(() => undefined));
    const checking = store.verifyJournal();
    await store.close();
    await expect(checking).rejects.toMatchObject({ name: 'JobCancelled' });
  });
});
