import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../shared/records/ids';
import type { Person } from '../../../shared/records/person';
import {
  idThatCounts,
  mergeDefect,
  personThatCounts,
  samePerson,
  whoCounts,
} from '../../../shared/records/who-counts';
import { course, personId } from '../facts-builder';

const { persons } = course().withPeople(5).facts();
/** Person n merged into person m, for each pair. */
const merged = (...links: readonly (readonly [number, number])[]): ReadonlyMap<PersonId, Person> =>
  links.reduce(
    (all, [from, into]) =>
      new Map(all).set(personId(from), { ...all.get(personId(from))!, mergedInto: personId(into) }),
    persons,
  );

describe('谁算数', () => {
  const chain = merged([1, 2], [2, 3]);

  it('没有合并过的记录自己算数', () => {
    expect(personThatCounts(persons, personId(1))?.id).toBe('P1');
    expect(mergeDefect(persons, personId(1))).toBeNull();
  });

  it('合并多少层都找到最后那条', () => {
    for (const n of [1, 2, 3]) expect(personThatCounts(chain, personId(n))?.id).toBe('P3');
    expect(samePerson(chain, personId(1), personId(3))).toBe(true);
    expect(samePerson(chain, personId(1), personId(4))).toBe(false);
    expect(mergeDefect(chain, personId(1))).toBeNull();
    const long = new Map(Array.from({ length: 200 }, (_, n) => [personId(n), personId(n + 1)]));
    expect(whoCounts((id) => long.get(id), personId(0))).toBe('P200');
  });

  it('没有这条记录：id 代表自己，没有人', () => {
    expect(idThatCounts(chain, personId(9))).toBe('P9');
    expect(personThatCounts(chain, personId(9))).toBeUndefined();
  });

  it('并入的记录不存在：最后一条存在的算数，缺陷说得出在哪', () => {
    const dangling = merged([1, 2], [2, 9]);
    expect(personThatCounts(dangling, personId(1))?.id).toBe('P2');
    expect(samePerson(dangling, personId(1), personId(2))).toBe(true);
    expect(mergeDefect(dangling, personId(1))).toEqual({ kind: 'dangling', at: 'P2', into: 'P9' });
  });

  it('绕成一圈：圈里圈外每条都答同一个人，缺陷说得出在哪', () => {
    const circle = merged([4, 2], [2, 3], [3, 1], [1, 2]);
    for (const n of [1, 2, 3, 4]) expect(idThatCounts(circle, personId(n))).toBe('P1');
    expect(samePerson(circle, personId(4), personId(3))).toBe(true);
    expect(mergeDefect(circle, personId(4))).toEqual({ kind: 'circle', at: 'P1', into: 'P2' });
    expect(personThatCounts(merged([2, 2]), personId(2))?.id).toBe('P2');
  });
});
