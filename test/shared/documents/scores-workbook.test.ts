import { describe, expect, it } from 'vitest';
import { scoresWorkbook } from '../../../shared/documents/scores-workbook';
import { judgeCourse } from '../../../shared/regulation/evaluate';
import { JUDGED_ON, sampleForm } from './sample-class';
import { rowsOf, sheetOf } from './sheet-rows';

const form = sampleForm(40);

describe('测试成绩表', () => {
  const rows = rowsOf(sheetOf(scoresWorkbook(form), '测试成绩'));
  it('每次一行，补考写明，缺考写明，没有成绩的也在', () => {
    expect(
      rows.filter((row) => row['序号'] === 5).map((row) => [row['次数'], row['成绩'], row['结果'], row['备注']]),
    ).toEqual([
      [1, '缺考', '缺考', null],
      [2, 71.5, '合格', '补考'],
    ]);
    expect(rows.find((row) => row['序号'] === 13)).toMatchObject({ 成绩: 57, 结果: '不合格', 备注: null });
    expect(rows.find((row) => row['序号'] === 11)).toMatchObject({ 成绩: null, 结果: '未录' });
  });
});

describe('测试成绩表的合格线', () => {
  it('列与规定的完全一致；都一样写在表头下面，不一样写在各行备注', () => {
    const sheet = sheetOf(scoresWorkbook(form), '测试成绩');
    expect(sheet.columns.map(({ header }) => header).join(' ')).toBe(
      '序号 姓名 证件号码 岗位 考试日期 次数 成绩 结果 备注',
    );
    expect(sheet.subtitle).toContain('合格线：60 分');
    const [first, second] = form.facts.enrolments;
    const attempts = new Map(form.facts.attempts);
    attempts.set(
      first!.id,
      attempts.get(first!.id)!.map((attempt) => ({ ...attempt, passMark: 70 })),
    );
    const facts = { ...form.facts, attempts };
    const judged = { facts, judgements: judgeCourse(facts, JUDGED_ON) };
    const mixed = sheetOf(scoresWorkbook({ ...form, ...judged }), '测试成绩');
    expect(mixed.subtitle).not.toContain('合格线');
    expect(rowsOf(mixed)[0]!['备注']).toBe('合格线 70 分');
    expect(attempts.get(second!.id)![0]!.passMark).toBe(60);
    expect(rowsOf(mixed)[1]!['备注']).toBe('合格线 60 分');
  });
});
