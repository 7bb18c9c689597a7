import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../../shared/basics/day';
import type { MarkRecord } from '../../../shared/records/mark';
import type { RecordChange } from '../../../shared/state/documents';
import { factsAfterMarks } from '../../../shared/state/facts-after-marks';
import { factsOf } from '../../../shared/state/facts-of';
import { EMPTY_STATE } from '../../../shared/state/state';
import { stateOfEntries } from '../../../shared/state/state-of-entries';
import { classChanges, courseIdOf, markRecord, personIdOf, personRecord } from '../../fakes/class-records';
import { entryMaker, sets } from '../../fakes/entry-maker';

const A = courseIdOf('a');
const ON = day('2026-04-30');
const klass = EMPTY_STATE.after(classChanges('a', 4, 5) as readonly RecordChange[]);

const cell = fc.record({
  session: fc.nat(4),
  person: fc.nat(3),
  mark: fc.constantFrom<MarkRecord['mark'] | null>(
    null,
    { kind: 'attended', late: 0, early: 0 },
    { kind: 'attended', late: 'unknown', early: 5 },
    { kind: 'absent' },
    { kind: 'leave' },
  ),
});

describe('事实出自状态', () => {
  test('登记若干格：直接算出的事实与从状态读出的一样，没动的部分还是同一个对象', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 12 }), (steps) => {
        let state = klass;
        let facts = factsOf(state, A, ON)!;
        for (const cells of steps) {
          const records = cells.map(({ session, person, mark }) => ({ ...markRecord('a', session, person), mark }));
          const changes = records.map((record): RecordChange => ({
            table: 'marks',
            key: record.id,
            after: record.mark ? (record as MarkRecord) : null,
          }));
          state = state.after(changes);
          const direct = factsAfterMarks(facts, records);
          const read = factsOf(state, A, ON, facts)!;
          expect(direct).toEqual(read);
          expect(read).toEqual(factsOf(state, A, ON));
          expect(read.persons).toBe(facts.persons);
          expect(read.sessions).toBe(facts.sessions);
          expect(read.enrolments).toBe(facts.enrolments);
          facts = read;
        }
      }),
    );
  });

  test('没有变的事实就是原来那一个对象', () => {
    const facts = factsOf(klass, A, ON)!;
    expect(factsOf(klass.after([]), A, ON, facts)).toBe(facts);
    expect(factsOf(klass, courseIdOf('nowhere'), ON)).toBeUndefined();
  });

  test('合并两次的人：三条记录都在事实里', () => {
    const merged = klass.after([
      { table: 'persons', key: personIdOf(0), after: { ...personRecord(0), mergedInto: personIdOf(8) } },
      { table: 'persons', key: personIdOf(8), after: { ...personRecord(8), mergedInto: personIdOf(9) } },
      { table: 'persons', key: personIdOf(9), after: personRecord(9) },
    ]);
    const { persons } = factsOf(merged, A, ON)!;
    expect([personIdOf(0), personIdOf(8), personIdOf(9)].every((id) => persons.has(id))).toBe(true);
  });
});

describe('几条链的留痕合在一起', () => {
  test('两台电脑互不知道地改了同一个人：先合并的在用，另一个列为冲突', async () => {
    const maker = entryMaker(7);
    const was = personRecord(1);
    const first = await maker.make('device-a.1-00000000', [sets(was.id, was)]);
    const ours = await maker.make('device-a.1-00000000', [sets(was.id, { ...was, name: '欧阳娜' })]);
    const theirs = await maker.make('device-b.1-00000000', [sets(was.id, { ...was, name: '欧阳丽' })], {
      parents: [first.hash],
    });
    const { state, conflicts } = stateOfEntries([theirs, first, ours]);
    const person = [...state.records()].find(({ table }) => table === 'persons')!.record;
    expect(conflicts).toHaveLength(1);
    expect(person).toEqual(conflicts[0]!.inForce.value);
    expect(new Set([conflicts[0]!.inForce.value, conflicts[0]!.rivals[0]!.value])).toEqual(
      new Set([
        { ...was, name: '欧阳娜' },
        { ...was, name: '欧阳丽' },
      ]),
    );
  });
});
