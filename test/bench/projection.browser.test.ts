import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Journal } from '../../shared/journal/journal';
import type { Change } from '../../shared/commands/intent';
import { classChanges, courseIdOf, made, markRecord, personRecord, sessionIdOf } from '../fakes/class-records';
import { MemoryBridge } from '../fakes/memory-bridge';
import { otherJournal } from '../fakes/other-journal';
import { deleteRows, openTestStore, testClock } from '../fakes/open-test-store';
import { figure, quantile } from './figure';
import { countOf } from '../fakes/stored';

/** Does the work and gives its result with the milliseconds that it took. */
const timed = async <T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> => {
  const start = performance.now();
  const value = await work();
  return { value, ms: performance.now() - start };
};
/** As many as the product promises something for; fewer only to try the benchmark itself. */
const ENTRIES = Number(import.meta.env['VITE_BENCH_ENTRIES'] ?? 10_000);

/** One for all, because a journal whose last entry is later than now makes the program ask about the clock. */
const clock = testClock();
const opened = (bridge: MemoryBridge) => openTestStore(bridge, 'main', {}, clock);

/** A journal written without a store, in small files because the fake disk copies a file to append to it. */
const journalOf = (bridge: MemoryBridge): Promise<Journal> =>
  otherJournal(bridge, { random: clock.randomBytes, clock: clock.now, segmentBytes: 65_536 });

/** Figures are printed, never asserted; asserted is that everything is there. */
describe('快慢', () => {
  beforeAll(() => deleteRows());
  afterAll(() => deleteRows());

  test('一个 5000 人 × 32 课次的班', async () => {
    const bridge = new MemoryBridge();
    const journal = await journalOf(bridge);
    const marks = (session: number): readonly Change[] =>
      Array.from({ length: 4999 }, (_, n) => made('marks', markRecord('a', session, n)));
    await journal.append({ kind: 'roster.import', changes: classChanges('a', 5000, 32) });
    for (let session = 0; session < 32; session++)
      await journal.append({ kind: 'attendance.import', changes: marks(session) });
    const { value: store, ms: rebuilt } = await timed(() => opened(bridge));
    figure('重建 17.5 万条记录（33 条留痕）', rebuilt / 1000, 's');
    await store.settled();
    const columns: number[] = [];
    const facts: number[] = [];
    for (let n = 0; n < 5; n++) {
      const read = await timed(() => store.db.attendance.toArray());
      expect(read.value.map((column) => column.status.length)).toEqual(Array.from({ length: 32 }, () => 4999));
      columns.push(read.ms);
      const loaded = await timed(() => store.loadCourseFacts(courseIdOf('a')));
      expect(loaded.value?.certificates.size).toBe(5000);
      facts.push(loaded.ms);
    }
    figure('读出 5,000 × 32 的考勤（中位数）', quantile(columns, 0.5), 'ms');
    figure('读出 5,000 × 32 的班的全部事实（中位数）', quantile(facts, 0.5), 'ms');
    const receipts: number[] = [];
    for (let session = 0; session < 20; session++) {
      const mark = made('marks', markRecord('a', session, 4999));
      receipts.push((await timed(() => store.commit({ kind: 'attendance.mark', changes: [mark] }))).ms);
    }
    figure('5,000 × 32 登记一格到行表写完（中位数）', quantile(receipts, 0.5), 'ms');
    expect((await store.db.attendance.get(sessionIdOf('a', 3)))?.status[4999]).toBe(1);
    await store.close();
  }, 300_000);

  test('逐条写入的许多留痕', async () => {
    await deleteRows();
    const bridge = new MemoryBridge();
    const journal = await journalOf(bridge);
    for (let n = 0; n < ENTRIES; n++)
      await journal.append({ kind: 'person.create', changes: [made('persons', personRecord(n))] });
    const { value: store, ms: rebuilt } = await timed(() => opened(bridge));
    figure(`重建 ${ENTRIES.toLocaleString('en')} 条留痕`, rebuilt / 1000, 's', 60);
    expect(await countOf(store, 'persons')).toBe(ENTRIES);
    const directory = await timed(() => store.people.load());
    figure(`读出 ${ENTRIES.toLocaleString('en')} 人的名录`, directory.ms / 1000, 's');
    expect(store.people.snapshot()).toHaveLength(ENTRIES);
    await store.close();
    const { value: again, ms: reopened } = await timed(() => opened(bridge));
    figure('行表与留痕一致时打开', reopened, 'ms');
    expect(again.notices).toEqual([]);
    await again.close();
  }, 600_000);
});
