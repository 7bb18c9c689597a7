import type { CommandResult } from '../../../shared/commands/intent';
import { markAttendance } from '../../../shared/commands/mark-attendance';
import { undoEntry } from '../../../shared/commands/undo-entry';
import type { Entry } from '../../../shared/journal/entry';
import type { Mark } from '../../../shared/records/mark';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { context, course, enrolmentId, sessionId } from '../facts-builder';
import { memoryStore, type MemoryStore } from '../memory-store';
import { accepted } from './outcome';

/** The evening of the course's last day. */
export const ctx = context('2026-03-20', '20:00');
/** Three people, three days of four sessions, nothing recorded. */
export const base = course().withPeople(3).withSessions(12);
/** A data set in memory to commit into. */
export const start = (facts: CourseFacts = base.facts()): MemoryStore => memoryStore(facts);
/** Marks one cell and commits it. */
export const mark = (store: MemoryStore, person: number, session: number, one: Mark | null) =>
  store.commit(
    accepted(
      markAttendance(
        store.facts(),
        { cells: [{ sessionId: sessionId(session), enrolmentId: enrolmentId(person), mark: one }], reason: '核对' },
        ctx,
      ),
    ),
  );
/** The undo of entries of the store, with everything after the first of them as later. */
export const undo = (store: MemoryStore, ...entries: readonly Entry[]): CommandResult => {
  const last = store.entries().findIndex(({ hash }) => hash === entries[0]!.hash);
  const later = store
    .entries()
    .slice(last + 1)
    .filter((entry) => !entries.includes(entry));
  return undoEntry({ entries, later, enrolments: store.facts().enrolments, persons: store.facts().persons }, {}, ctx);
};
