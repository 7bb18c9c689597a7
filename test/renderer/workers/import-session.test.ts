import { describe, expect, it } from 'vitest';
import { ImportSession } from '../../../renderer/workers/import-session';
import type { FileView, ImportSetup } from '../../../renderer/workers/import-view';
import { instant } from '../../../shared/basics/instant';
import { importRoster } from '../../../shared/commands/import-roster';
import { sampleBytes } from '../../sample-bytes';
import { accepted } from '../../shared/commands/outcome';
import { context, course, idNumber } from '../../shared/facts-builder';
import { memoryStore } from '../../shared/memory-store';
import { ANNUAL, codes, expected } from '../../shared/import/sample-files';

const ROSTER: ImportSetup = { task: { kind: 'roster', context: ANNUAL }, mappings: [] };

function opened(setup = ROSTER, name = '学员名册.xlsx'): { session: ImportSession; view: FileView } {
  const session = new ImportSession();
  const read = session.readFile(sampleBytes(`annual-2026-03/${name}`), name);
  if (!read.ok) throw new Error(read.error.code);
  return { session, view: session.preview(setup, {}) };
}
const rowOf = (view: { readonly rows: FileView['rows'] }, row: number) => view.rows.find((one) => one.row === row)!;

describe('读入示例名册', () => {
  it('每一行的去向与约定的答案一致：可导入 49，不能导入 7，跳过 2', () => {
    const { view } = opened();
    expect(view.counts).toMatchObject({ accepted: 49, refused: 7, skipped: 2 });
    for (const row of expected('annual-2026-03').rows) {
      const found = rowOf(view, row.excelRow);
      expect([row.excelRow, found.state === 'accepted']).toEqual([row.excelRow, row.accepted === true]);
      expect(found.brings).toBe(row.accepted ? 'always' : 'nothing');
    }
  });

  it('改正末位校验码后立刻可以导入，只有这一行变了', () => {
    const { session, view } = opened();
    const column = view.columns.find(({ field }) => field === 'idNumber')!.index;
    const wrong = rowOf(view, 18).cells[column]!;
    const right = Array.from('0123456789X')
      .map((last) => wrong.slice(0, 17) + last)
      .find((number) => session.edit([{ row: 18, column, text: number }]).counts.refused === 6)!;
    session.edit([{ row: 18, column, text: wrong }]);
    const edit = session.edit([{ row: 18, column, text: right }]);
    expect(edit.counts).toMatchObject({ accepted: 50, refused: 6 });
    expect(edit.rows.map(({ row, state, brings, edited }) => ({ row, state, brings, edited }))).toEqual([
      { row: 18, state: 'accepted', brings: 'always', edited: [column] },
    ]);
    expect(session.entries('roster', { take: [] })).toHaveLength(50);
  });

  it('预览等着的时候有人已在别处登记：重新核对，改过的单元格和列对应都还在', () => {
    const { session, view } = opened();
    const column = view.columns.find(({ field }) => field === 'employer')!.index;
    session.edit([{ row: 4, column, text: '荆楚新单位有限公司' }]);
    const facts = course().facts();
    const store = memoryStore(facts);
    const rows = session.entries('roster', { take: [] });
    store.commit(accepted(importRoster(facts, { rows, people: facts, source: '名册' }, context('2026-03-10'))));
    const { persons, certificates, enrolments } = store.facts();
    const again = session.refresh({
      kind: 'roster',
      context: { ...ANNUAL, known: { persons, certificates, enrolments } },
    });
    expect(rowOf(again, 4)).toMatchObject({ unchanged: true, edited: [column], brings: 'nothing' });
    expect(rowOf(again, 4).cells[column]).toBe('荆楚新单位有限公司');
    expect(again.counts.refused).toBe(7);
  });

  it('重复的一行改成别人后，两行都只按自己判断', () => {
    const { session, view } = opened();
    const column = view.columns.find(({ field }) => field === 'idNumber')!.index;
    const edit = session.edit([{ row: 4, column, text: idNumber(7) }]);
    expect(edit.rows.map(({ row }) => row)).toEqual([4, 30]);
    expect(codes(rowOf(edit, 30).problems)).not.toContain('duplicate-in-file');
  });

  it('不能导入的行写成工作簿，读回来仍是这几行', () => {
    const { session } = opened();
    const model = session.refused({ created: instant(0), author: '示例' });
    expect(model.sheets[0]!.rows.map((row) => row[1])).toEqual([
      '赵数值',
      '钱校验',
      '孙生日',
      '杨国平',
      '李安全',
      '周日期',
      null,
    ]);
  });
});

