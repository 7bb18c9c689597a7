import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { readRoster } from '../../../shared/import/read-roster';
import { problemText } from '../../../shared/problems/catalogue';
import { line, read, said } from './roster-lines';
import { ANNUAL, codes, expected, sampleSheets, sheetOf } from './sample-files';

describe('样例名册', () => {
  it('每一行的问题、接受与否与 expected.json 相同', () => {
    const preview = readRoster(sampleSheets('annual-2026-03/学员名册.xlsx'), ANNUAL);
    expect(preview.problems).toEqual([]);
    const rows = preview.rows.map(({ row, name, problems, state }) => ({
      excelRow: row,
      name,
      problems: problems.map(({ code, level }) => ({ code, level })),
      accepted: state === 'accepted',
      ...(state === 'skipped' && { skipped: true }),
    }));
    expect(rows).toEqual(expected('annual-2026-03').rows);
    expect(preview.counts).toEqual({ accepted: 49, refused: 7, skipped: 2, unchanged: 0, changing: 0 });
  });

  it('旧版 xls 和 GBK 的 csv 给出相同的人，没有任何问题', () => {
    const clean = readRoster(sampleSheets('annual-2026-03/学员名册.xlsx'), ANNUAL).rows.flatMap(
      ({ entry }) => entry?.entry ?? [],
    );
    const byNumber = new Map(clean.map((entry) => [entry.idNumber, entry]));
    for (const [name, count] of [
      ['学员名册-旧版.xls', 48],
      ['学员名册-GBK.csv', 45],
    ] as const) {
      const preview = readRoster(sampleSheets(`annual-2026-03/${name}`), ANNUAL);
      expect(preview.counts).toMatchObject({ accepted: count, refused: 0, skipped: 0 });
      for (const { entry, problems } of preview.rows) {
        expect(problems).toEqual([]);
        const same = byNumber.get(entry!.entry.idNumber)!;
        const { postSpelling: _a, ...values } = entry!.entry;
        const { postSpelling: _b, ...right } = same;
        const corrected = ['邓丹', '赵思远'].includes(values.name) ? { ...right, phone: values.phone } : right;
        expect(values).toEqual(corrected);
      }
    }
  });
});

