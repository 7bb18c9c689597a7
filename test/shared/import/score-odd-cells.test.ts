import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import type { SheetCell } from '../../../shared/basics/sheet';
import { readScores } from '../../../shared/import/read-scores';
import { TAKE_NOTHING } from '../../../shared/import/preview';
import { entriesToImport } from '../../../shared/import/entries-to-import';
import { course, idNumber } from '../facts-builder';
import { codes, sheetOf } from './sample-files';

type Value = string | number | SheetCell | null;
const FACTS = course().withPeople(3).withSessions(6).facts();

describe('成绩表的其他写法', () => {
  const read = (rows: readonly (readonly Value[])[], facts = FACTS) =>
    readScores([sheetOf(rows)], { facts, today: day('2026-03-28') });
  const HEAD = ['姓名', '身份证号', '测试日期', '成绩', '补考日期', '补考成绩'];

  it('补考成绩另列一列：是第二次测试', () => {
    const preview = read([
      HEAD,
      ['杨国平', idNumber(1), '2026-03-20', 50, '2026-03-27', 70],
      ['梁志强', idNumber(2), '2026-03-20', 80, null, null],
    ]);
    expect(preview.counts).toMatchObject({ accepted: 2, refused: 0 });
    expect(entriesToImport(preview, TAKE_NOTHING)).toMatchObject([
      { on: '2026-03-20', number: 1, score: 50 },
      { on: '2026-03-27', number: 2, score: 70 },
      { on: '2026-03-20', number: 1, score: 80 },
    ]);
  });

  it('有补考成绩而没有补考日期、补考成绩读不出来：这一行不能导入', () => {
    const preview = read([
      HEAD,
      ['杨国平', idNumber(1), '2026-03-20', 50, null, 70],
      ['梁志强', idNumber(2), '2026-03-20', 50, '2026-03-27', '合格'],
    ]);
    expect(preview.rows.map(({ problems }) => problems.map(({ code, field }) => [code, field]))).toEqual([
      [['date-unreadable', 'retakeOn']],
      [['score-unreadable', 'retakeScore']],
    ]);
  });

  it('完全相同的两行是重复，不是两次测试；同一天的不同成绩是两次', () => {
    const line = ['杨国平', idNumber(1), '2026-03-20'];
    expect(
      read([HEAD.slice(0, 4), [...line, 50], [...line, 50]]).rows.map(({ problems }) => codes(problems)),
    ).toEqual([[], ['attempt-duplicate']]);
    expect(read([HEAD.slice(0, 4), [...line, 50], [...line, 60]]).rows.map(({ entry }) => entry?.number)).toEqual([
      1, 2,
    ]);
  });

  it.each([
    ['第一次补考', 2],
    ['补考1', 2],
    ['第2次补考', 3],
    ['补考二次', 3],
    ['补测', 2],
    ['初次', 1],
    ['首测', 1],
    ['1.0', 1],
    ['第2次', 2],
  ])('第几次写成“%s”：第 %d 次', (written, number) => {
    const head = ['姓名', '测试日期', '第几次', '成绩'];
    expect(read([head, ['杨国平', '2026-03-20', written, 60]]).rows[0]!.entry?.number).toBe(number);
  });
  it.each(['-1', '补考0', '1.5', '重修'])('第几次写成“%s”读不出来', (written) =>
    expect(
      codes(
        read([
          ['姓名', '测试日期', '第几次', '成绩'],
          ['杨国平', '2026-03-20', written, 60],
        ]).rows[0]!.problems,
      ),
    ).toEqual(['attempt-number-unreadable']),
  );

  it.each([
    ['85（合格）', 85],
    ['85/100', 85],
    ['85.5分（及格）', 85.5],
    ['缺考（病）', 'absent'],
  ])('成绩写成“%s”', (written, score) =>
    expect(read([HEAD, ['杨国平', idNumber(1), '2026-03-20', written, '/', '—']]).rows[0]!.entry).toMatchObject({
      score,
    }),
  );

  it('没有年份的测试日期：结班以后两个月内的也只有一天', () => {
    const on = (text: string) => read([HEAD.slice(0, 4), ['杨国平', idNumber(1), text, 80]]).rows[0]!.entry?.on;
    expect([on('3月20日'), on('3-27'), on('9月1日')]).toEqual(['2026-03-20', '2026-03-27', undefined]);
  });

  it.each(['测验成绩', '机考成绩', '卷面分数', '继续教育测试成绩'])('成绩的列名 %s', (heading) =>
    expect(
      read([
        ['姓名', '笔试时间', heading],
        ['杨国平', '2026-03-20', 80],
      ]).rows[0]!.entry?.score,
    ).toBe(80),
  );

  it('理论、实操、总成绩三列：取总成绩', () => {
    const preview = read([
      ['姓名', '测试日期', '理论成绩', '实操成绩', '总成绩'],
      ['杨国平', '2026-03-20', 50, 60, 55],
    ]);
    expect(preview.rows[0]!.entry!.score).toBe(55);
  });

  it('平均分、合格率、落款、单独的日期不是数据', () => {
    const preview = read([
      HEAD.slice(0, 4),
      ['杨国平', idNumber(1), '2026-03-20', 80],
      ['平均分', null, null, 80],
      ['合格率', '100%', null, null],
      [null, null, null, '2026年3月20日'],
      ['监考人：', null, '阅卷人：', null],
    ]);
    expect(preview.rows.map(({ state }) => state)).toEqual(['accepted', 'skipped', 'skipped', 'skipped', 'skipped']);
  });
});
