import { describe, expect, it } from 'vitest';
import { readRoster } from '../../../shared/import/read-roster';
import { sheetOfPaste } from '../../../shared/import/sheet-of-paste';
import { idNumber } from '../facts-builder';
import { ANNUAL } from './sample-files';

const texts = (text: string, headings = false) =>
  sheetOfPaste(text, { headings }).rows.map(({ cells }) => cells.map((cell) => cell?.text ?? ''));

describe('从 Excel 复制后粘贴的内容', () => {
  it('制表符分列、换行分行，末尾的换行不算一行', () => {
    expect(texts('姓名\t岗位\r\n王伟\t资料员\r\n')).toEqual([
      ['姓名', '岗位'],
      ['王伟', '资料员'],
    ]);
  });

  it('带换行的单元格有引号，双写的引号还原', () => {
    expect(texts('"王\n伟"\t"他说""好"""\t"5寸\n')).toEqual([['王\n伟', '他说"好"', '"5寸']]);
  });

  it('空单元格保留位置，行号与复制的块一致', () => {
    const { rows } = sheetOfPaste('王伟\t\t资料员\n\n李静\t\t\n', { headings: false });
    expect(rows.map(({ row, cells }) => [row, cells.length])).toEqual([
      [1, 3],
      [3, 3],
    ]);
  });

  it('没有列名的一块：按内容补上列名，直接读成名册', () => {
    const pasted = `王伟\t${idNumber(7)}\t土建施工员\n李静\t${idNumber(8)}\t资料员\n`;
    expect(texts(pasted, true)[0]).toEqual(['姓名', '证件号码', '岗位名称']);
    const preview = readRoster([sheetOfPaste(pasted, { headings: true })], ANNUAL);
    expect(preview.blocked).toBe(false);
    expect(preview.rows.map(({ name }) => name)).toEqual(['王伟', '李静']);
  });

  it('看不出是什么的列不乱猜', () => {
    expect(texts('甲乙丙丁戊己庚辛壬癸子丑\t3\nA\t4\n', true)[0]).toEqual(['第1列', '第2列']);
  });
});
