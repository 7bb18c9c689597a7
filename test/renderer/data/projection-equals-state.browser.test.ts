import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../../shared/commands/intent';
import type { Entry } from '../../../shared/journal/entry';
import type { Journal } from '../../../shared/journal/journal';
import { openConflicts } from '../../../shared/journal/replay';
import type { TableName, Tables } from '../../../shared/records/tables';
import { stateOfEntries } from '../../../shared/state/state-of-entries';
import type { State } from '../../../shared/state/state';
import type { DataStore } from '../../../renderer/data/data-store';
import {
  certificateRecord,
  courseRecord,
  enrolmentRecord,
  markRecord,
  personRecord,
  sessionRecord,
} from '../../fakes/class-records';
import { MemoryBridge } from '../../fakes/memory-bridge';
import { deleteRows, openTestStore } from '../../fakes/open-test-store';
import { otherJournal } from '../../fakes/other-journal';
import { storedState } from '../../fakes/stored';

const put = <T extends TableName>(table: T, record: Tables[T], there = true) => ({
  table,
  key: record.id as string,
  after: there ? record : null,
});
const n = fc.integer({ min: 0, max: 2 });
const there = fc.boolean();
const change = fc.oneof(
  fc.record({ there }).map((one) => put('courses', courseRecord('a'), one.there)),
  fc.record({ n, there }).map((one) => put('sessions', sessionRecord('a', one.n), one.there)),
  fc
    .record({ n, there, name: fc.constantFrom('欧阳娜', '欧阳丽', '单国平') })
    .map((one) => put('persons', { ...personRecord(one.n), name: one.name }, one.there)),
  fc.record({ n, there }).map((one) => put('certificates', certificateRecord(one.n), one.there)),
  fc.record({ n, there }).map((one) => put('enrolments', enrolmentRecord('a', one.n), one.there)),
  fc
    .record({ n, person: n, there, late: fc.nat(9) })
    .map((one) =>
      put('marks', markRecord('a', one.n, one.person, { kind: 'attended', late: one.late, early: 0 }), one.there),
    ),
);

/** One entry: small, or an import in parts; by the window, or by another device that knew only the beginning or all. */
const step = fc.record({
  who: fc.constantFrom('window', 'window', 'other', 'other-anew'),
  changes: fc.array(change, { minLength: 1, maxLength: 5 }),
  parts: fc.boolean(),
});

const named = (n: number, name: string) => [put('persons', { ...personRecord(n), name })];
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
/** The other device goes on without having read what the window wrote: both name one person; then the window does again. */
const RIVALS: Step[] = [
  { who: 'window', changes: named(0, '欧阳娜'), parts: false },
  { who: 'other', changes: named(1, '单国平'), parts: false },
  { who: 'window', changes: named(0, '欧阳丽'), parts: false },
  { who: 'other', changes: named(0, '单国平'), parts: false },
  { who: 'window', changes: named(0, '欧阳娜'), parts: false },
  { who: 'window', changes: named(1, '欧阳娜'), parts: false },
];

const listed = (state: State): readonly string[] =>
  [...state.records()].map(({ table, record }) => `${table} ${JSON.stringify(record)}`).sort();

async function entriesOf(bridge: MemoryBridge): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for await (const batch of (await otherJournal(bridge, { deviceId: 'reader' })).readAll()) entries.push(...batch);
  return entries;
}

/** Conflicts seen, so that the test does not pass because there never were any. */
let rivalries = 0;

/** The window's rows against what shared/state says of the journal's entries. */
async function compare(store: DataStore, bridge: MemoryBridge): Promise<void> {
  const { state, conflicts } = stateOfEntries(await entriesOf(bridge));
  expect(listed(await storedState(store))).toEqual(listed(state));
  expect(openConflicts((await store.db.conflicts.get('conflicts'))?.list ?? [])).toEqual(conflicts);
  rivalries += conflicts.length;
}

describe('行表就是留痕说的', () => {
  test('任意的保存、分部导入、别的电脑写的链、撤回与损坏：行表与 shared/state 算出的一致', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 2, maxLength: 9 }),
        fc.option(fc.nat(1000), { freq: 3, nil: undefined }),
        async (steps, damage) => {
          await deleteRows();
          const bridge = new MemoryBridge();
          let store = await openTestStore(bridge);
          let other: Journal | null = null;
          for (const { who, changes, parts } of steps) {
            if (who === 'window') {
              const state = await storedState(store);
              const now = new Map([...state.records()].map(({ table, record }) => [`${table}/${record.id}`, record]));
              const net = new Map(changes.map((one) => [`${one.table}/${one.key}`, one]));
              const intent = [...net].map(([name, one]) => ({ ...one, before: now.get(name) ?? null }));
              const result = await store.commit({ kind: 'test.step', changes: intent as unknown as Change[] });
              expect(result.ok || result.error).toBe(true);
            } else {
              await store.close();
              if (!other || who === 'other-anew') other = await otherJournal(bridge, { deviceId: 'device-z' });
              const written = changes.map((one) => ({ ...one, before: null }));
              await (parts
                ? other.appendImport({ kind: 'test.import', parts: [written.slice(0, 1), written.slice(1)] })
                : other.append({ kind: 'test.step', changes: written }));
              store = await openTestStore(bridge);
            }
            await compare(store, bridge);
          }
          await store.close();
          if (damage !== undefined) {
            // The last entry of one chain is lost, and the rows with it: what is left is the truth.
            const files = [...bridge.disks.main.files];
            const [file, bytes] = files[damage % files.length]!;
            const end = bytes.subarray(0, -1).lastIndexOf(10) + 1;
            bridge.disks.main.files.set(file, bytes.slice(0, end));
          }
          await deleteRows();
          store = await openTestStore(bridge);
          await compare(store, bridge);
          await store.close();
        },
      ),
      { numRuns: 25, examples: [[RIVALS, undefined]] },
    );
    expect(rivalries).toBeGreaterThan(0);
  }, 180_000);
});
