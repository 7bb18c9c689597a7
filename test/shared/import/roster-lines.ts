import type { SheetCell } from '../../../shared/basics/sheet';
import { readRoster, type RosterContext, type RosterPreview } from '../../../shared/import/read-roster';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { ANNUAL, codes, sheetOf } from './sample-files';

export const HEAD = [
  '姓名',
  '性别',
  '证件类型',
  '身份证号',
  '联系电话',
  '工作单位',
  '信用代码',
  '岗位',
  '证书编号',
  '发证日期',
  '取证方式',
  '备注',
];
const LINE: readonly (string | number | SheetCell | null)[] = [
  '杨国平',
  '女',
  null,
  '420101199805027608',
  '19900001000',
  '示范公司',
  '914205000000000B22',
  '资料员',
  '0422-1',
  '2023-09-28',
  '新取证',
  null,
];

/** One line with some cells replaced, by heading. */
export const line = (
  values: { [heading: string]: string | number | SheetCell | null } = {},
): (string | number | SheetCell | null)[] =>
  HEAD.map((heading, i) => (heading in values ? values[heading]! : LINE[i]!));
export const read = (
  lines: readonly (readonly (string | number | SheetCell | null)[])[],
  more: Partial<RosterContext> = {},
): RosterPreview => readRoster([sheetOf([HEAD, ...lines])], { ...ANNUAL, ...more });
export const said = (
  values: { [heading: string]: string | number | SheetCell | null },
  more: Partial<RosterContext> = {},
): string[] => codes(read([line(values)], more).rows[0]!.problems);

export const knownFrom = ({ persons, certificates, enrolments }: CourseFacts): RosterContext['known'] => ({
  persons,
  certificates,
  enrolments,
});
