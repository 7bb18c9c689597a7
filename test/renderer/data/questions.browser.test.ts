import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { instant } from '../../../shared/basics/instant';
import type { DataStore } from '../../../renderer/data/data-store';
import { NoticeBoard } from '../../../renderer/data/notice-board';
import { openStore } from '../../../renderer/data/open-store';
import { SpaceWatch } from '../../../renderer/data/space-watch';
import { courseRecord, made } from '../../fakes/class-records';
import { MemoryBridge } from '../../fakes/memory-bridge';
import { deleteRows } from '../../fakes/open-test-store';
import { saveChanges } from '../../fakes/save-changes';
import { storedRecords } from '../../fakes/stored';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const START = Date.parse('2026-03-16T00:30:00Z');

let bridge: MemoryBridge;
let store: DataStore;
let clock: number;

const open = async (): Promise<void> => {
  store = await openStore(bridge, 'main', {
    now: () => instant(clock),
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
  });
};
const reopen = async (): Promise<void> => {
  await store.close();
  await open();
};
const save = (name: string) => saveChanges(store, 'course.create', [made('courses', courseRecord(name))]);

beforeEach(async () => {
  await deleteRows();
  bridge = new MemoryBridge();
  clock = START;
});
afterEach(async () => {
  await store.close();
  await deleteRows();
});

describe('电脑的时钟倒退：问一次，不下结论', () => {
  test('打开时比最后一条记录早五年：问一次；照常记录之后不再问', async () => {
    await open();
    await save('a');
    clock -= 5 * 365 * DAY;
    await reopen();
    expect(store.notices).toEqual([{ kind: 'clock-back', last: instant(START), now: instant(clock) }]);
    expect(store.saveState().kind).toBe('saved');
    await save('b');
    expect(store.notices).toHaveLength(1);
    clock += MINUTE;
    await reopen();
    expect(store.notices).toEqual([]);
    expect((await store.verifyJournal()).sound).toBe(true);
  });

  test('使用中被拨回：下一次保存之后问一次', async () => {
    await open();
    await save('a');
    clock -= DAY;
    await save('b');
    await save('c');
    expect(store.notices).toEqual([{ kind: 'clock-back', last: instant(START), now: instant(START - DAY) }]);
  });

  test('先快了两年，改回来时问一次，次序不变', async () => {
    clock += 730 * DAY;
    await open();
    await save('a');
    clock = START;
    await reopen();
    expect(store.notices).toHaveLength(1);
    await save('b');
    await reopen();
    expect(store.notices).toEqual([]);
    expect((await storedRecords(store, 'courses')).map(({ id }) => id)).toEqual(['course-a', 'course-b']);
  });

  test('校时只差几秒：不问', async () => {
    await open();
    await save('a');
    clock -= 30_000;
    await save('b');
    await reopen();
    expect(store.notices).toEqual([]);
  });

  test('行表刚刚重建也会问', async () => {
    await open();
    await save('a');
    await store.close();
    await deleteRows();
    clock -= DAY;
    await open();
    expect(store.notices.map(({ kind }) => kind)).toEqual(['rebuilt', 'clock-back']);
  });
});

describe('剩余空间不足 500 MB：提醒，不妨碍录入', () => {
  test('打开时就不足：提醒还剩多少', async () => {
    bridge.freeBytes = 123_456_789;
    await open();
    expect(store.notices).toEqual([{ kind: 'disk-low', megabytes: 123 }]);
    await save('a');
    expect(store.saveState().kind).toBe('saved');
  });

  test('刚好 500 MB、或系统不说：不提醒', async () => {
    bridge.freeBytes = 500_000_000;
    await open();
    expect(store.notices).toEqual([]);
    bridge.freeBytes = null;
    await reopen();
    expect(store.notices).toEqual([]);
  });

  test('使用中变得不足：下一次查看时提醒一次；腾出空间后不再显示', async () => {
    await open();
    const board = new NoticeBoard([]);
    const watch = new SpaceWatch(bridge, 'main', board);
    bridge.freeBytes = 400_000_000;
    await watch.look();
    bridge.freeBytes = 399_000_000;
    await watch.look();
    expect(board.get()).toEqual([{ kind: 'disk-low', megabytes: 400 }]);
    bridge.freeBytes = 900_000_000;
    await watch.look();
    expect(board.get()).toEqual([]);
    watch.stop();
  });
});
