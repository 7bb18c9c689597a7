import type { IdKind, Sex } from '../records/person';

/** 男 / 女 in the forms that files use; null for anything else. */
export function readSex(text: string): Sex | null {
  if (/^(男性?|m|male)$/i.test(text)) return 'male';
  return /^(女性?|f|female)$/i.test(text) ? 'female' : null;
}

const OTHER_DOCUMENTS =
  /通行证|台胞|回乡|军官|士官|士兵|警官|文职|军人|户口|出生|驾驶|学生|社保|工作证|旅行|其他|其它|other|permit/i;

/**
 * 证件类型. The number of another document is taken as it stands; a text that names none (二代证, 01) says nothing, and the number
 * is checked like an identity card's: undefined.
 */
export function readIdKind(text: string): IdKind | undefined {
  const plain = text.replace(/\s/g, '');
  if (/永久居留/.test(plain)) return 'foreign-permanent';
  if (/身份证|居住证/.test(plain)) return 'resident';
  if (/护照|passport/i.test(plain)) return 'passport';
  return OTHER_DOCUMENTS.test(plain) ? 'other' : undefined;
}

/** 新取证 / 换发; null for anything else. */
export function readOrigin(text: string): 'new' | 'exchanged' | null {
  const plain = text.replace(/\s/g, '');
  if (/^(换发|换证|换取|换领|旧证换发|旧证换证|换发证书|换发新证)$/.test(plain)) return 'exchanged';
  return /^(新取证|新取|新证|新发|新考|首次|首次取证|初次取证|初始取证|考取|新取得|培训取证)$/.test(plain)
    ? 'new'
    : null;
}

const YES =
  /^(是|有|能|可|可以|可查|可查询|能查到|可查到|可查询到|能够查询|能查询|已查到|查到|健康|良好|正常|合格|在职|在岗|仍在岗|√|✓|✔|y|yes|1|true)$/i;
const NO =
  /^(否|无|不|不能|不可|不可查|查不到|未查到|查无|不能查询|无法查询|不可查询|不健康|不合格|离职|不在职|离岗|不在岗|×|✗|x|n|no|0|false)$/i;

/** Yes or no of a declaration; null for anything else. */
export function readYesNo(text: string): 'yes' | 'no' | null {
  const plain = text.replace(/\s/g, '');
  return YES.test(plain) ? 'yes' : NO.test(plain) ? 'no' : null;
}

export const sexWord = (sex: Sex): string => (sex === 'male' ? '男' : '女');
export const originWord = (origin: 'new' | 'exchanged'): string => (origin === 'new' ? '新取证' : '换发');
export const yesNoWord = (answer: 'yes' | 'no'): string => (answer === 'yes' ? '是' : '否');
