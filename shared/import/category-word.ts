import type { Category } from '../records/session';

/** 公共基础知识 / 专业岗位知识 in the forms that files use; null for anything else. */
export function readCategory(text: string): Category | null {
  const plain = text.replace(/\s/g, '');
  if (/^(公共(基础)?(知识|课程?|科目|学时|类)?|(公共)?基础知识|基础课|公共必修课?)$/.test(plain)) return 'public';
  return /^(专业(岗位)?(知识|课程?|科目|学时|类)?|岗位(专业)?知识|专业必修课?|专业岗位课程?)$/.test(plain)
    ? 'professional'
    : null;
}

export const categoryWord = (category: Category): string => (category === 'public' ? '公共基础知识' : '专业岗位知识');
