import { describe, expect, it } from 'vitest';
import { importRoster } from '../../../shared/commands/import-roster';
import { TAKE_NOTHING } from '../../../shared/import/preview';
import { recheck } from '../../../shared/import/recheck';
import { entriesToImport } from '../../../shared/import/entries-to-import';
import { memoryStore } from '../memory-store';
import { context, course, idNumber } from '../facts-builder';
import { HEAD, knownFrom, line, read } from './roster-lines';
import { codes } from './sample-files';

describe('行与行之间', () => {
  it('同一号码同一岗位：第二行不能导入；只在可接受的行之间比较', () => {
    const preview = read([line({ 岗位: '安全员' }), line(), line()]);
    expect(preview.rows.map(({ state, problems }) => [state, ...codes(problems)])).toEqual([
      ['refused', 'post-unknown'],
      ['accepted'],
      ['refused', 'duplicate-in-file'],
    ]);
    expect(preview.rows[2]!.problems[0]!.values).toEqual({ row: 3 });
  });

  it('编辑后重新比较：改正第一行的岗位，第二行就成了重复；再改第一行的号码，又都可以', () => {
    const first = read([line({ 岗位: '安全员' }), line()]);
    const post = HEAD.indexOf('岗位');
    const second = recheck(first, { cells: [{ row: 2, column: post, text: '资料员' }] });
    expect(second.rows.map(({ state }) => state)).toEqual(['accepted', 'refused']);
    const third = recheck(second, {
      cells: [{ row: 2, column: HEAD.indexOf('身份证号'), text: '42050119931110218X' }],
    });
    expect(third.rows.map(({ state }) => state)).toEqual(['accepted', 'accepted']);
    expect(third.rows[0]).toMatchObject({ edited: [HEAD.indexOf('身份证号'), post] });
    expect(first.rows[0]!.state).toBe('refused');
  });

  it('同一人的另一岗位是说明', () => {
    const preview = read([line(), line({ 岗位: '材料员', 证书编号: '0422-2' })]);
    expect(preview.rows.map(({ state, problems }) => [state, ...codes(problems)])).toEqual([
      ['accepted'],
      ['accepted', 'same-person-other-post'],
    ]);
  });

  it('号码相同而姓名不同：两行都提醒，指出对方；改成同名就不再提醒', () => {
    const preview = read([line(), line({ 姓名: '林秋菊', 岗位: '材料员', 证书编号: '0422-2' })]);
    expect(preview.rows.map(({ state, problems }) => [state, ...codes(problems)])).toEqual([
      ['accepted', 'same-number-other-name'],
      ['accepted', 'same-person-other-post', 'same-number-other-name'],
    ]);
    expect(preview.rows[0]!.problems[0]!.values?.['others']).toEqual(['第 3 行林秋菊']);
    const name = preview.rows[0]!.entry!.entry.name;
    const same = recheck(preview, { cells: [{ row: 3, column: HEAD.indexOf('姓名'), text: name }] });
    expect(same.rows.flatMap(({ problems }) => codes(problems))).toEqual(['same-person-other-post']);
  });

  it('证书编号重复：两行都提醒，并各自指出另一行', () => {
    const preview = read([line(), line({ 身份证号: '42050119931110218X' })]);
    expect(
      preview.rows.map(({ problems }) => problems.map(({ code, values }) => [code, values?.['others']])),
    ).toEqual([[['certificate-number-duplicate', ['第 3 行']]], [['certificate-number-duplicate', ['第 2 行']]]]);
  });

  it('改列对应保留已编辑的单元格', () => {
    const edited = recheck(read([line({ 岗位: '安全员' })]), {
      cells: [{ row: 2, column: HEAD.indexOf('岗位'), text: '机械员' }],
    });
    const again = recheck(edited, { choice: { note: '' } });
    expect(again.rows[0]).toMatchObject({ state: 'accepted', edited: [HEAD.indexOf('岗位')] });
    expect(again.rows[0]!.entry!.entry.postSpelling).toBe('机械员');
  });
});

