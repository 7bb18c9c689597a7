/** Which end of a session was missed. */
export type MissedEnd = 'late' | 'early';

/**
 * What a kind of mark gives. stayed = the planned periods less the minutes missed at either end (a kind without minutes
 * missed none); none = recorded, and nothing.
 */
export type MarkCredit = 'stayed' | 'none';

interface KindOfMark {
  /** What buttons, menus and legends call it. */
  readonly word: string;
  /** What register, sheets and previews print; the minutes of a kind that has some follow it. */
  readonly sign: string;
  /** The key of the register: one digit. */
  readonly key: string;
  readonly credit: MarkCredit;
  /** How it stands in an attendance column. 0 = nothing recorded; a number is never given to another kind. */
  readonly column: number;
}

/** Was in the room: stored as attended, with the minutes missed. */
type Attending = KindOfMark & { readonly stored: 'attended' } & (
    | { readonly missed: null; readonly spellings: readonly string[] }
    /** Its spellings stand before the minutes, or alone: then nobody knows how many. */
    | { readonly missed: MissedEnd; readonly spellings: readonly string[] }
  );

/** Was not in the room: stored under its own name, without minutes. */
type Away = KindOfMark & {
  readonly stored: string;
  readonly missed: null;
  /** Cells that mean it, small letters without blanks; a pattern is for the whole cell. */
  readonly spellings: readonly (string | RegExp)[];
};

/**
 * 考勤: the kinds of mark, in the order of buttons, keys and legends. Everything that knows kinds of mark follows from
 * these rows: the stored mark, the attendance column, credit, keys and menu of the register, what imports read and what
 * sheets print. How a new one comes in: docs/decisions/0182-kinds-of-mark.md.
 */
export const MARK_KINDS = {
  present: {
    word: '出勤',
    sign: '√',
    key: '1',
    stored: 'attended',
    missed: null,
    credit: 'stayed',
    column: 1,
    spellings: [
      '√',
      '✓',
      '✔',
      '☑',
      '✅',
      '√√',
      '勾',
      '对',
      '是',
      'y',
      'v',
      'true',
      '1',
      '到',
      '出',
      '在',
      '出勤',
      '已出勤',
      '全勤',
      '实到',
      '已到',
      '到课',
      '已到课',
      '到场',
      '到位',
      '正常',
      '签到',
      '已签到',
      '已签',
      '参加',
      '已参加',
      '全程',
      '按时',
      '准时',
    ],
  },
  late: {
    word: '迟到',
    sign: '迟',
    key: '2',
    stored: 'attended',
    missed: 'late',
    credit: 'stayed',
    column: 1,
    spellings: ['迟到', '迟', '晚到', '晚'],
  },
  early: {
    word: '早退',
    sign: '早',
    key: '3',
    stored: 'attended',
    missed: 'early',
    credit: 'stayed',
    column: 1,
    spellings: ['早退', '早走', '早离', '早'],
  },
  absent: {
    word: '缺勤',
    sign: '缺',
    key: '4',
    stored: 'absent',
    missed: null,
    credit: 'none',
    column: 2,
    spellings: [
      '缺',
      '旷',
      '×',
      'x',
      '✗',
      '✘',
      '✕',
      '╳',
      '☒',
      '❌',
      'χ',
      'ㄨ',
      '乂',
      '否',
      'n',
      'false',
      '0',
      '缺勤',
      '缺课',
      '缺席',
      '旷课',
      '旷工',
      '逃课',
      '无故缺席',
      '无故缺勤',
      '未到',
      '没到',
      '没来',
      '未签到',
      '未出勤',
      '未参加',
      '未上课',
    ],
  },
  leave: {
    word: '请假',
    sign: '假',
    key: '5',
    stored: 'leave',
    missed: null,
    credit: 'none',
    column: 3,
    // Any kind of leave, also with its kind in brackets: 病假, 请事假, 请假(病).
    spellings: [
      /^(?:已?请)?(?:病|事|公|婚|丧|产|陪产|护理|育儿|探亲|工伤|年|年休|休)?假(?:\d天|\([^()]{1,6}\))?$/,
      '请',
      '事',
      '病',
      '公出',
      '公差',
      '出差',
      '调休',
    ],
  },
} as const satisfies { readonly [kind: string]: Attending | Away };

type Table = typeof MARK_KINDS;
export type MarkKind = keyof Table;

/** The kinds that are stored under their own name: nobody was in the room. */
export type AwayKind = { [K in MarkKind]: Table[K]['stored'] extends K ? K : never }[MarkKind];

/** What a stored mark may say: the kinds of being away, or attended with minutes. */
export type StoredKind = AwayKind | 'attended';

/** In the order of the table. */
export const MARK_KIND_NAMES = Object.keys(MARK_KINDS) as readonly MarkKind[];

export const isAway = (kind: MarkKind | StoredKind): kind is AwayKind =>
  kind !== 'attended' && MARK_KINDS[kind].stored === kind;

/** The kinds of being away, in the order of the table. */
export const AWAY_KINDS: readonly AwayKind[] = MARK_KIND_NAMES.filter(isAway);

/** The row of what is stored; for attended that of 出勤, whose credit and column all kinds of being there have. */
export const rowOfStored = (stored: StoredKind): Table[AwayKind | 'present'] =>
  MARK_KINDS[stored === 'attended' ? 'present' : stored];
