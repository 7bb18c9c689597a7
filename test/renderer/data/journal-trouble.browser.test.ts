import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyJournal } from '../../../shared/journal/verify';
import type { Change } from '../../../shared/commands/intent';
import type { EntryRef } from '../../../shared/journal/entry';
import type { DataStore } from '../../../renderer/data/data-store';
import { webSha256 } from '../../../renderer/data/web-sha256';
import { courseRecord, made, personRecord } from '../../fakes/class-records';
import { MemoryBridge } from '../../fakes/memory-bridge';
import { deleteRows, openTestStore, testClock } from '../../fakes/open-test-store';
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

describe('留痕本身出了事：点名，从不悄悄放过', () => {
  test('最后一行被截断：挪到一边，其余照常', async () => {
    await someWork(store);
    await store.close();
    const disk = bridge.disks.main;
    const whole = disk.only().bytes;
    const torn = new TextEncoder().encode('{"crc":"0000');
    disk.rewrite([whole, torn]);
    store = await openTestStore(bridge);
    expect(store.notices).toEqual([{ kind: 'torn-end', bytes: torn.length }]);
    expect([...disk.aside.values()]).toEqual([torn]);
    expect(disk.only().bytes).toEqual(whole);
    await save('course.create', [made('courses', courseRecord('c'))]);
  });

  test('少了最后两条：只读，说清缺哪几条；决定之后从留痕继续，并留下这个决定', async () => {
    await someWork(store);
    await store.close();
    const disk = bridge.disks.main;
    disk.rewrite(disk.lines().slice(0, 5));
    store = await openTestStore(bridge);
    expect(store.notices).toMatchObject([{ kind: 'journal-shortened', expected: 7, found: 5 }]);
    const state = store.saveState();
    expect(state.kind === 'read-only' && state.problems).toMatchObject([
      { code: 'journal-shortened', values: { expected: 7, found: 5 } },
    ]);
    expect((await storedRecord(store, 'persons', personRecord(1).id))?.name).toBe('欧阳建国');
    const refused = await store.commit({ kind: 'course.create', changes: [made('courses', courseRecord('c'))] });
    expect(refused.ok).toBe(false);
    const decided = await store.continueFromJournal();
    expect(decided.ok).toBe(true);
    expect((await storedRecord(store, 'persons', personRecord(1).id))?.name).toBe(personRecord(1).name);
    await save('course.create', [made('courses', courseRecord('c'))]);
    const last = (await storedLines(store)).toReversed().slice(0, 2);
    expect(last.map((row) => row.kind)).toEqual(['course.create', 'journal.continue']);
    await reopen();
    expect(store.notices).toEqual([]);
    expect(store.saveState().kind).toBe('saved');
  });

  test('换成了另一份留痕：同一条的内容不同，只读并点名', async () => {
    await save('course.create', [made('courses', courseRecord('a'))]);
    const { file } = bridge.disks.main.only();
    await store.close();
    const chain = file.split('/')[0]!;
    const strange = new MemoryBridge();
    await deleteRows();
    const clock = testClock();
    const random = (count: number): Uint8Array =>
      count === 4
        ? Uint8Array.from(chain.slice(-8).match(/../g)!, (pair) => Number.parseInt(pair, 16))
        : clock.randomBytes(count);
    const other = await otherJournal(strange, { deviceId: bridge.deviceId, random });
    expect(other.writer().chain).toBe(chain);
    await other.append({ kind: 'course.create', changes: [made('courses', courseRecord('x'))] });
    store = await openTestStore(bridge);
    await store.close();
    strange.folder = bridge.folder;
    store = await openTestStore(strange);
    expect(store.notices).toMatchObject([{ kind: 'journal-replaced', seq: 1 }]);
  });

  test('中间一条有一个字节坏了：点名那一条，有效部分照常显示，决定之前只读', async () => {
    await someWork(store);
    await store.close();
    const disk = bridge.disks.main;
    const lines = disk.lines().map((line) => line.slice());
    lines[3]![60]! ^= 1;
    disk.rewrite(lines);
    await deleteRows();
    store = await openTestStore(bridge);
    expect(store.notices).toMatchObject([
      { kind: 'rebuilt', entries: 3 },
      { kind: 'journal-damaged', seq: 4 },
    ]);
    expect(store.saveState()).toMatchObject({
      kind: 'read-only',
      problems: [{ code: 'journal-damaged', values: { seq: 4 } }],
    });
    expect((await storedLines(store)).length).toBe(3);
    expect((await store.continueFromJournal()).ok).toBe(true);
    await save('course.create', [made('courses', courseRecord('c'))]);
    await reopen();
    expect(store.saveState().kind).toBe('saved');
    expect(store.notices).toEqual([]);
    expect(await countOf(store, 'courses')).toBe(3);
    await store.close();
    await deleteRows();
    store = await openTestStore(bridge);
    expect(store.saveState().kind).toBe('saved');
    expect(await countOf(store, 'courses')).toBe(3);
  });

  test('坏的那条已经在行表里：行照旧显示，仍然点名并只读', async () => {
    await someWork(store);
    await store.close();
    const disk = bridge.disks.main;
    const lines = disk.lines().map((line) => line.slice());
    lines[3]![60]! ^= 1;
    disk.rewrite(lines);
    store = await openTestStore(bridge);
    expect(store.notices).toMatchObject([{ kind: 'journal-damaged', seq: 4 }]);
    expect((await storedRecord(store, 'persons', personRecord(1).id))?.name).toBe('欧阳建国');
    const report = await store.verifyJournal();
    expect(report.sound).toBe(false);
  });

  test('数据文件夹被复制，两份都接着用：各写各的链，合在一起仍然完好', async () => {
    await save('course.create', [made('courses', courseRecord('a'))]);
    await store.close();
    const copy = new MemoryBridge();
    copy.folder = '复制的文件夹';
    copy.disks.main.files.set(bridge.disks.main.only().file, bridge.disks.main.only().bytes);
    store = await openTestStore(copy);
    expect(store.notices).toEqual([]);
    await save('course.create', [made('courses', courseRecord('b'))]);
    await store.close();
    store = await openTestStore(bridge);
    await save('course.create', [made('courses', courseRecord('c'))]);
    const both = new Map([...bridge.disks.main.files, ...copy.disks.main.files]);
    expect(both.size).toBe(3);
    const together = new MemoryBridge();
    for (const [file, bytes] of both) together.disks.main.files.set(file, bytes);
    const report = await verifyJournal(together.disks.main, webSha256);
    expect([report.sound, report.entries]).toEqual([true, 3]);
  });
});
