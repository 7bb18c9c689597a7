import type { DataStore } from '../../renderer/data/data-store';
import { changed, classChanges, enrolmentRecord, made, markRecord, personRecord } from './class-records';
import { saveChanges } from './save-changes';

/** Some of everything: a class, marks set, changed and deleted, an enrolment taken back, a person renamed. */
export async function someWork(store: DataStore): Promise<void> {
  await saveChanges(store, 'roster.import', classChanges('a', 6, 4));
  await saveChanges(store, 'roster.import', classChanges('b', 3, 2, 10));
  await saveChanges(
    store,
    'attendance.mark',
    Array.from({ length: 6 }, (_, n) => made('marks', markRecord('a', 0, n))),
  );
  await saveChanges(store, 'attendance.mark', [
    changed('marks', markRecord('a', 0, 2), markRecord('a', 0, 2, { kind: 'attended', late: 20, early: 0 })),
  ]);
  await saveChanges(store, 'attendance.mark', [
    changed('marks', markRecord('a', 0, 3), null),
    made('marks', markRecord('a', 1, 3, { kind: 'leave' })),
  ]);
  await saveChanges(store, 'entry.undo', [changed('enrolments', enrolmentRecord('a', 4), null)]);
  await saveChanges(store, 'person.edit', [
    changed('persons', personRecord(1), { ...personRecord(1), name: '欧阳建国' }),
  ]);
  await store.settled();
}
