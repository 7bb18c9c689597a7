import { describe, expect, it } from 'vitest';
import { notSubmittedWorkbook } from '../../../shared/documents/not-submitted-workbook';
import { explain } from '../../../shared/regulation/explain';
import { sampleForm } from './sample-class';
import { rowsOf, sheetOf } from './sheet-rows';

const form = sampleForm(40);

describe('不予上报名单', () => {
  const model = notSubmittedWorkbook({
    ...form,
    confirmedWarnings: [{ enrolmentId: 'enrolment-0000' as never, rule: 'two-year-total', by: '李审核' }],
  });
  it('不能上报的每个人都在，原因和条款都写出来；能上报的都不在', () => {
    const rows = rowsOf(sheetOf(model, '不予上报名单'));
    const out = form.judgements.filter(
      ({ submittable, enrolmentId }) => !submittable || enrolmentId === 'enrolment-0011',
    );
    expect(new Set(rows.map((row) => row['序号'])).size).toBe(out.length);
    const errors = out.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error'));
    expect(rows.length).toBe(errors.length + 1);
    expect(errors.length).toBeGreaterThan(out.length);
    for (const finding of errors) {
      const { title, verdict, clause, repair } = explain(finding);
      expect(rows).toContainEqual(
        expect.objectContaining({ 原因: `${title}：${verdict}`, 依据条款: clause, 怎样补救: repair }),
      );
    }
    expect(rows.every((row) => String(row['原因']).length > 4 && String(row['依据条款']).length > 0)).toBe(true);
    expect(rows.find((row) => String(row['原因']).includes('已退出'))).toMatchObject({ 姓名: '刘国平' });
    expect(rows.find((row) => String(row['原因']).includes('已退出'))!['原因']).toContain('工地调动');
  });
  it('带提醒上报的人逐条列出，确认人写名字，没有确认的写明', () => {
    const rows = rowsOf(sheetOf(model, '提醒确认名单'));
    const warnings = form.judgements
      .filter(({ submittable, enrolmentId }) => submittable && enrolmentId !== 'enrolment-0011')
      .flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'warning'));
    expect(rows.length).toBe(warnings.length);
    expect(rows[0]).toMatchObject({ 姓名: '欧阳𬱖', 确认人: '李审核' });
    expect(rows[1]).toMatchObject({ 确认人: '未确认' });
  });
});