it('名册的条目不能当作课程表的条目拿走', () => {
  const { session } = opened();
  expect(() => session.entries('timetable', { take: [] })).toThrow('roster');
});

describe('列对应', () => {
  it('改成不导入一列再改回来，改过的单元格还在', () => {
    const { session, view } = opened();
    const phone = view.columns.find(({ field }) => field === 'phone')!;
    session.edit([{ row: 13, column: phone.index, text: '19900000001' }]);
    const without = session.choose({ choice: { phone: '' } });
    expect(without.columns.find(({ index }) => index === phone.index)!.field).toBeNull();
    const again = session.choose({ choice: { phone: phone.key } });
    expect(rowOf(again, 13)).toMatchObject({ edited: [phone.index], problems: [] });
    expect(again.columns.find(({ index }) => index === phone.index)).toMatchObject({
      field: 'phone',
      guessed: false,
    });
  });

  it('同样列名的文件按记住的对应读取', () => {
    const { layout } = opened().view;
    const mappings = [{ id: `roster/${layout}`, kind: 'roster', fields: { note: '' } }];
    const { view } = opened({ ...ROSTER, mappings });
    expect(view.remembered).toBe(true);
    expect(view.columns.some(({ field }) => field === 'note')).toBe(false);
    expect(opened().view.remembered).toBe(false);
  });
});

it('粘贴有列名和没有列名的内容都能读', () => {
  const session = new ImportSession();
  const withHead = session.previewPaste(ROSTER, `姓名\t身份证号\t岗位\n王伟\t${idNumber(7)}\t土建施工员\n`);
  expect(withHead.rows.map(({ row, name }) => [row, name])).toEqual([[2, '王伟']]);
  const bare = session.previewPaste(ROSTER, `王伟\t${idNumber(7)}\t土建施工员\n`);
  expect(bare.blocked).toBe(false);
  expect(bare.rows.map(({ name }) => name)).toEqual(['王伟']);
});

it('再导入同一文件：每行都已登记；改过的文件：默认保留，逐行采用才写', () => {
  const facts = course().facts();
  const { session } = opened();
  const rows = session.entries('roster', { take: [] });
  const store = memoryStore(facts);
  store.commit(
    accepted(importRoster(facts, { rows, people: facts, source: '学员名册.xlsx' }, context('2026-03-10'))),
  );
  const after = store.facts();
  const known = { persons: after.persons, certificates: after.certificates, enrolments: after.enrolments };
  const again = opened({ task: { kind: 'roster', context: { ...ANNUAL, known } }, mappings: [] });
  expect(again.view.counts).toMatchObject({ accepted: 49, unchanged: 49 });
  expect(again.view.rows.every(({ brings }) => brings === 'nothing')).toBe(true);

  const column = again.view.columns.find(({ field }) => field === 'employer')!.index;
  const edit = again.session.edit([{ row: 4, column, text: '新单位有限公司' }]);
  expect(edit.rows).toMatchObject([
    { row: 4, brings: 'when-taken', changes: [{ field: 'employer', to: '新单位有限公司' }] },
  ]);
  expect(again.session.entries('roster', { take: [] })).toEqual([]);
  expect(again.session.entries('roster', { take: [4] })).toMatchObject([{ take: ['employer'] }]);
});
