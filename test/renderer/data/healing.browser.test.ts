import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openJournal, type Journal } from '../../../shared/journal/journal';
import type { Change } from '../../../shared/commands/intent';
import type { DataStore } from '../../../renderer/data/data-store';
import { projection, projectionName } from '../../../renderer/data/schema';
import { webSha256 } from '../../../renderer/data/web-sha256';
import {
  changed,
  classChanges,
  courseRecord,
  enrolmentRecord,
  made,
  markRecord,
  personRecord,
} from '../../fakes/class-records';
import { MemoryBridge } from '../../fakes/memory-bridge';
import { deleteRows, openTestStore, rowsDigest, testClock } from '../../fakes/open-test-store';

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

const save = async (kind: string, changes: readonly Change[]) => {
  const result = await store.commit({ kind, changes });
  if (!result.ok) throw new Error(result.error.map(({ code }) => code).join());
  return result.value.entry;
};

/** Some of everything: a class, marks set, changed and deleted, an enrolment taken back, a person renamed. */
async function work(): Promise<void> {
  await save('roster.import', classChanges('a', 6, 4));
  await save('roster.import', classChanges('b', 3, 2, 10));
  await save(
    'attendance.mark',
    Array.from({ length: 6 }, (_, n) => made('marks', markRecord('a', 0, n))),
  );
  await save('attendance.mark', [
    changed('marks', markRecord('a', 0, 2), markRecord('a', 0, 2, { kind: 'attended', late: 20, early: 0 })),
  ]);
  await save('attendance.mark', [
    changed('marks', markRecord('a', 0, 3), null),
    made('marks', markRecord('a', 1, 3, { kind: 'leave' })),
  ]);
  await save('entry.undo', [changed('enrolments', enrolmentRecord('a', 4), null)]);
  await save('person.edit', [changed('persons', personRecord(1), { ...personRecord(1), name: '欧阳建国' })]);
  await store.settled();
}

const reopen = async (): Promise<DataStore> => {
  await store.close();
  store = await openTestStore(bridge);
  return store;
};

/** The journal as another program would open it, to write what the store's rows do not know. */
const otherJournal = (): Promise<Journal> => {
  const clock = testClock();
  return openJournal({
    port: bridge.disks.main,
    deviceId: bridge.deviceId,
    sha256: webSha256,
    random: clock.randomBytes,
    clock: clock.now,
    operator: () => '',
  });
};

describe('行表丢失或损坏：从留痕重建，一字不差', () => {
  test('数据库被删掉', async () => {
    await work();
    const before = await rowsDigest(store);
    const { digest } = (await store.db.meta.get('projection'))!;
    await store.close();
    await deleteRows();
    store = await openTestStore(bridge);
    await store.settled();
    expect(store.notices).toEqual([{ kind: 'rebuilt', entries: 7, why: 'missing' }]);
    expect(await rowsDigest(store)).toBe(before);
    expect((await store.db.meta.get('projection'))?.digest).toBe(digest);
  });

  test('行少了一截（最后一条留痕的行不见了）', async () => {
    await work();
    const before = await rowsDigest(store);
    await store.db.entries.delete(7);
    await reopen();
    await store.settled();
    expect(store.notices).toMatchObject([{ kind: 'rebuilt', why: 'damaged' }]);
    expect(await rowsDigest(store)).toBe(before);
  });

  test('重建到一半被中断，下次从头再来', async () => {
    await work();
    const before = await rowsDigest(store);
    await store.db.meta.update('projection', { projectionVersion: 0 });
    await reopen();
    await store.settled();
    expect(store.notices).toMatchObject([{ kind: 'rebuilt', why: 'damaged' }]);
    expect(await rowsDigest(store)).toBe(before);
  });

  test('由另一版本的程序写成：重建并说明', async () => {
    await work();
    await store.db.meta.update('projection', { projectionVersion: 999 });
    await reopen();
    expect(store.notices).toMatchObject([{ kind: 'rebuilt', why: 'version' }]);
  });

  test('数据库的版本号比程序新（换回旧程序）', async () => {
    await work();
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
    await work();
    const before = await store.loadCourseFacts(courseRecord('a').id);
    store.db.close();
    await projection(projectionName('main')).delete();
    expect(await store.loadCourseFacts(courseRecord('a').id)).toEqual(before);
    expect(store.notices).toMatchObject([{ kind: 'rebuilt', why: 'damaged' }]);
    await save('course.create', [made('courses', courseRecord('z'))]);
    expect(await store.db.courses.count()).toBe(3);
  });
});

