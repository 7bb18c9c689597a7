import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SheetModel } from '../../../shared/basics/workbook';
import { printedPages, sheetPages } from '../../../shared/documents/sheet-pages';

const sheet = (rows: number, more: Partial<SheetModel> = {}): SheetModel => ({
  name: '表',
  title: '测试成绩表',
  subtitle: '培训机构：荆楚建设培训学校（示例）',
  columns: [
    { header: '序号', width: 6, kind: 'number' },
    { header: '姓名', width: 60, kind: 'text' },
    { header: '备注', width: 60, kind: 'wrap' },
  ],
  rows: Array.from({ length: rows }, (_, i) => [i + 1, '王伟', null]),
  foot: ['说明', '填表人：\t审核人：\t培训机构（盖章）：\t年    月    日'],
  frozenColumns: 2,
  ...more,
});

describe('表格的打印页', () => {
  it('每行恰好在一页上，一页放得下，落款的那一页至少有三行', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 120 }),
        fc.integer({ min: 20, max: 160 }),
        (lines, width) => {
          const model = sheet(0, {
            columns: [
              { header: '序号', width: 6, kind: 'number' },
              { header: '说明', width, kind: 'text' },
            ],
            rows: lines.map((n, i) => [i + 1, Array.from({ length: n }, () => '字').join('\n')]),
          });
          const { pages, rows, title, subtitle, header, foot, scale, paper } = sheetPages(model);
          expect(pages[0]!.from).toBe(0);
          expect(pages.at(-1)!.to).toBe(lines.length);
          pages.slice(1).forEach(({ from }, i) => expect(from).toBe(pages[i]!.to));
          const room = (paper.height - paper.top - paper.bottom) / scale;
          pages.forEach(({ from, to }, i) => {
            const height = rows.slice(from, to).reduce((n, one) => n + one, title + subtitle + header);
            const withFoot = i === pages.length - 1 ? foot.reduce((n, one) => n + one.height, height) : height;
            expect(withFoot).toBeLessThanOrEqual(room);
            expect(to).toBeGreaterThan(from);
          });
          const { from, to } = pages.at(-1)!;
          expect(to - from).toBeGreaterThanOrEqual(Math.min(3, lines.length));
        },
      ),
    );
  });
  it('没有一行也是一页；多张表的页数相加', () => {
    expect(sheetPages(sheet(0)).pages).toEqual([{ from: 0, to: 0 }]);
    expect(printedPages([sheet(0), sheet(100)])).toBe(1 + sheetPages(sheet(100)).pages.length);
  });
  it('窄表的分项写得下：折行时这一行变高', () => {
    const narrow = sheet(3, { columns: [{ header: '姓名', width: 30, kind: 'text' }], rows: [['王伟']] });
    expect(sheetPages(narrow).subtitle).toBeGreaterThan(sheetPages(sheet(3)).subtitle);
  });
});
