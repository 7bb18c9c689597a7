import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../../shared/basics/day';
import type { AttemptId, OutsideHoursId } from '../../../shared/records/ids';
import type { BarredPerson, CeYearChoice, ProfessionalChoice } from '../../../shared/records/choices';
import type { OutsideHours } from '../../../shared/records/outside-hours';
import type { TestAttempt } from '../../../shared/records/test-attempt';
import type { TableName, Tables } from '../../../shared/records/tables';
import type { RecordChange } from '../../../shared/state/documents';
import { Draft } from '../../../shared/state/draft';
import { recordOf } from '../../../shared/state/find-record';
import { leafValue, leafValues } from '../../../shared/state/leaves';
import { EMPTY_STATE, type State } from '../../../shared/state/state';
import {
  certificateRecord,
  courseRecord,
  enrolmentRecord,
  markRecord,
  personRecord,
  sessionRecord,
} from '../../fakes/class-records';

const put = <T extends TableName>(table: T, record: Tables[T], there = true): RecordChange =>
  ({ table, key: record.id, after: there ? record : null }) as unknown as RecordChange;

const n = fc.integer({ min: 0, max: 2 });
const there = fc.boolean();

const attempt = (person: number, score: number): TestAttempt => ({
  id: `attempt-${person}` as AttemptId,
  enrolmentId: enrolmentRecord('a', person).id,
  on: day('2026-04-01'),
  number: 1,
  score,
  passMark: 60,
});
const outside = (person: number, periods: number): OutsideHours => ({
  id: `outside-${person}` as OutsideHoursId,
  certificateId: certificateRecord(person).id,
  kind: 'earlier',
  category: 'public',
  periods,
  ceYear: 2025,
  source: '证明',
});
const choice = (person: number, ceYear: number): CeYearChoice => ({
  id: `choice-${person}`,
  certificateId: certificateRecord(person).id,
  target: { session: sessionRecord('a', 0).id },
  ceYear,
  reason: '补学',
});
const counted = (person: number): ProfessionalChoice => ({
  id: `counted-${person}`,
  sessionId: sessionRecord('a', 1).id,
  personId: personRecord(person).id,
  enrolmentId: enrolmentRecord('a', person).id,
});
const barred = (line: number): BarredPerson => ({
  id: `barred-${line}`,
  idNumber: '99000019900101000X',
  source: '名单',
  importedOn: day('2026-01-01'),
});

/** A record that comes, changes or goes; also before what it points at, and to another course or place. */
const step: fc.Arbitrary<RecordChange> = fc.oneof(
  fc.record({ n, there }).map(({ n: i, there: t }) => put('courses', courseRecord(i === 0 ? 'a' : `x${i}`), t)),
  fc
    .record({ n, there, to: n })
    .map(({ n: i, there: t, to }) =>
      put('sessions', { ...sessionRecord('a', i), courseId: courseRecord(to === 2 ? 'x1' : 'a').id }, t),
    ),
  fc
    .record({ n, there, into: fc.integer({ min: 0, max: 5 }) })
    .map(({ n: i, there: t, into }) =>
      put('persons', { ...personRecord(i), ...(into < 3 && into > i && { mergedInto: personRecord(into).id }) }, t),
    ),
  fc
    .record({ n, there, holder: n })
    .map(({ n: i, there: t, holder }) =>
      put('certificates', { ...certificateRecord(i), personId: personRecord(holder === 2 ? 2 : i).id }, t),
    ),
  fc
    .record({ n, there, index: fc.integer({ min: 0, max: 1 }), to: fc.integer({ min: 0, max: 4 }) })
    .map(({ n: i, there: t, index, to }) =>
      put(
        'enrolments',
        { ...enrolmentRecord('a', i, i * 2 + index), courseId: courseRecord(to === 4 ? 'x1' : 'a').id },
        t,
      ),
    ),
  fc
    .record({ session: n, person: n, there, late: fc.integer({ min: 0, max: 30 }) })
    .map(({ session, person, there: t, late }) =>
      put('marks', markRecord('a', session, person, { kind: 'attended', late, early: 0 }), t),
    ),
  fc
    .record({ n, there, score: fc.nat(100) })
    .map(({ n: i, there: t, score }) => put('attempts', attempt(i, score), t)),
  fc
    .record({ n, there, periods: fc.nat(9) })
    .map(({ n: i, there: t, periods }) => put('outsideHours', outside(i, periods), t)),
  fc
    .record({ n, there, year: fc.nat(9) })
    .map(({ n: i, there: t, year }) => put('ceYearChoices', choice(i, 2020 + year), t)),
  fc.record({ n, there }).map(({ n: i, there: t }) => put('professionalChoices', counted(i), t)),
  fc.record({ n, there }).map(({ n: i, there: t }) => put('barred', barred(i), t)),
);

