import { expect, it } from 'vitest';
import { orderRoster } from '../../../shared/commands/order-roster';
import { context, course, enrolmentId } from '../facts-builder';
import { accepted, codes } from './outcome';

const facts = course().withPeople(3).facts();
const ctx = context('2026-03-18');
const order = (...people: readonly number[]) => orderRoster(facts, { enrolmentIds: people.map(enrolmentId) }, ctx);

it('按给出的次序重排序号，只写变动的学员', () => {
  const { kind, changes } = accepted(order(2, 1, 3));
  expect(kind).toBe('roster.order');
  expect(changes.map(({ key, after }) => [key, (after as { order: number }).order])).toEqual([
    ['E1', 2],
    ['E2', 1],
  ]);
});

it('考勤按登记序保存，重排不动它', () => {
  for (const { before, after } of accepted(order(3, 2, 1)).changes)
    expect({ ...(after as object), order: 0 }).toEqual({ ...(before as object), order: 0 });
});

it('次序没有变就不写', () => expect(codes(order(1, 2, 3))).toEqual(['nothing-changed']));

it.each([
  ['少一人', [1, 2]],
  ['多一人', [1, 2, 3, 4]],
  ['一人两次', [1, 1, 2]],
])('%s不接受', (_, people) => expect(codes(order(...people))).toEqual(['enrolment-unknown']));
