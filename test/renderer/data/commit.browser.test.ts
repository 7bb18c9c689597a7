import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { day } from '../../../shared/basics/day';
import type { Change, CommandContext } from '../../../shared/commands/intent';
import { undoEntry } from '../../../shared/commands/undo-entry';
import type { Mark } from '../../../shared/records/mark';
import type { EntryRef } from '../../../shared/journal/entry';
import type { DataStore } from '../../../renderer/data/data-store';
import type { CommitProgress, SaveState } from '../../../renderer/data/store-api';
import {
  changed,
  classChanges,
  courseIdOf,
  courseRecord,
  enrolmentRecord,
  made,
  markRecord,
  personRecord,
  sessionIdOf,
} from '../../fakes/class-records';
import { MemoryBridge } from '../../fakes/memory-bridge';
import { deleteRows, openTestStore } from '../../fakes/open-test-store';
import { saveChanges } from '../../fakes/save-changes';
import { countOf, storedRecord, storedLines, waitingRecords } from '../../fakes/stored';

const CONTEXT: CommandContext = { newId: () => 'unused', today: day('2026-03-20'), minuteOfDay: 600 };

let bridge: MemoryBridge;
let store: DataStore;

beforeEach(async () => {
  await deleteRows();
  bridge = new MemoryBridge();
  store = await openTestStore(bridge);
});
afterEach(() => store.close());

const save = (kind: string, changes: readonly Change[]): Promise<EntryRef> => saveChanges(store, kind, changes);

const states = (): SaveState['kind'][] => {
  const seen: SaveState['kind'][] = [];
  store.onSaveState((state) => seen.push(state.kind));
  return seen;
};

describe('一次保存：先留痕，后显示', () => {
  test('新建培训班后，留痕有一条、行表有一行，保存状态先“保存中”后“已保存”', async () => {
    const seen = states();
    const entry = await save('course.create', [made('courses', courseRecord('a'))]);
    expect(seen).toEqual(['saving', 'saved']);
    expect(store.saveState()).toEqual({ kind: 'saved', head: entry });
    expect(await storedRecord(store, 'courses', 'course-a')).toEqual(courseRecord('a'));
    expect(bridge.disks.main.lines()).toHaveLength(1);
    expect((await store.db.meta.get('projection'))?.heads).toEqual([entry]);
  });

  test('“已保存”不会早于落盘', async () => {
    let during: string | undefined;
    bridge.disks.main.beforeAppend = () => void (during = store.saveState().kind);
    await save('course.create', [made('courses', courseRecord('a'))]);
    expect(during).toBe('saving');
  });

  test('还有一项在排队时不显示“已保存”，从要求保存的那一刻起就是“保存中”', async () => {
    const seen = states();
    const first = save('course.create', [made('courses', courseRecord('a'))]);
    expect(store.saveState().kind).toBe('saving');
    const second = save('course.create', [made('courses', courseRecord('b'))]);
    await first;
    expect(store.saveState().kind).toBe('saving');
    await second;
    expect(seen.filter((kind) => kind === 'saved')).toHaveLength(1);
    expect(store.saveState().kind).toBe('saved');
  });

  test('填写期间别人改过的记录：拒绝并指出是哪一条，什么也不写', async () => {
    await save('course.create', [made('courses', courseRecord('a'))]);
    const stale = { ...courseRecord('a'), title: '旧标题' };
    const result = await store.commit({
      kind: 'course.edit',
      changes: [changed('courses', stale, { ...stale, title: '新标题' })],
    });
    expect(result.ok).toBe(false);
    expect(!result.ok && result.error).toMatchObject([
      { code: 'record-changed', values: { keys: ['courses/course-a'], records: ['培训班“新标题”'] } },
    ]);
    expect(store.saveState().kind).toBe('refused');
    expect(bridge.disks.main.lines()).toHaveLength(1);
    await save('course.edit', [changed('courses', courseRecord('a'), { ...courseRecord('a'), title: '新标题' })]);
    expect(store.saveState().kind).toBe('saved');
  });

  test('读不回来的记录不写：多出一项、日历上没有的日子、编号与键不同', async () => {
    const wrong = [
      made('courses', { ...courseRecord('a'), colour: '红' } as ReturnType<typeof courseRecord>),
      made('courses', { ...courseRecord('a'), startsOn: '2026-99-99' as ReturnType<typeof day> }),
      { ...made('courses', courseRecord('a')), key: 'course-b' },
    ];
    for (const change of wrong) {
      const result = await store.commit({ kind: 'course.create', changes: [change as Change] });
      expect(!result.ok && result.error.map(({ code }) => code)).toEqual(['record-unfit']);
    }
    expect(bridge.disks.main.files.size).toBe(0);
    await save('course.create', [made('courses', courseRecord('a'))]);
  });

  test('新建的记录若已存在，拒绝', async () => {
    await save('course.create', [made('courses', courseRecord('a'))]);
    const again = await store.commit({ kind: 'course.create', changes: [made('courses', courseRecord('a'))] });
    expect(again.ok).toBe(false);
  });

  test('同时发出的两次保存按先后写入；后一次看得到前一次的结果', async () => {
    const first = courseRecord('a');
    const second = { ...first, title: '改过的标题' };
    const [one, two, three] = await Promise.all([
      store.commit({ kind: 'course.create', changes: [made('courses', first)] }),
      store.commit({ kind: 'course.edit', changes: [changed('courses', first, second)] }),
      store.commit({ kind: 'course.edit', changes: [changed('courses', first, { ...first, title: '冲突' })] }),
    ]);
    expect([one.ok, two.ok, three.ok]).toEqual([true, true, false]);
    expect(one.ok && one.value.entry.seq).toBe(1);
    expect(two.ok && two.value.entry.seq).toBe(2);
    expect(await storedRecord(store, 'courses', 'course-a')).toEqual(second);
  });
});

