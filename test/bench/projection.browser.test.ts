import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openJournal, type Journal } from '../../shared/journal/journal';
import type { Change } from '../../shared/commands/intent';
import { webSha256 } from '../../renderer/data/web-sha256';
import { classChanges, courseIdOf, made, markRecord, personRecord, sessionIdOf } from '../fakes/class-records';
import { MemoryBridge } from '../fakes/memory-bridge';
import { deleteRows, openTestStore, testClock } from '../fakes/open-test-store';

const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  const start = performance.now();
  const result = await work();
  console.log(`${what}: ${(performance.now() - start).toFixed(1)} ms`);
  return result;
};

/** A journal written without a store, in small files because the fake disk copies a file to append to it. */
const journalOf = (bridge: MemoryBridge): Promise<Journal> => {
  const clock = testClock();
  return openJournal({
    port: bridge.disks.main,
    deviceId: bridge.deviceId,
    sha256: webSha256,
    random: clock.randomBytes,
    clock: clock.now,
    operator: () => '',
    segmentBytes: 65_536,
  });
};

/** Figures are printed, never asserted; asserted is that everything is there. */
describe('快慢', () => {
  beforeAll(() => deleteRows());
  afterAll(() => deleteRows());

  test('一个 5000 人 × 32 课次的班', async () => {
    const bridge = new MemoryBridge();
    const journal = await journalOf(bridge);
    const marks = (session: number): readonly Change[] => Array.from({ length: 4999 }, (_, n) => made('marks', markRecord('a', session, n)));
    await timed('journal: 175,000 changes', async () => {
      await journal.append({ kind: 'roster.import', changes: classChanges('a', 5000, 32) });
      for (let session = 0; session < 32; session++) await journal.append({ kind: 'attendance.import', changes: marks(session) });
    });
    const store = await timed('rebuild with 175,000 records', () => openTestStore(bridge));
    await store.settled();
    for (const _ of [1, 2, 3]) {
      const columns = await timed('columns 5,000 × 32', () => store.db.attendance.where('courseId').equals(courseIdOf('a')).toArray());
      expect(columns.map((column) => column.status.length)).toEqual(Array.from({ length: 32 }, () => 4999));
      const facts = await timed('facts 5,000 × 32', () => store.loadCourseFacts(courseIdOf('a')));
      expect(facts?.certificates.size).toBe(5000);
    }
    for (const session of [0, 1, 2, 3])
      await timed('one mark to its receipt', () => store.commit({ kind: 'attendance.mark', changes: [made('marks', markRecord('a', session, 4999))] }));
    await timed('totals after four marks', () => store.settled());
    expect((await store.db.attendance.get(sessionIdOf('a', 3)))?.status[4999]).toBe(1);
    await store.close();
  }, 300_000);

  test('逐条写入的许多留痕（VITE_BENCH_ENTRIES 可设为 100000）', async () => {
    await deleteRows();
    const bridge = new MemoryBridge();
    const journal = await journalOf(bridge);
    const count = Number(import.meta.env['VITE_BENCH_ENTRIES'] ?? 10_000);
    await timed(`journal: ${count} entries`, async () => {
      for (let n = 0; n < count; n++) await journal.append({ kind: 'person.create', changes: [made('persons', personRecord(n))] });
    });
    const store = await timed(`rebuild of ${count} entries`, () => openTestStore(bridge));
    expect(await store.db.persons.count()).toBe(count);
    await timed(`people directory of ${count}`, () => store.people.load());
    expect(store.people.snapshot()).toHaveLength(count);
    await store.close();
    const again = await timed('opening with rows in step', () => openTestStore(bridge));
    expect(again.notices).toEqual([]);
    await again.close();
  }, 600_000);
});
