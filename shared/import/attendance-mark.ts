import { NUMERAL, numeral } from './chinese-number';
import { PRESENT, type Mark, type MissedMinutes } from '../records/mark';
import { AWAY_KINDS, MARK_KINDS, type MissedEnd } from '../records/mark-kinds';

/** A whole cell that means a mark without minutes: every spelling, then every pattern of the table. */
const WORDS: readonly { readonly mark: Mark; readonly means: (cell: string) => boolean }[] = [
  { mark: PRESENT, means: reader(MARK_KINDS.present.spellings) },
  ...AWAY_KINDS.map((kind) => ({ mark: { kind }, means: reader(MARK_KINDS[kind].spellings) })),
];

function reader(spellings: readonly (string | RegExp)[]): (cell: string) => boolean {
  const words = new Set(spellings.filter((spelling) => typeof spelling === 'string'));
  const patterns = spellings.filter((spelling) => typeof spelling !== 'string');
  return (cell) => words.has(cell) || patterns.some((pattern) => pattern.test(cell));
}

/** The longest first, so that 迟到 is not read as 迟 with something behind it. */
const either = (words: readonly string[]): string => words.toSorted((a, b) => b.length - a.length).join('|');
const LATE = either(MARK_KINDS.late.spellings);
const EARLY = either(MARK_KINDS.early.spellings);

/** Nobody knows: the same as a blank. */
const NOT_RECORDED = new Set(['未登记', '未记录', '无记录', '没有记录', '未录', '待登记']);
/** A tick before the minutes says nothing that they do not: √(迟到5分钟). */
const TICK_BEFORE = new RegExp(`^[√✓✔](?=\\(?(?:${LATE}|${EARLY}))`);
const PART = new RegExp(
  `^(?:(?<late>${LATE})|(?<early>${EARLY}))[(:+~]?(?<minutes>${NUMERAL}|[?？])?(?:分钟|分|min|m|')?\\)?`,
);

/**
 * A mark as attendance sheets write it, from a cell's plain text: √ 到 出勤 1 …, 迟15, 迟到15分钟, 早50, 迟6早6, 缺 旷 × 0 …,
 * 假 请假 …; 迟到 or 早退 alone is attended with unknown minutes. 'unreadable' for anything else; blank is no mark (null).
 */
export function readMark(text: string): Mark | null | 'unreadable' {
  const plain = text.replace(/\s/g, '').toLowerCase();
  if (plain === '' || NOT_RECORDED.has(plain)) return null;
  const word = WORDS.find(({ means }) => means(plain));
  if (word) return word.mark;
  let late: MissedMinutes = 0;
  let early: MissedMinutes = 0;
  let rest = plain.replace(TICK_BEFORE, '').replace(/^\((.*)\)$/, '$1');
  const seen = new Set<MissedEnd>();
  for (let part = PART.exec(rest); part; part = PART.exec(rest)) {
    const { early: isEarly, minutes: written } = part.groups!;
    const end: MissedEnd = isEarly === undefined ? 'late' : 'early';
    const known = written !== undefined && !/[?？]/.test(written);
    const count = known ? numeral(written) : 'unknown';
    if (seen.has(end) || count === null) return 'unreadable';
    seen.add(end);
    if (end === 'late') late = count;
    else early = count;
    rest = rest.slice(part[0].length).replace(/^[、,+/;]/, '');
  }
  return seen.size > 0 && rest === '' ? { kind: 'attended', late, early } : 'unreadable';
}
