import type { Post } from '../records/certificate';

/** The thirteen posts by code. Codes as another province prints them; Hubei's use of them is likely, not confirmed. */
const TITLES: { readonly [code: string]: string } = {
  '101': '土建施工员',
  '102': '装饰装修施工员',
  '103': '设备安装施工员',
  '104': '市政工程施工员',
  '106': '土建质量员',
  '107': '装饰装修质量员',
  '108': '设备安装质量员',
  '109': '市政工程质量员',
  '111': '材料员',
  '112': '机械员',
  '113': '劳务员',
  '114': '资料员',
  '115': '标准员',
};

export const POST_CODES: readonly Post[] = Object.keys(TITLES);

/** [37] 二(一): the seven posts that the notice names. */
export const POST_FAMILIES: readonly Post[] = ['施工员', '质量员', '标准员', '机械员', '材料员', '劳务员', '资料员'];

/** The post's name as forms print it: 土建施工员 for '101'; a family name or an unknown text stands for itself. */
export const postTitle = (post: Post): string => (Object.hasOwn(TITLES, post) ? TITLES[post]! : post);

/** The one of the seven families that a post belongs to (101–104 → 施工员); an unknown text stands for itself. */
export function postFamily(post: Post): Post {
  const title = postTitle(post);
  return POST_FAMILIES.find((family) => title.endsWith(family)) ?? title;
}

/** Whether two posts are the same. 'unclear' when one names the family only and the family has several posts. */
export function comparePosts(a: Post, b: Post): 'same' | 'different' | 'unclear' {
  if (a === b || postTitle(a) === postTitle(b)) return 'same';
  if (postFamily(a) !== postFamily(b)) return 'different';
  return POST_FAMILIES.includes(a) || POST_FAMILIES.includes(b) ? 'unclear' : 'different';
}

const withoutSpaces = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/质检员/, '质量员'],
  [/装修装饰/, '装饰装修'],
  [/^装饰(?!装修)/, '装饰装修'],
  [/^装修/, '装饰装修'],
  [/^市政(?!工程)/, '市政工程'],
  [/^(?:安装|设备)(?!安装)/, '设备安装'],
  [/^土木?建筑?(?:工程)?(?=施工员|质量员)/, '土建'],
  [/^(装饰装修|设备安装)工程(?=施工员|质量员)/, '$1'],
];

/** 施工员(土建), 施工员-土建方向, 土建方向施工员 → 土建施工员. */
function fieldFirst(text: string): string {
  const bracketed = /^[(【〔[](.+?)[)】〕\]](施工员|质量员)$/.exec(text);
  const plain = bracketed ? `${bracketed[1]!}${bracketed[2]!}` : text;
  const match = /^(施工员|质量员)[(【〔[\-—·_/:、]?(.+?)(?:方向|专业|类)?[)】〕\]]?$/.exec(plain);
  const ordered = match ? `${match[2]!}${match[1]!}` : plain;
  return ordered.replace(/(?:方向|专业|类)(?=施工员|质量员)/, '');
}

/**
 * The post that a text of a file means, among the ruleset's posts; alias = it was spelt differently (beyond spaces and
 * full-width forms). null when the text is no post of the ruleset, so also for a family name where it wants the exact post.
 */
export function resolvePost(
  ruleset: { readonly posts: readonly Post[] },
  text: string,
): { post: Post; alias: boolean } | null {
  const plain = withoutSpaces(text);
  const known = (title: string): Post | undefined => ruleset.posts.find((post) => postTitle(post) === title);
  const exact = known(plain);
  if (exact) return { post: exact, alias: false };
  const code = /^\(?(\d{3})(?!\d)|(?<!\d)(\d{3})\)?$/.exec(plain)?.slice(1).find(Boolean);
  const withoutCode = plain.replace(/^\(?\d{3}\)?[.、:-]?|[.、:-]?\(?\d{3}\)?$/, '');
  if (code && ruleset.posts.includes(code) && (withoutCode === '' || withoutCode === postTitle(code)))
    return { post: code, alias: true };
  let respelt = plain.replace(/(?<=员)岗位?$/, '');
  for (const [from, to] of SPELLINGS.slice(0, 2)) respelt = respelt.replace(from, to);
  respelt = fieldFirst(respelt);
  for (const [from, to] of SPELLINGS.slice(2)) respelt = respelt.replace(from, to);
  const alias = known(respelt);
  return alias ? { post: alias, alias: true } : null;
}
