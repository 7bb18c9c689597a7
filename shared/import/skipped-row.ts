import type { SheetCell } from '../basics/sheet';
import { importProblem } from '../problems/import-problems';
import type { Problem } from '../problems/problem';
import { isBlank, plainText } from './cell-text';
import { normaliseHeading } from './heading-text';

const SUMMARY =
  /^(合计|总计|小计|共计|累计|制表|填表|填报|审核|复核|经办|负责人|培训机构|培训单位|单位[(:]|单位负责|监考|阅卷|考勤员|教师签|授课教师|学员签|打印日期|制表日期|填表日期|合格率|及格率|优秀率|出勤率|平均|最高分|最低分|参考人数|应考|实考|应到|实到|缺考人数|午休|午餐|午饭|休息|茶歇|班主任|日期:|备注:|说明|注:|注意|共\d+[人名课页]|第\d+页|[(]盖章[)]|以下空白|以上|.*[(]盖章[)]$)/;

/**
 * What is said of a row that is no data: only blanks or a running number, a sum, a signature line, the header once more.
 * null for a row that is to be read.
 */
export function skippedRow(
  cells: readonly (SheetCell | null)[],
  order: number | undefined,
  keys: readonly number[],
  headings: ReadonlyMap<number, string>,
): Problem | null {
  if (cells.every((cell, i) => i === order || isBlank(cell))) return importProblem('row-empty');
  const texts = cells.map(plainText);
  const first = texts.find((text, i) => text !== '' && !(i === order && /^\d+$/.test(text))) ?? '';
  const repeated = [...headings].filter(
    ([i, heading]) => heading !== '' && normaliseHeading(cells[i]?.text ?? '') === heading,
  ).length;
  const isSummary = (text: string): boolean => SUMMARY.test(text.replace(/\s/g, ''));
  const summary = isSummary(first) && keys.every((i) => isBlank(cells[i]) || isSummary(plainText(cells[i])));
  const dateAlone =
    texts.filter((text) => text !== '').length === 1 && /^\d{4}年\d{1,2}月\d{1,2}日$/.test(first.replace(/\s/g, ''));
  return summary || dateAlone || repeated >= 2
    ? importProblem('row-summary', { value: Array.from(first).slice(0, 20).join('') })
    : null;
}