describe('考勤按课次成列保存', () => {
  const late: Mark = { kind: 'attended', late: 15, early: 'unknown' };

  test('登记、改为迟到、再删除：列里始终是最后的样子', async () => {
    await save('roster.import', classChanges('a', 3, 2));
    const present = markRecord('a', 0, 1);
    const corrected = markRecord('a', 0, 1, late, day('2026-03-17'));
    await save('attendance.mark', [made('marks', present), made('marks', markRecord('a', 0, 2, { kind: 'absent' }))]);
    await save('attendance.mark', [changed('marks', present, corrected)]);
    const column = await store.db.attendance.get(sessionIdOf('a', 0));
    expect([...column!.status]).toEqual([0, 1, 2]);
    expect([column!.late[1], column!.early[1]]).toEqual([15, -1]);
    const facts = await store.loadCourseFacts(courseIdOf('a'));
    expect(facts?.attendance.get(sessionIdOf('a', 0))?.status[1]).toBe(1);
    const wrong = await store.commit({ kind: 'attendance.mark', changes: [changed('marks', present, null)] });
    expect(wrong.ok).toBe(false);
    await save('attendance.mark', [changed('marks', corrected, null)]);
    expect([...(await store.db.attendance.get(sessionIdOf('a', 0)))!.status]).toEqual([0, 0, 2]);
  });

  test('撤销报名再恢复，考勤原样回来；期间占了同一位置的人不受影响', async () => {
    await save('roster.import', classChanges('a', 2, 1));
    const mark = markRecord('a', 0, 1, { kind: 'leave' });
    await save('attendance.mark', [made('marks', mark)]);
    const enrolment = enrolmentRecord('a', 1);
    await save('undo', [changed('enrolments', enrolment, null)]);
    expect(await store.db.attendance.get(sessionIdOf('a', 0))).toBeUndefined();
    expect(await waitingRecords(store)).toEqual([mark]);
    const wrong = await store.commit({ kind: 'attendance.mark', changes: [made('marks', mark)] });
    expect(wrong.ok).toBe(false);
    await save('undo', [made('enrolments', { ...enrolment, index: 5 })]);
    expect([...(await store.db.attendance.get(sessionIdOf('a', 0)))!.status]).toEqual([0, 0, 0, 0, 0, 3]);
    expect((await store.loadCourseFacts(courseIdOf('a')))?.highestIndex).toBe(5);
  });

  test('考勤先于报名到达时等待，报名到了就归位', async () => {
    const mark = markRecord('a', 0, 0);
    await save('attendance.mark', [made('marks', mark)]);
    expect((await waitingRecords(store)).length).toBe(1);
    await save('roster.import', classChanges('a', 1, 1));
    expect((await waitingRecords(store)).length).toBe(0);
    expect([...(await store.db.attendance.get(sessionIdOf('a', 0)))!.status]).toEqual([1]);
  });
});

