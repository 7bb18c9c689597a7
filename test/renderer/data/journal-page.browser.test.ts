import { describe, expect, test } from 'vitest';
import { useJournalPage } from '../../../renderer/data/use-journal-page';
import { courseIdOf, courseRecord, made, personIdOf, personRecord } from '../../fakes/class-records';
import { liveStore } from '../../fakes/live-store';
import { saveChanges } from '../../fakes/save-changes';
import type { Watched } from '../../fakes/watch-hook';

const live = liveStore();

/** Follows a page of the journal while the test lasts. */
function watchPage(options: Parameters<typeof useJournalPage>[0]): Watched<ReturnType<typeof useJournalPage>> {
  return live.watch(() => useJournalPage(options));
}

describe('留痕页', () => {
  test('大批导入是一行，计数是全部；可按班、按种类、按记录筛选', async () => {
    await saveChanges(live.store, 'course.create', [made('courses', courseRecord('a'))]);
    const people = Array.from({ length: 2100 }, (_, n) => made('persons', personRecord(n)));
    const imported = await saveChanges(live.store, 'roster.import', people);
    await saveChanges(live.store, 'course.create', [made('courses', courseRecord('b'))]);
    const page = watchPage({ page: 0, pageSize: 10 });
    const all = (await page.until((value) => value?.total === 3))!;
    expect(all.entries.map(({ kind }) => kind)).toEqual(['course.create', 'roster.import', 'course.create']);
    expect(all.entries[1]).toMatchObject({ hash: imported.hash, tables: { persons: 2100 }, standing: 'in-force' });
    const filtered = async (filter: Partial<Parameters<typeof useJournalPage>[0]>) =>
      (await watchPage({ page: 0, pageSize: 10, ...filter }).until((value) => value !== undefined))!.entries.map(
        ({ hash }) => hash,
      );
    expect(await filtered({ courseId: courseIdOf('a') })).toEqual([all.entries[2]!.hash]);
    expect(await filtered({ kinds: ['roster.import'] })).toEqual([imported.hash]);
    expect(await filtered({ record: { table: 'persons', key: personIdOf(5) } })).toEqual([imported.hash]);
    expect(await filtered({ kinds: ['course.create'], courseId: courseIdOf('b') })).toEqual([all.entries[0]!.hash]);
    expect(await filtered({ page: 1, pageSize: 2 })).toEqual([all.entries[2]!.hash]);
  });
});
