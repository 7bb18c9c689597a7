import type { Category } from '../records/session';

const PUBLIC = /^(公共|公共基础|基础|公共必修|公需|通用|通用基础|公)$/;
const PROFESSIONAL = /^(专业|专业岗位|岗位|岗位专业|专业必修|专业技能|专业技术|专)$/;
/** What may stand behind the word that decides: 公共基础知识课, 专业岗位知识学时, 公共类. */
const KIND = /(?:知识|课程|科目|学时|课|类别|类|模块|部分|内容|学习|教育|培训)$/;

/** 公共基础知识 / 专业岗位知识 in the forms that files use; null for anything else. */
export function readCategory(text: string): Category | null {
  let plain = text.replace(/\s/g, '').replace(/[([【][^)\]】]*[)\]】]/g, '');
  for (;;) {
    if (PUBLIC.test(plain)) return 'public';
    if (PROFESSIONAL.test(plain)) return 'professional';
    const shorter = plain.replace(KIND, '');
    if (shorter === plain) return null;
    plain = shorter;
  }
}

export const categoryWord = (category: Category): string => (category === 'public' ? '公共基础知识' : '专业岗位知识');
