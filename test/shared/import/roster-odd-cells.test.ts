import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { idNumber } from '../facts-builder';
import { readRoster } from '../../../shared/import/read-roster';
import { ANNUAL, codes, NOBODY, sheetOf } from './sample-files';
import { HEAD, line, read, said } from './roster-lines';

const EXCHANGE = {
  ruleset: 'hubei-2020-37-exchange',
  purpose: 'exchange',
  today: day('2020-12-31'),
  known: NOBODY,
} as const;
const ENDS_IN_X = '42050119931110218X';

describe('填“/”“无”“—”就是没有，不是内容', () => {
  it.each(['/', '无', '—', '--', '暂无', 'N/A', '\\'])('%s', (nothing) => {
    const rows = read([
      line({ 证书编号: nothing, 联系电话: nothing, 信用代码: nothing, 工作单位: nothing, 备注: nothing }),
      line({ 身份证号: idNumber(2), 性别: nothing, 证书编号: nothing, 取证方式: nothing, 发证日期: nothing }),
    ]).rows;
    expect(rows.map(({ problems }) => codes(problems))).toEqual([[], ['date-missing']]);
    expect(Object.keys(rows[0]!.entry!.entry)).not.toContain('certificateNumber');
    expect(Object.keys(rows[0]!.entry!.entry)).not.toContain('employer');
  });
});

it('单位名称里看不见的改变书写方向的字符不存下来', () => {
  const row = read([line({ 工作单位: '\u202D武汉某某建设\u2066有限公司\u2069\u202C' })]).rows[0]!;
  expect(codes(row.problems)).toEqual([]);
  expect(row.entry!.entry.employer).toBe('武汉某某建设有限公司');
});

describe('证件号码两头的标点、末位像 X 的符号', () => {
  it.each([
    `“${ENDS_IN_X}”`,
    `${ENDS_IN_X}。`,
    `，${ENDS_IN_X}`,
    ...['×', 'Ｘ', 'χ', 'Х', 'х'].map((x) => ENDS_IN_X.slice(0, 17) + x),
    ENDS_IN_X.replace(/(?<=^.{6}|^.{14})/g, '–'),
  ])('%s', (written) => {
    const row = read([line({ 身份证号: written })]).rows[0]!;
    expect(codes(row.problems)).toEqual(['id-normalised']);
    expect(row.entry!.entry.idNumber).toBe(ENDS_IN_X);
  });

  it('末位是星号的，不知道遮住的是什么', () =>
    expect(said({ 身份证号: `${ENDS_IN_X.slice(0, 17)}*` })).toEqual(['id-length']));
});

describe('证件类型', () => {
  const broken = `${ENDS_IN_X.slice(0, 17)}?`;
  it.each(['二代证', '01', '/', '居民', '身份证'])('“%s”不是另一种证件：号码照样校验', (kind) => {
    expect(said({ 证件类型: kind, 身份证号: broken })).toEqual(['id-length']);
    expect(said({ 证件类型: kind, 身份证号: ENDS_IN_X })).toEqual([]);
  });
  it.each(['护照', 'Passport', '港澳居民来往内地通行证', '台胞证', '军官证', '其他'])('“%s”的号码照原样', (kind) =>
    expect(said({ 证件类型: kind, 身份证号: 'H12345678' })).toEqual([]),
  );
});

describe('有效期的写法', () => {
  const until = (text: string) =>
    readRoster(
      [
        sheetOf([
          ['姓名', '身份证号', '岗位', '发证日期', '网上申请日期', '有效期'],
          ['杨国平', idNumber(1), '施工员', '2018-05-01', '2020-09-10', text],
        ]),
      ],
      EXCHANGE,
    ).rows[0]!;
  it.each([
    '2017.9.1-2021.8.31',
    '2017-09-01至2021-08-31',
    '2017年9月1日～2021年8月31日',
    '至2021-08-31',
    '2021-08-31止',
  ])('%s 到 2021-08-31', (text) => {
    expect(until(text).problems).toEqual([]);
    expect(until(text).entry!.entry.validUntil).toBe('2021-08-31');
  });

  it('长期：没有这样的证书，提醒后照常导入；不是日期的，不能导入', () => {
    expect(until('长期').problems).toMatchObject([{ code: 'value-unreadable', level: 'warning' }]);
    expect(until('长期').entry!.entry.validUntil).toBeUndefined();
    expect(codes(until('三年').problems)).toEqual(['date-unreadable']);
  });
});

