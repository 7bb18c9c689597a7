import { expect, it } from 'vitest';
import { tableOf, type TableColumn } from '../../../shared/basics/table';

interface Pupil {
  readonly name: string;
  readonly score: number | null;
}

const COLUMNS: readonly TableColumn<Pupil>[] = [
  { header: '序号', width: 5, kind: 'number', of: (_, place) => place + 1 },
  { header: '姓名', width: 12, kind: 'centre', of: ({ name }) => name },
  { header: '成绩', width: 9, kind: 'number', of: ({ score }) => score, isWrong: ({ score }) => (score ?? 0) < 60 },
];

it('每格是它那一列说的，换了列的次序也跟着走；标出的是说自己不对的格', () => {
  const people: readonly Pupil[] = [
    { name: '王伟', score: 71 },
    { name: '李㛃', score: null },
  ];
  const table = tableOf(COLUMNS, people);
  expect(table.rows).toEqual([
    [1, '王伟', 71],
    [2, '李㛃', null],
  ]);
  expect(table.flagged).toEqual([{ row: 1, column: 2 }]);
  const turned = tableOf([...COLUMNS].reverse(), people);
  expect(turned.columns.map(({ header }) => header)).toEqual(['成绩', '姓名', '序号']);
  expect(turned.rows[1]).toEqual([null, '李㛃', 2]);
  expect(turned.flagged).toEqual([{ row: 1, column: 0 }]);
});

it('得到的是纯数据，可以交给工作线程', () => {
  const table = tableOf(COLUMNS, [{ name: '王伟', score: 71 }]);
  expect(structuredClone(table)).toEqual(table);
  expect(table.columns[1]).toEqual({ header: '姓名', width: 12, kind: 'centre' });
});
