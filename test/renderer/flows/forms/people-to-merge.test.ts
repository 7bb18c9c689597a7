import { describe, expect, it } from 'vitest';
import { peopleToMerge } from '../../../../renderer/flows/forms/people-to-merge';
import type { PersonBrief } from '../../../../renderer/data/people-directory';
import { idNumber, personId } from '../../../shared/facts-builder';

const person = (n: number, name: string): PersonBrief => ({
  id: personId(n),
  name,
  initials: '',
  idKind: 'resident',
  idNumber: idNumber(n),
});
const everybody = [person(1, '李艳'), person(2, '王示范'), person(3, '李艳'), person(4, '赵静')];
const ids = (found: readonly PersonBrief[]): readonly string[] => found.map(({ id }) => id);

describe('可能是同一人的记录', () => {
  it('号码不同也能选；同名的在前，自己不在其中', () => {
    expect(ids(peopleToMerge(everybody[0]!, everybody, false, undefined))).toEqual(['P3', 'P2', 'P4']);
  });

  it('已知是谁的排在前面；查找时按查到的顺序', () => {
    expect(ids(peopleToMerge(everybody[0]!, everybody, false, personId(4)))).toEqual(['P3', 'P4', 'P2']);
    expect(ids(peopleToMerge(everybody[0]!, [everybody[1]!, everybody[0]!], true, undefined))).toEqual(['P2']);
  });

  it('很多人时只列出一部分', () => {
    const many = Array.from({ length: 300 }, (_, i) => person(i + 10, '某某'));
    expect(peopleToMerge(everybody[0]!, many, false, undefined)).toHaveLength(50);
  });
});
