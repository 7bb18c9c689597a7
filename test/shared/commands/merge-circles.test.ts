import { describe, expect, it } from 'vitest';
import { correctIdentity } from '../../../shared/commands/correct-identity';
import { mergePersons } from '../../../shared/commands/merge-persons';
import { undoEntry } from '../../../shared/commands/undo-entry';
import { unmergePersons } from '../../../shared/commands/unmerge-persons';
import type { Entry } from '../../../shared/journal/entry';
import { mergeDefect } from '../../../shared/records/who-counts';
import { course, idNumber, personId } from '../facts-builder';
import { memoryStore, type MemoryStore } from '../memory-store';
import { accepted, codes } from './outcome';
import { ctx, undo } from './undoing';

const start = (): MemoryStore => memoryStore(course().withPeople(4).facts());
const asked = (store: MemoryStore, merge: number, keep: number) =>
  mergePersons(
    store.facts(),
    { merge: personId(merge), keep: personId(keep), enrolments: [], courses: new Map(), reason: '同一人' },
    ctx,
  );
const merge = (store: MemoryStore, from: number, into: number): Entry =>
  store.commit(accepted(asked(store, from, into)));
const unmerge = (store: MemoryStore, n: number): Entry =>
  store.commit(accepted(unmergePersons(store.facts(), { personId: personId(n), reason: '查实为两人' }, ctx)));

describe('合并不会绕成圈', () => {
  it('甲并入乙之后，乙不能再并入甲', () => {
    const store = start();
    merge(store, 1, 2);
    expect(codes(asked(store, 2, 1))).toContain('merge-circle');
  });

  it('甲→乙→丙之后，丙不能再并入甲，也不能并入乙', () => {
    const store = start();
    merge(store, 1, 2);
    merge(store, 2, 3);
    expect(codes(asked(store, 3, 1))).toContain('merge-circle');
    expect(codes(asked(store, 3, 2))).toContain('merge-circle');
  });

  it('更正号码不改合并关系', () => {
    const store = start();
    merge(store, 1, 2);
    const correct = (n: number) =>
      correctIdentity(store.facts(), { personId: personId(n), idNumber: idNumber(70), reason: '对照原件' }, ctx);
    expect(codes(correct(1))).toEqual(['person-merged']);
    expect(accepted(correct(2)).changes[0]!.after).not.toHaveProperty('mergedInto');
  });

  it('撤销“取消合并”：乙已经并入甲，不能让甲再并回乙', () => {
    const store = start();
    merge(store, 1, 2);
    const apart = unmerge(store, 1);
    merge(store, 2, 1);
    const result = undo(store, apart);
    expect(codes(result)).toEqual(['undo-merge-circle']);
  });

  it('撤销的撤销也一样', () => {
    const store = start();
    const first = merge(store, 1, 2);
    const back = store.commit(accepted(undo(store, first)));
    merge(store, 2, 1);
    expect(codes(undo(store, back))).toEqual(['undo-merge-circle']);
  });

  it('隔着一条早先的合并也看得出', () => {
    const store = start();
    merge(store, 1, 2);
    merge(store, 2, 3);
    const apart = unmerge(store, 1);
    merge(store, 3, 1);
    expect(codes(undo(store, apart))).toEqual(['undo-merge-circle']);
  });

  it('没有当前的学员记录时，从后来的留痕也看得出', () => {
    const store = start();
    merge(store, 1, 2);
    const apart = unmerge(store, 1);
    const later = [merge(store, 2, 3), merge(store, 3, 1)];
    expect(codes(undoEntry({ entries: [apart], later, enrolments: [] }, {}, ctx))).toEqual(['undo-merge-circle']);
  });

  it('不成圈的照样能撤销，撤销后链条完好', () => {
    const store = start();
    merge(store, 1, 2);
    const apart = unmerge(store, 1);
    merge(store, 2, 3);
    store.commit(accepted(undo(store, apart)));
    expect(mergeDefect(store.facts().persons, personId(1))).toBeNull();
    expect(store.facts().persons.get(personId(1))?.mergedInto).toBe('P2');
  });
});

describe('连续合并之后撤销早先的更改', () => {
  it('报名在甲名下，凭它开出了材料包：合并它的乙那条也不能再改回去', () => {
    const store = start();
    const renamed = store.commit({
      kind: 'person.edit',
      changes: [
        {
          table: 'persons',
          key: personId(2),
          before: store.facts().persons.get(personId(2))!,
          after: { ...store.facts().persons.get(personId(2))!, name: '梁志祥' },
        },
      ],
      warnings: [],
    });
    merge(store, 1, 2);
    store.commit({
      kind: 'package.seal',
      changes: [
        {
          table: 'packages',
          key: 'B1',
          before: null,
          after: { number: 'JC-1', version: 1, courseId: store.facts().course.id, people: ['E1'] } as never,
        },
      ],
      warnings: [],
    });
    expect(codes(undo(store, renamed))).toContain('undo-issued');
  });
});