describe('大批导入', () => {
  const people = (count: number): readonly Change[] =>
    Array.from({ length: count }, (_, n) => made('persons', personRecord(n)));

  test('超过 2000 条改动分部分写入，结束条写成后一次生效', async () => {
    const entry = await save('roster.import', people(4500));
    expect(entry.seq).toBe(4);
    expect(await countOf(store, 'persons')).toBe(4500);
    const rows = await storedLines(store);
    expect(rows.map((row) => row.standing)).toEqual(['part', 'part', 'part', 'in-force']);
    const recorded = await store.entryByHash(entry.hash);
    expect(recorded?.changes).toHaveLength(4500);
    expect((await store.entryByHash(rows[1]!.hash))?.hash).toBe(entry.hash);
  });

  test('写入时报告进度；到行写完为止从不倒退', async () => {
    const seen: CommitProgress[] = [];
    const result = await store.commit(
      { kind: 'roster.import', changes: people(4500) },
      { onProgress: (progress) => seen.push(progress) },
    );
    expect(result.ok).toBe(true);
    expect(seen.slice(0, 4)).toEqual([
      { done: 2000, of: 9000, stoppable: true },
      { done: 4000, of: 9000, stoppable: true },
      { done: 4500, of: 9000, stoppable: true },
      { done: 4500, of: 9000, stoppable: false },
    ]);
    expect(seen.at(-1)).toEqual({ done: 9000, of: 9000, stoppable: false });
    expect(seen.map(({ done }) => done)).toEqual(seen.map(({ done }) => done).sort((a, b) => a - b));
  });

  test.each([2000, 4500])('写到第 %i 条时取消：什么也不生效，之后照常导入，重开也是如此', async (at) => {
    const stop = new AbortController();
    const result = await store.commit(
      { kind: 'roster.import', changes: people(4500) },
      { signal: stop.signal, onProgress: ({ done }) => done >= at && stop.abort() },
    );
    expect(!result.ok && result.error.map(({ code }) => code)).toEqual(['import-stopped']);
    expect(store.saveState().kind).toBe('saved');
    expect(await countOf(store, 'persons')).toBe(0);
    expect(new Set((await storedLines(store)).map(({ standing }) => standing))).toEqual(new Set(['unclosed']));
    await save('roster.import', people(4500));
    expect(await countOf(store, 'persons')).toBe(4500);
    await store.close();
    await deleteRows();
    store = await openTestStore(bridge);
    expect(await countOf(store, 'persons')).toBe(4500);
  });

  test('结束条写成之后再取消已经迟了：照常写完', async () => {
    const stop = new AbortController();
    const result = await store.commit(
      { kind: 'roster.import', changes: people(4500) },
      { signal: stop.signal, onProgress: ({ stoppable }) => !stoppable && stop.abort() },
    );
    expect(result.ok).toBe(true);
    expect(await countOf(store, 'persons')).toBe(4500);
  });

  test('写到一半磁盘满：整次导入不生效，之后可以照常继续', async () => {
    const disk = bridge.disks.main;
    disk.beforeAppend = () => {
      if (disk.appends === 2) disk.fault = 'disk-full';
    };
    const result = await store.commit({ kind: 'roster.import', changes: people(4500) });
    expect(!result.ok && result.error.map(({ code }) => code)).toEqual(['disk-full', 'import-unfinished']);
    expect(await countOf(store, 'persons')).toBe(0);
    disk.beforeAppend = () => undefined;
    disk.fault = null;
    await store.retry();
    await save('course.create', [made('courses', courseRecord('a'))]);
    expect(await countOf(store, 'persons')).toBe(0);
    await store.close();
    await deleteRows();
    store = await openTestStore(bridge);
    expect(await countOf(store, 'persons')).toBe(0);
    expect(await countOf(store, 'courses')).toBe(1);
  });
});

describe('撤销需要知道的', () => {
  test('之后动过同一记录的留痕逐条列出', async () => {
    const first = await save('course.create', [
      made('courses', courseRecord('a')),
      made('courses', courseRecord('b')),
    ]);
    const edited = { ...courseRecord('a'), note: '教室改为 302' };
    await save('course.edit', [changed('courses', courseRecord('a'), edited)]);
    await save('course.create', [made('courses', courseRecord('c'))]);
    const later = await store.laterEntriesTouching(
      [
        { table: 'courses', key: 'course-a' },
        { table: 'courses', key: 'course-b' },
      ],
      first.hash,
    );
    expect(later).toMatchObject([{ kind: 'course.edit', touched: [{ table: 'courses', key: 'course-a' }] }]);
    const recorded = await store.entryByHash(later[0]!.hash);
    expect(recorded?.changes).toEqual([changed('courses', courseRecord('a'), edited)]);
  });

  test('整次导入一步撤销，撤销可再撤销；之后改过其中一人时拒绝', async () => {
    const people = Array.from({ length: 2100 }, (_, n) => made('persons', personRecord(n)));
    await save('roster.import', people);
    const part = (await storedLines(store))[0]!;
    const undo = async (hash: string) => undoEntry((await store.undoSlice(hash))!, { reason: '导错了文件' }, CONTEXT);
    const undone = await undo(part.hash);
    const back = undone.ok ? await store.commit(undone.value) : undone;
    expect(back.ok).toBe(true);
    expect(await countOf(store, 'persons')).toBe(0);
    const again = back.ok ? await undo(back.value.entry.hash) : back;
    expect(again.ok && (await store.commit(again.value)).ok).toBe(true);
    expect(await countOf(store, 'persons')).toBe(2100);
    await save('course.create', [made('courses', courseRecord('a'))]);
    const course = (await storedLines(store)).at(-1)!;
    await save('course.edit', [changed('courses', courseRecord('a'), { ...courseRecord('a'), note: '改' })]);
    const refused = await undo(course.hash);
    expect(!refused.ok && refused.error.map(({ code }) => code)).toEqual(['undo-touched-later']);
    expect(await store.undoSlice('0'.repeat(64))).toBeUndefined();
  });
});