describe('一行自己的检查', () => {
  it('没有问题的一行：各项归整后的值', () => {
    const [row] = read([line()]).rows;
    expect(row).toMatchObject({ row: 2, state: 'accepted', problems: [] });
    expect(row!.entry!.entry).toEqual({
      name: '杨国平',
      idKind: 'resident',
      idNumber: '420101199805027608',
      sex: 'female',
      birthDate: '1998-05-02',
      phone: '19900001000',
      employer: '示范公司',
      employerCreditCode: '914205000000000B22',
      post: '114',
      postSpelling: '资料员',
      certificateNumber: '0422-1',
      issuedOn: '2023-09-28',
      origin: 'new',
    });
  });

  it('问题的顺序：岗位、证件号码、姓名、性别、电话、信用代码、日期', () => {
    expect(
      said({
        岗位: '市政施工员',
        身份证号: ' 420101199805027608',
        姓名: '杨 国平',
        性别: '男',
        联系电话: '1990000',
        信用代码: 'X',
        发证日期: '2020-13-01',
      }),
    ).toEqual([
      'post-alias',
      'id-normalised',
      'name-normalised',
      'sex-mismatch',
      'phone-invalid',
      'credit-code-invalid',
      'date-unreadable',
    ]);
  });

  it('被 Excel 破坏的号码：数字格、科学计数的文字', () => {
    expect(said({ 身份证号: 420101198503120000 })).toEqual(['id-precision-lost']);
    expect(
      said({ 身份证号: { text: '4.20E+17', kind: 'number', number: 4.2010119850312e17, format: 'General' } }),
    ).toEqual(['id-precision-lost']);
    expect(said({ 身份证号: '4.20101E+17' })).toEqual(['id-precision-lost']);
  });

  it('15 位号码中间有空格：换算和归整都说', () => {
    expect(said({ 身份证号: '420101 860606 333', 性别: '男' }).toSorted()).toEqual(['id-15-digits', 'id-normalised']);
  });

  it('姓名一格是 TRUE：不是姓名；单位、证书编号一格是 #N/A：不读入，写明', () => {
    expect(said({ 姓名: { text: 'TRUE', kind: 'boolean' } })).toEqual(['name-invalid']);
    const row = read([line({ 工作单位: { text: '#N/A', kind: 'error' } })]).rows[0]!;
    expect(codes(row.problems)).toContain('value-unreadable');
    expect(row.entry!.entry.employer).toBeUndefined();
  });

  it('15 位号码以数字存放不会丢位，照常换算', () => {
    const row = read([line({ 身份证号: 420101860606333, 性别: '男' })]).rows[0]!;
    expect(codes(row.problems)).toEqual(['id-15-digits']);
    expect(row.entry!.entry.idNumber).toMatch(/^42010119860606333/);
  });

  it('没有证件号码、位数不对、校验不符、生日不存在', () => {
    expect(said({ 身份证号: null })).toEqual(['id-length']);
    expect(said({ 身份证号: '4201011998050276' })).toEqual(['id-length']);
    expect(said({ 身份证号: '420101199805027609' })).toEqual(['id-checksum']);
    expect(said({ 身份证号: '420101199813027608' })).toEqual(['id-birth-date']);
  });

  it('问题中引用的号码和电话都已遮盖', () => {
    const row = read([line({ 身份证号: '420101199805027609', 联系电话: '199000010000' })]).rows[0]!;
    expect(JSON.stringify(row.problems)).not.toMatch(/420101199805027609|199000010000/);
  });

  it('护照不按身份证检查；出生日期和性别取自各自的列', () => {
    const row = read([line({ 证件类型: '护照', 身份证号: 'E12345678', 性别: '女' })]).rows[0]!;
    expect(row.entry!.entry).toMatchObject({ idKind: 'passport', idNumber: 'E12345678', sex: 'female' });
    expect(row.problems).toEqual([]);
    expect(said({ 证件类型: '港澳台居民居住证', 身份证号: '810000197208071370', 性别: '男' })).toEqual([]);
  });

  it('没有发证日期是提醒；整列都没有时只说一次', () => {
    expect(said({ 发证日期: null })).toEqual(['date-missing']);
    const preview = readRoster(
      [
        sheetOf([
          ['姓名', '身份证号', '岗位'],
          ['杨国平', '420101199805027608', '资料员'],
        ]),
      ],
      ANNUAL,
    );
    expect(codes(preview.problems)).toEqual(['date-missing']);
    expect(preview).toMatchObject({ blocked: false, counts: { accepted: 1 } });
    expect(preview.rows[0]!.problems).toEqual([]);
  });

  it('换证班还要网上申请日期；岗位可以只写大类', () => {
    const exchange = {
      ...ANNUAL,
      ruleset: 'hubei-2020-37-exchange',
      purpose: 'exchange' as const,
      today: day('2020-10-16'),
    };
    const preview = readRoster(
      [
        sheetOf([
          ['姓名', '身份证号', '岗位', '发证日期', '网上申请日期', '有效期至', '是否健康', '在职'],
          ['杨国平', '420101199805027608', '资料员', '2018-01-02', null, '2021/1/1', '良好', '否'],
        ]),
      ],
      exchange,
    );
    expect(codes(preview.rows[0]!.problems)).toEqual(['date-missing']);
    expect(preview.rows[0]!.entry!.entry).toMatchObject({ validUntil: '2021-01-01', healthy: 'yes', employed: 'no' });
  });

  it('今天以后发的证、有效期早于发证日期', () => {
    expect(said({ 发证日期: '2026-03-21' })).toEqual(['date-unreadable']);
    const preview = readRoster(
      [
        sheetOf([
          ['姓名', '身份证号', '岗位', '发证日期', '有效期至'],
          ['杨国平', '420101199805027608', '资料员', '2023-09-28', '2023-09-27'],
        ]),
      ],
      ANNUAL,
    );
    expect(codes(preview.rows[0]!.problems)).toEqual(['date-unreadable']);
    expect(preview.rows.map(({ problems }) => problemText(problems[0]!).sentence)).toEqual([
      '有效期至“2023-09-27”早于发证日期 2023-09-28。',
    ]);
  });

  it('性别、取证方式、是否项写得看不懂：提醒并且不读入，不影响导入', () => {
    const row = read([line({ 性别: '不详', 取证方式: '其他' })]).rows[0]!;
    expect(row).toMatchObject({
      state: 'accepted',
      problems: [
        { code: 'value-unreadable', field: 'sex' },
        { code: 'value-unreadable', field: 'origin' },
      ],
    });
    expect(row.entry!.entry.origin).toBeUndefined();
  });

  it('姓名中的代码、改变方向的字符被拒绝，公式样的单位名只是文字', () => {
    expect(said({ 姓名: '<script>' })).toEqual(['name-invalid']);
    expect(said({ 姓名: '李\u202E四' })).toEqual(['name-invalid']);
    expect(read([line({ 工作单位: '=cmd|calc' })]).rows[0]!.entry!.entry.employer).toBe('=cmd|calc');
  });

  it('合计、落款、重复的表头、只有序号的行跳过', () => {
    const preview = readRoster(
      [
        sheetOf([
          ['序号', '姓名', '身份证号', '岗位', '发证日期'],
          [1, '杨国平', '420101199805027608', '资料员', '2023-09-28'],
          [2],
          [null, ' \u3000'],
          ['序号', '姓名', '身份证号', '岗位', '发证日期'],
          ['合 计', '1人'],
          ['制表人：张三', null, null, '审核人：李四'],
        ]),
      ],
      ANNUAL,
    );
    expect(preview.rows.map(({ row, state, problems }) => [row, state, ...codes(problems)])).toEqual([
      [2, 'accepted'],
      [3, 'skipped', 'row-empty'],
      [4, 'skipped', 'row-empty'],
      [5, 'skipped', 'row-summary'],
      [6, 'skipped', 'row-summary'],
      [7, 'skipped', 'row-summary'],
    ]);
  });
});