describe('行表落后于留痕：补上', () => {
  test('落盘之后、写行之前断电', async () => {
    await work();
    await store.close();
    const journal = await otherJournal();
    await journal.append({ kind: 'course.create', changes: [made('courses', courseRecord('c'))] });
    store = await openTestStore(bridge);
    expect(store.notices).toEqual([{ kind: 'applied', entries: 1 }]);
    expect((await store.db.courses.get('course-c'))?.record).toEqual(courseRecord('c'));
    await reopen();
    expect(store.notices).toEqual([]);
  });

  test('写行时出错：留痕照样有效，当场补上，回执照给', async () => {
    await work();
    const disk = bridge.disks.main;
    disk.beforeAppend = () => store.db.close();
    const entry = await save('course.create', [made('courses', courseRecord('c'))]);
    disk.beforeAppend = () => undefined;
    expect(store.saveState()).toEqual({ kind: 'saved', head: entry });
    expect(store.notices).toEqual([]);
    expect((await store.db.courses.get('course-c'))?.record).toEqual(courseRecord('c'));
  });

  test('未写完的导入在中间：不生效，之后的留痕照常', async () => {
    await store.close();
    const journal = await otherJournal();
    const parts = [[made('persons', personRecord(1))], [made('persons', personRecord(2))]];
    await journal.appendImport({ kind: 'roster.import', parts });
    const disk = bridge.disks.main;
    const lines = disk.lines();
    disk.rewrite(lines.slice(0, 2));
    store = await openTestStore(bridge);
    expect(await store.db.persons.count()).toBe(0);
    await save('course.create', [made('courses', courseRecord('a'))]);
    await reopen();
    expect(await store.db.persons.count()).toBe(0);
    expect(await store.db.courses.count()).toBe(1);
    expect((await store.db.entries.orderBy('place').toArray()).map((row) => row.standing)).toEqual([
      'unclosed',
      'unclosed',
      'in-force',
    ]);
  });
});

describe('留痕本身出了事：点名，从不悄悄放过', () => {
  test('最后一行被截断：挪到一边，其余照常', async () => {
    await work();
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
    await work();
    await store.close();
    const disk = bridge.disks.main;
    disk.rewrite(disk.lines().slice(0, 5));
    store = await openTestStore(bridge);
    expect(store.notices).toMatchObject([{ kind: 'journal-shortened', expected: 7, found: 5 }]);
    const state = store.saveState();
    expect(state.kind === 'read-only' && state.problems).toMatchObject([
      { code: 'journal-shortened', values: { expected: 7, found: 5 } },
    ]);
    expect((await store.db.persons.get(personRecord(1).id))?.record.name).toBe('欧阳建国');
    const refused = await store.commit({ kind: 'course.create', changes: [made('courses', courseRecord('c'))] });
    expect(refused.ok).toBe(false);
    const decided = await store.continueFromJournal();
    expect(decided.ok).toBe(true);
    expect((await store.db.persons.get(personRecord(1).id))?.record.name).toBe(personRecord(1).name);
    await save('course.create', [made('courses', courseRecord('c'))]);
    const last = await store.db.entries.orderBy('place').reverse().limit(2).toArray();
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
    const other = await openJournal({
      port: strange.disks.main,
      deviceId: bridge.deviceId,
      sha256: webSha256,
      random,
      clock: clock.now,
      operator: () => '',
    });
    expect(other.writer().chain).toBe(chain);
    await other.append({ kind: 'course.create', changes: [made('courses', courseRecord('x'))] });
    store = await openTestStore(bridge);
    await store.close();
    strange.folder = bridge.folder;
    store = await openTestStore(strange);
    expect(store.notices).toMatchObject([{ kind: 'journal-replaced', seq: 1 }]);
  });

  test('中间一条有一个字节坏了：点名那一条，有效部分照常显示，决定之前只读', async () => {
    await work();
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
    expect(await store.db.entries.count()).toBe(3);
    expect((await store.continueFromJournal()).ok).toBe(true);
    await save('course.create', [made('courses', courseRecord('c'))]);
    await reopen();
    expect(store.saveState().kind).toBe('saved');
    expect(store.notices).toEqual([]);
    expect(await store.db.courses.count()).toBe(3);
    await store.close();
    await deleteRows();
    store = await openTestStore(bridge);
    expect(store.saveState().kind).toBe('saved');
    expect(await store.db.courses.count()).toBe(3);
  });

  test('坏的那条已经在行表里：行照旧显示，仍然点名并只读', async () => {
    await work();
    await store.close();
    const disk = bridge.disks.main;
    const lines = disk.lines().map((line) => line.slice());
    lines[3]![60]! ^= 1;
    disk.rewrite(lines);
    store = await openTestStore(bridge);
    expect(store.notices).toMatchObject([{ kind: 'journal-damaged', seq: 4 }]);
    expect((await store.db.persons.get(personRecord(1).id))?.record.name).toBe('欧阳建国');
    const report = await store.verifyJournal();
    expect(report.sound).toBe(false);
  });
});
