import { dateOf, monthOf, yearOf, type Day } from '../basics/day';
import type { Certificate } from '../records/certificate';
import type { Purpose } from '../records/course';
import type { IdKind, Sex } from '../records/person';
import type { Category } from '../records/session';
import type { Outcome } from '../regulation/finding';

/** The words of the forms, one table per kind of value. */
export const SEX: { readonly [sex in Sex]: string } = { male: '男', female: '女' };
export const ID_KIND: { readonly [kind in IdKind]: string } = {
  resident: '居民身份证',
  'foreign-permanent': '外国人永久居留身份证',
  passport: '护照',
  other: '其他证件',
};
/** How a sentence names the number: short, so that it stays on the first line with the name. */
export const ID_NUMBER: { readonly [kind in IdKind]: string } = {
  resident: '身份证号',
  'foreign-permanent': '永久居留身份证号',
  passport: '护照号',
  other: '证件号',
};
export const PURPOSE: { readonly [purpose in Purpose]: string } = { exchange: '换证', annual: '年度继续教育' };
export const CATEGORY: { readonly [category in Category]: string } = {
  public: '公共基础知识',
  professional: '专业岗位知识',
};
export const OUTCOME: { readonly [outcome in Outcome]: string } = {
  met: '符合',
  notMet: '不符合',
  notApplicable: '不适用',
  cannotTell: '无法判定',
};
export const OUTCOME_SIGN: { readonly [outcome in Outcome]: string } = {
  met: '✓',
  notMet: '✕',
  notApplicable: '–',
  cannotTell: '？',
};
/** Titles of the two kinds of certificate, as [37] names them. */
export const CERTIFICATE_TITLE: { readonly [kind in Certificate['kind']]: string } = {
  old: '住房和城乡建设领域专业人员岗位培训考核合格证书',
  electronic: '住房和城乡建设领域施工现场专业人员职业培训合格证',
};

/** 2026年3月16日. */
export const chineseDay = (day: Day): string => `${yearOf(day)}年${monthOf(day)}月${dateOf(day)}日`;

/** 2026年3月16日至3月20日; the year is said twice only where it changes. */
export function chinesePeriod(from: Day, to: Day): string {
  if (from === to) return chineseDay(from);
  return `${chineseDay(from)}至${yearOf(from) === yearOf(to) ? '' : `${yearOf(to)}年`}${monthOf(to)}月${dateOf(to)}日`;
}
