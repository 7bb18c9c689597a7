import type { SheetCell } from '../basics/sheet';
import { importProblem } from '../problems/import-problems';
import type { Problem } from '../problems/problem';
import { isBlank, plainText } from './cell-text';
import { normaliseHeading } from './heading-text';

const SUMMARY =
  /^(合计|总计|小计|共计|累计|(?:本页|本班|本表)?(?:总?人数|小计|合计|共\d)|制表|填表|填报|审核|复核|经办|负责人|培训机构|培训单位|单位[(:]|单位负责|监考|阅卷|考勤员|教师签|授课教师|学员签|打印日期|制表日期|填表日期|合格率|及格率|优秀率|出勤率|平均|最高分|最低分|参考人数|应考|实考|应到|实到|缺考人数|午休|午餐|午饭|休息|茶歇|班主任|日期:|备注(?:$|:)|说明|注(?:$|:)|注意|共\d+[人名课页]|第\d+页|(?:公共|专业)\D{0,8}(?:学时|课时|小计|合计)(?:$|:)|[(]盖章[)]|以下空白|以上|.*[(]盖章[)]$)/;

/** Words that no name is and no date: whatever else such a row holds, it is a sum, a signature or an example. */
const NO_DATA =
  /^(?:(?:本页)?(?:合|总|小|共)计|制表人?|填表人?|填报人|审核人?|复核人?|核对人?|校对人?|经办人?|负责人|联系人|监考人?|阅卷人?|示例|样例|范例|填写示例|填表示例|例)(?:[:].*|\d*)$/;
/** A time of the day without a lesson, in whichever column of a timetable. */
const BREAK = /^(?:午休|午餐|午饭|午间休息|休息|课间|课间休息|茶歇|早餐|晚餐|就餐)$/;
/** What a running number looks like. */
const NUMBERED_ROW = /^[(]?\d{1,6}[).、]?$/;
const EXAMPLE = /例/;
const NUMBERED = /^[(]?(\d{1,2})[)]?$/;

/** 1 2 3 4 …, (1) (2) (3) …: the numbers of the columns, as forms print them below their headings. */
const columnNumbers = (texts: readonly string[]): boolean => {
  const numbers = texts.filter((text) => text !== '').map((text) => Number(NUMBERED.exec(text)?.[1] ?? Number.NaN));
  return numbers.length >= 4 && numbers.every((number, i) => number === i + 1);
};

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
  const texts = cells.map(plainText);
  if (texts.every((text, i) => text === '' || (i === order && NUMBERED_ROW.test(text))))
    return importProblem('row-empty');
  const first = texts.find((text, i) => text !== '' && !(i === order && /^\d+$/.test(text))) ?? '';
  const repeated = [...headings].filter(
    ([i, heading]) => heading !== '' && normaliseHeading(cells[i]?.text ?? '') === heading,
  ).length;
  const isSummary = (text: string): boolean => SUMMARY.test(text.replace(/\s/g, ''));
  const summary = isSummary(first) && keys.every((i) => isBlank(cells[i]) || isSummary(plainText(cells[i])));
  const alone = texts.every((text, i) => i === order || text === '');
  const sure =
    NO_DATA.test(first.replace(/\s/g, '')) && (EXAMPLE.test(first) || !texts.some((text) => /\d{14}/.test(text)));
  const isBreak = (text: string): boolean => BREAK.test(text.replace(/\s/g, ''));
  const pause = texts.some(isBreak) && keys.some((i) => isBlank(cells[i]) || isBreak(texts[i]!));
  const dateAlone =
    texts.filter((text) => text !== '').length === 1 && /^\d{4}年\d{1,2}月\d{1,2}日$/.test(first.replace(/\s/g, ''));
  return summary || sure || alone || pause || dateAlone || columnNumbers(texts) || repeated >= 2
    ? importProblem('row-summary', { value: Array.from(first).slice(0, 20).join('') })
    : null;
}
