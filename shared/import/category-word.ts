import type { Category } from '../records/session';

const PUBLIC = /^(公共|公共基础|基础|公共必修|公共选修|公需|通用|通用基础|公|public)$/;
const PROFESSIONAL =
  /^(专业|专业岗位|岗位|岗位专业|专业必修|专业选修|专业技能|专业技术|岗位技能|专业岗位技能|专|professional)$/;
/** What may stand behind the word that decides: 公共基础知识课, 专业岗位知识学时, 公共类. */
const KIND = /(?:知识|课程|科目|学时|课|类别|类|模块|部分|内容|理论|学习|教育|培训)$/;
/** 一、 (1) ① A. before the word. */
const ENUMERATION = /^(?:[(]?[一二三四五六七八九十\d]{1,3}[).、:]|\d{1,2}|[a-z][.、:)])/;
const STROKE = /[-/|—–:_、,;]/;

/** 公共基础知识 / 专业岗位知识 in the forms that files use; null for anything else. */
export function readCategory(text: string): Category | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .toLowerCase()
    .replace(ENUMERATION, '')
    .replace(/[([【][^)\]】]*[)\]】]/g, '');
  const whole = categoryOf(plain);
  if (whole) return whole;
  const parts = new Set(plain.split(STROKE).flatMap((part) => categoryOf(part) ?? []));
  return parts.size === 1 ? [...parts][0]! : null;
}

/** The category of one word; endings that decide nothing are left out. */
function categoryOf(word: string): Category | null {
  let plain = word;
  for (;;) {
    if (PUBLIC.test(plain)) return 'public';
    if (PROFESSIONAL.test(plain)) return 'professional';
    const shorter = plain.replace(KIND, '');
    if (shorter === plain) return null;
    plain = shorter;
  }
}

export const categoryWord = (category: Category): string => (category === 'public' ? '公共基础知识' : '专业岗位知识');