/** All records, in the order of their names. */
const listed = (state: State): readonly (readonly [string, object])[] =>
  [...state.records()]
    .map(({ table, record }): readonly [string, object] => [`${table}/${record.id}`, record])
    .sort(([a], [b]) => (a < b ? -1 : 1));

describe('状态只取决于改动', () => {
  test('任意顺序的增、改、删，先于所指的记录也行：每条记录都在，且只在一处', () => {
    fc.assert(
      fc.property(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 25 }), (entries) => {
        const plain = new Map<string, object>();
        let state = EMPTY_STATE;
        for (const changes of entries) {
          state = state.after(changes);
          for (const { table, key, after } of changes)
            if (after) plain.set(`${table}/${key}`, after);
            else plain.delete(`${table}/${key}`);
          for (const { table, key } of changes)
            expect(recordOf(state, table, key)).toEqual(plain.get(`${table}/${key}`) ?? null);
        }
        expect(listed(state)).toEqual([...plain].sort(([a], [b]) => (a < b ? -1 : 1)));
        expect(listed(EMPTY_STATE.after(entries.flat()))).toEqual(listed(state));
      }),
      { numRuns: 300 },
    );
  });

  test('改动之后，之前的状态还是原来的样子', () => {
    const before = EMPTY_STATE.after([put('courses', courseRecord('a')), put('persons', personRecord(1))]);
    const was = listed(before);
    before.after([put('persons', { ...personRecord(1), name: '欧阳娜' }), put('courses', courseRecord('a'), false)]);
    expect(listed(before)).toEqual(was);
  });

  test('位置用过就不再给别人：报名取消后，最大位置仍然记得', () => {
    const state = EMPTY_STATE.after([
      put('courses', courseRecord('a')),
      put('enrolments', enrolmentRecord('a', 1, 7)),
      put('enrolments', enrolmentRecord('a', 1, 7), false),
    ]);
    expect(state.read('timetables', 'course-a')?.highest).toBe(7);
  });
});

describe('成组的记录', () => {
  const scope = { kind: 'barred' } as const;

  test('任意顺序的增与删，组分开又消失，内容与一张表一样', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ key: fc.nat(1500), there: fc.boolean() }), { minLength: 400, maxLength: 3000 }),
        (steps) => {
          const draft = new Draft(EMPTY_STATE);
          const plain = new Map<string, BarredPerson>();
          for (const { key, there: t } of steps) {
            const name = String(key * 7919).padStart(8, '0');
            if (t) draft.setLeaf(scope, name, barred(key));
            else draft.deleteLeaf(scope, name);
            if (t) plain.set(name, barred(key));
            else plain.delete(name);
          }
          const sorted = [...plain].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
          expect(leafValues(draft, scope)).toEqual(sorted);
          for (const [key, value] of plain) expect(leafValue(draft, scope, key)).toEqual(value);
        },
      ),
      { numRuns: 20 },
    );
  });

  test('依次增加一千条：组是满的，没有一条丢失', () => {
    const state = EMPTY_STATE.after(Array.from({ length: 1000 }, (_, i) => put('persons', personRecord(i))));
    const sizes = [...state.all('people').values()].map(({ entries }) => entries.size);
    expect(sizes.reduce((a, b) => a + b)).toBe(1000);
    expect(sizes.slice(0, -1).every((size) => size === 128)).toBe(true);
  });
});
