import { NUMERAL, numeral } from './chinese-number';
import { PRESENT, type Mark, type MissedMinutes } from '../records/mark';

const ATTENDED = new Set([
  '√',
  '✓',
  '✔',
  '☑',
  '到',
  '出',
  '出勤',
  '已到',
  '到课',
  '正常',
  '签到',
  '已签到',
  '1',
  'v',
  '在',
  '是',
  '全勤',
  '实到',
  '已出勤',
  'y',
  'true',
  '对',
  '勾',
  '已签',
  '✅',
  '√√',
  '到场',
  '到位',
  '已到课',
  '参加',
  '已参加',
  '全程',
  '按时',
  '准时',
]);
const ABSENT = new Set([
  '缺',
  '旷',
  '×',
  'x',
  '✗',
  '✘',
  '✕',
  '╳',
  '☒',
  '缺勤',
  '旷课',
  '缺课',
  '未到',
  '未签到',
  '0',
  '否',
  '旷工',
  '缺席',
  '未出勤',
  '没到',
  'n',
  'false',
  'χ',
  '❌',
  'ㄨ',
  '乂',
  '没来',
  '未参加',
  '未上课',
  '逃课',
  '无故缺席',
  '无故缺勤',
]);
/** Nobody knows: the same as a blank. */
const NOT_RECORDED = new Set(['未登记', '未记录', '无记录', '没有记录', '未录', '待登记']);
/** Any kind of leave, also with its kind in brackets: 病假, 请事假, 请假(病). */
const LEAVE =
  /^(?:已?请)?(?:病|事|公|婚|丧|产|陪产|护理|育儿|探亲|工伤|年|年休|休)?假(?:\d天|\([^()]{1,6}\))?$|^(?:请|事|病|公出|公差|出差|调休)$/;
/** A tick before the minutes says nothing that they do not: √(迟到5分钟). */
const TICK_BEFORE = /^[√✓✔](?=\(?[迟晚早])/;
const PART = new RegExp(`^(迟到?|晚到?|早[退走离]?)[(:+~]?(${NUMERAL}|[?？])?(分钟|分|min|m|')?\\)?`);
const BOTH_UNKNOWN = /^(迟到?)[、,+/]?(早退?)$/;

/**
 * A mark as attendance sheets write it, from a cell's plain text: √ 到 出勤 1 …, 迟15, 迟到15分钟, 早50, 迟6早6, 缺 旷 × 0 …,
 * 假 请假 …; 迟到 or 早退 alone is attended with unknown minutes. 'unreadable' for anything else; blank is no mark (null).
 */
export function readMark(text: string): Mark | null | 'unreadable' {
  const plain = text.replace(/\s/g, '').toLowerCase();
  if (plain === '' || NOT_RECORDED.has(plain)) return null;
  if (ATTENDED.has(plain)) return PRESENT;
  if (ABSENT.has(plain)) return { kind: 'absent' };
  if (LEAVE.test(plain)) return { kind: 'leave' };
  if (BOTH_UNKNOWN.test(plain)) return { kind: 'attended', late: 'unknown', early: 'unknown' };
  let late: MissedMinutes = 0;
  let early: MissedMinutes = 0;
  let rest = plain.replace(TICK_BEFORE, '').replace(/^\((.*)\)$/, '$1');
  const seen = new Set<string>();
  for (let part = PART.exec(rest); part; part = PART.exec(rest)) {
    const end = part[1]!.startsWith('早') ? 'early' : 'late';
    if (seen.has(end) || (part[2] !== undefined && !/[?？]/.test(part[2]) && numeral(part[2]) === null))
      return 'unreadable';
    seen.add(end);
    const minutes: MissedMinutes = part[2] === undefined || /[?？]/.test(part[2]) ? 'unknown' : numeral(part[2])!;
    if (end === 'late') late = minutes;
    else early = minutes;
    rest = rest.slice(part[0].length).replace(/^[、,+/;]/, '');
  }
  return seen.size > 0 && rest === '' ? { kind: 'attended', late, early } : 'unreadable';
}