describe('没有列在表中的列名', () => {
  const NAMES = ['姓名', '身份证号', '岗位', '证书编号', '发证日期', '取证方式', '联系电话'];
  const ROW = ['杨国平', idNumber(1), '资料员', 'Z-1', '2023-09-28', '新取证', '19900001000'];
  it.each([
    ['姓名', '参加培训人员姓名'],
    ['姓名', '姓名 Name'],
    ['身份证号', '二代身份证号码'],
    ['身份证号', 'ID'],
    ['岗位', '持证岗位名称'],
    ['岗位', '岗位及专业'],
    ['证书编号', '岗位培训证书编号'],
    ['发证日期', '证书颁发时间'],
    ['发证日期', '拿证时间'],
    ['取证方式', '新取证或换证'],
    ['取证方式', '取证途径'],
    ['联系电话', '本人常用手机号'],
  ])('%s 写成“%s”', (heading, other) => {
    const preview = readRoster([sheetOf([NAMES.map((one) => (one === heading ? other : one)), ROW])], ANNUAL);
    expect(preview.problems).toEqual([]);
    expect(preview.rows[0]!.entry!.entry).toMatchObject({
      name: '杨国平',
      post: '114',
      certificateNumber: 'Z-1',
      issuedOn: '2023-09-28',
      origin: 'new',
      phone: '19900001000',
    });
  });

  it('别人的姓名和电话、证件的有效期、说明的句子不算', () => {
    const others = ['紧急联系人姓名', '单位联系电话', '身份证有效期', '请填写与身份证一致的真实姓名', '办公电话号码'];
    const preview = readRoster(
      [
        sheetOf([
          [...NAMES, ...others],
          [...ROW, ...others.map(() => 'x')],
        ]),
      ],
      ANNUAL,
    );
    expect(preview.columns.slice(NAMES.length).map(({ field }) => field)).toEqual(others.map(() => null));
  });
});

describe('表头下面和表尾不是数据的行', () => {
  const WITH_ORDER = ['序号', ...HEAD];
  const last = (cells: readonly (string | number | null)[]) => {
    const preview = readRoster([sheetOf([WITH_ORDER, [1, ...line()], cells])], ANNUAL);
    return preview.rows.slice(1).map(({ state, problems }) => [state, ...codes(problems)]);
  };
  it.each([
    [['合计']],
    [['制表人：李四']],
    [['本页小计', 3]],
    [['人数', 3]],
    [['合　计', null, null, null, null, null, null, null, 3]],
    [['填表人', '李四', null, '审核人', '王五', null, '日期', null, '2026-03-16']],
    [['联系人：李四', null, null, null, '19900001000']],
    [['注', '1.身份证号必须是文本']],
    [['备注', '以上人员均已核实']],
    [['1、姓名必须与身份证一致；']],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
    [['（1）', '（2）', '（3）', '（4）', '（5）', '（6）']],
    [['示例', ...(line() as string[])]],
  ])('%j', (cells) => expect(last(cells)).toEqual([['skipped', 'row-summary']]));

  it.each([[[2]], [['2.', ' ']], [['（2）']]])('只有序号 %j', (cells) =>
    expect(last(cells)).toEqual([['skipped', 'row-empty']]),
  );

  it('姓名叫“计成”的人照常导入', () =>
    expect(
      last([2, ...(line({ 姓名: '计成', 性别: null, 身份证号: idNumber(2), 证书编号: null }) as string[])]),
    ).toEqual([['accepted']]));
});