describe('与已登记的内容比较', () => {
  const lines = [
    line(),
    line({ 姓名: '林秋菊', 身份证号: '42050119931110218X', 岗位: '设备安装施工员', 证书编号: null }),
  ];
  const store = memoryStore(course().facts());
  const first = read(lines, { known: knownFrom(store.facts()) });
  const result = importRoster(
    store.facts(),
    { rows: entriesToImport(first, TAKE_NOTHING), people: store.facts(), source: '名册.xlsx' },
    context(),
  );
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  store.commit(result.value);
  const known = knownFrom(store.facts());

  it('同一文件再导入一次：全部是已登记，没有一条要写', () => {
    const again = read(lines, { known });
    expect(again.rows.map(({ state, unchanged, problems }) => [state, unchanged, ...codes(problems)])).toEqual([
      ['accepted', true, 'already-enrolled'],
      ['accepted', true, 'already-enrolled'],
    ]);
    expect(entriesToImport(again, { take: 'all' })).toEqual([]);
  });

  it('行的顺序不同也一样', () => {
    expect(entriesToImport(read([...lines].reverse(), { known }), { take: 'all' })).toEqual([]);
  });

  it('改过的文件：逐项显示旧值和新值，默认保留旧值，说了才改', () => {
    const changed = read([line({ 联系电话: '19900001999', 工作单位: null, 发证日期: '2023-09-29' }), lines[1]!], {
      known,
    });
    const [row] = changed.rows;
    expect(row).toMatchObject({
      state: 'accepted',
      unchanged: false,
      problems: [{ code: 'would-change', level: 'warning' }],
    });
    expect(row!.changes).toEqual([
      { field: 'phone', label: '手机号', from: '19900001000', to: '19900001999' },
      { field: 'issuedOn', label: '发证日期', from: '2023-09-28', to: '2023-09-29' },
    ]);
    expect(entriesToImport(changed, TAKE_NOTHING)).toEqual([]);
    expect(entriesToImport(changed, { take: [99] })).toEqual([]);
    expect(entriesToImport(changed, { take: [2] })).toMatchObject([
      { take: ['phone', 'issuedOn'], person: row!.entry!.known.person!.id },
    ]);
    expect(entriesToImport(changed, { take: 'all', leaveOut: [2] })).toEqual([]);
  });

  it('证书编号更正、岗位更正都认作同一本证书；两行不会认作同一本', () => {
    const number = read([line({ 证书编号: '0422-9' })], { known });
    expect(number.rows[0]!.changes).toMatchObject([{ field: 'certificateNumber', from: '0422-1', to: '0422-9' }]);
    const post = read([line({ 岗位: '材料员' })], { known });
    expect(post.rows[0]!.changes).toMatchObject([{ field: 'post', from: '资料员', to: '材料员' }]);
    const both = read([line({ 岗位: '材料员' }), line()], { known });
    expect(both.rows.map(({ unchanged, entry }) => [unchanged, entry?.known.certificate === null])).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  it('空白不会清除已登记的内容', () => {
    const blank = read([line({ 联系电话: null, 工作单位: null, 信用代码: null, 备注: ' ' })], { known });
    expect(blank.rows[0]).toMatchObject({ unchanged: true, changes: [] });
  });

  it('别的班登记过的人：报名是新的，他的资料不同之处默认保留', () => {
    const elsewhere = read([line({ 联系电话: '19900001999' })], { known: { ...known, enrolments: [] } });
    expect(elsewhere.rows[0]!.changes.map(({ field }) => field)).toEqual(['phone']);
    expect(entriesToImport(elsewhere, TAKE_NOTHING)).toMatchObject([
      { take: [], enrolment: null, person: elsewhere.rows[0]!.entry!.known.person!.id },
    ]);
  });

  it('证书编号已属于别人', () => {
    const other = read([line({ 姓名: '李㛃', 身份证号: idNumber(7), 性别: '男' })], { known });
    expect(other.rows[0]!.problems).toMatchObject([
      { code: 'certificate-number-duplicate', values: { others: ['已登记的杨国平'] } },
    ]);
  });
});

describe('很大的名册', () => {
  it('编辑 10,000 行中的一格，只重读这一行', () => {
    const many = Array.from({ length: 10_000 }, (_, i) =>
      line({
        身份证号: idNumber(i % 500, String(19600101 + Math.floor(i / 500) * 10_000)),
        证书编号: `X${i}`,
        性别: null,
      }),
    );
    const preview = read(many);
    expect(preview.counts.accepted).toBe(10_000);
    const again = recheck(preview, { cells: [{ row: 5000, column: HEAD.indexOf('岗位'), text: '安全员' }] });
    expect(again.counts).toMatchObject({ accepted: 9999, refused: 1 });
    expect(again.rows.filter(({ reading }, i) => reading !== preview.rows[i]!.reading).map(({ row }) => row)).toEqual(
      [5000],
    );
  });
});
