import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DataStore } from '../../../renderer/data/data-store';
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

/** Two saved entries, all applied to the rows. */
async function work(): Promise<void> {
  expect((await store.commit({ kind: 'roster.import', changes: classChanges('a', 6, 4) })).ok).toBe(true);
  expect((await store.commit({ kind: 'roster.import', changes: classChanges('b', 3, 2, 10) })).ok).toBe(true);
  await store.settled();
}

describe('断电留下的最后一行', () => {
  test('断电后最后一行写满但内容错乱，已保存的都在：说明一次，照常可写', async () => {
    await work();
    await store.close();
    const disk = bridge.disks.main;
    const garbled = disk.lines()[0]!.slice();
    garbled[60]! ^= 1;
    disk.rewrite([...disk.lines(), garbled]);
    store = await openTestStore(bridge);
    expect(store.saveState().kind).toBe('saved');
    expect(store.notices).toEqual([{ kind: 'torn-end', bytes: garbled.length }]);
    expect((await store.commit({ kind: 'course.create', changes: [made('courses', courseRecord('c'))] })).ok).toBe(
      true,
    );
    await store.close();
    store = await openTestStore(bridge);
    expect(store.notices).toEqual([]);
    expect(await countOf(store, 'courses')).toBe(3);
  });

  test('最后一行错乱，而它曾经显示过已保存：点名并只读，由人决定', async () => {
    await work();
    await store.close();
    const disk = bridge.disks.main;
    const lines = disk.lines().map((line) => line.slice());
    lines.at(-1)![60]! ^= 1;
    disk.rewrite(lines);
    store = await openTestStore(bridge);
    expect(store.saveState().kind).toBe('read-only');
    expect(store.notices).toMatchObject([{ kind: 'journal-damaged', seq: lines.length }]);
  });
});
