import { describe, expect, it } from 'vitest';
import { verificationWorkbook } from '../../../shared/documents/verification-workbook';
import { explain } from '../../../shared/regulation/explain';
import { sampleForm } from './sample-class';
import { rowsOf, sheetOf } from './sheet-rows';

const form = sampleForm(40);

describe('学时核验表', () => {
  it('没有一人时，各项仍是列，写明无', () => {
    const sheet = sheetOf(verificationWorkbook({ ...form, judgements: [] }), '一览');
    expect(sheet.columns.map(({ header }) => header)).toEqual(
      sheetOf(verificationWorkbook(form), '一览').columns.map(({ header }) => header),
    );
    expect(sheet.rows).toHaveLength(1);
  });
  const model = verificationWorkbook(form);
  it('一览与每条结论一一对应', () => {
    const sheet = sheetOf(model, '一览');
    const titles = form.judgements[0]!.findings.map((finding) => explain(finding).title);
    expect(sheet.columns.slice(7, -1).map(({ header }) => header)).toEqual(titles);
    const signs = { met: '✓', notMet: '✕', notApplicable: '–', cannotTell: '？' } as const;
    form.judgements.forEach(({ findings, hours }, i) => {
      expect(sheet.rows[i]!.slice(4, 7)).toEqual([hours.public, hours.professional, hours.total]);
      expect(sheet.rows[i]!.slice(7, -1)).toEqual(
        findings.map(({ outcome, severity }) => `${signs[outcome]}${severity === 'warning' ? '!' : ''}`),
      );
    });
    const left = form.facts.enrolments.findIndex(({ status }) => status.kind !== 'active');
    const conclusions = sheet.rows.map((row) => row.at(-1));
    expect(conclusions[left]).toBe('不在本班');
    for (const word of ['有提醒', '不能上报']) expect(conclusions).toContain(word);
    const mayGo = form.judgements.filter(({ submittable }, i) => submittable && i !== left).length;
    expect(conclusions.filter((word) => word === '可以上报' || word === '有提醒')).toHaveLength(mayGo);
  });
  it('明细是界面上同样的句子，数值带要求，没有记录的不写成 0', () => {
    const sheet = sheetOf(model, '明细');
    const all = form.judgements.flatMap(({ findings }) => findings);
    expect(sheet.rows).toHaveLength(all.length);
    all.forEach((finding, i) => {
      const { title, verdict, clause, repair } = explain(finding);
      expect([sheet.rows[i]![3], sheet.rows[i]![6], sheet.rows[i]![7], sheet.rows[i]![8]]).toEqual([
        title,
        clause,
        verdict,
        repair,
      ]);
    });
    const short = rowsOf(sheet).find((row) => row['序号'] === 7 && row['结论'] === '不符合');
    expect(short?.['数值（实际／要求）']).toContain('30 学时／不少于 32 学时');
  });
});
