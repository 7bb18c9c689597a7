import type { CellObstacle } from '../../shared/commands/mark-cells';
import { MARK_KIND_NAMES, MARK_KINDS, type MarkKind } from '../../shared/records/mark-kinds';
import { MARK_WRITINGS } from '../../shared/records/mark-legend';

const BLOCKED = {
  future: '这节课还没有开始，不能登记考勤。',
  'outside-enrolment': '学员当天不在本班（入班前或离班后），这节课不计。',
  'not-invited': '这是补课，只为名单上的学员安排。',
} satisfies Record<CellObstacle, string>;

const MARKS = Object.fromEntries(MARK_KIND_NAMES.map((kind) => [kind, MARK_KINDS[kind].word])) as {
  readonly [K in MarkKind]: string;
};

const LAST_WITH_MINUTES = MARK_KIND_NAMES.findLast((kind) => MARK_KINDS[kind].missed !== null);
/** The keys of the kinds; behind the last one with minutes, how the same cell gets both. */
const MARK_SHORTCUTS = MARK_KIND_NAMES.flatMap((kind): readonly (readonly [string, string])[] => {
  const { key, word, missed } = MARK_KINDS[kind];
  if (missed === null) return [[key, word]];
  const line = [key, `${word}，接着输入分钟`] as const;
  return kind === LAST_WITH_MINUTES ? [line, ['+', `同一格再输入${MARKS.early}（${MARKS.late}）分钟`]] : [line];
});

/** Sentences of the attendance register. */
export const ATTENDANCE_TEXT = {
  gridLabel: '考勤登记表：行是学员，列是课次',
  shortcutGroup: '考勤登记',
  person: '学员',
  public: '公共',
  professional: '专业',
  total: '合计',
  sumTitles: ['公共', '专业', '合计'] as const,
  categoryShort: { public: '公', professional: '专' } as const,
  categoryLong: { public: '公共基础知识', professional: '专业岗位知识' } as const,
  makeUpShort: '补',
  marks: { clear: '清除' },
  minutes: (minutes: number): string => `${minutes} 分钟`,
  typeMinutes: '输入分钟…',
  unknownMinutes: '分钟不明',
  fillDown: '向下填充',
  barLabel: '登记所选的格',
  oneCell: (name: string, session: number): string => `${name}，第 ${session} 课`,
  manyCells: (cells: number, people: number, sessions: number): string =>
    `已选 ${cells} 格（${people} 人 × ${sessions} 课）`,
  keys: '方向键移动　Shift 选择　Ctrl+D 向下填充　Ctrl+Z 撤销　F1 全部按键',
  minutesHint: '输入分钟，回车登记；按 + 再输入另一种的分钟；Esc 放弃',
  shortcuts: [
    ...MARK_SHORTCUTS,
    ['Delete', '清除'],
    ['A', '本课未登记的学员全部出勤'],
    ['T', '到今天的课'],
    ['Ctrl+D', '向下填充'],
    ['Ctrl+C', '复制所选的格'],
    ['Ctrl+V', '从 Excel 粘贴'],
    ['Ctrl+Z', '撤销'],
    ['Ctrl+Y', '重做'],
    ['Ctrl+A', '全选'],
    ['Shift+F10', '所选格的菜单'],
  ] as const,
  lateEntry: '补录：登记日期晚于上课日期',
  recorded: (session: number, done: number, of: number): string => `第 ${session} 课 已登记 ${done}/${of}`,
  notOpen: (session: number): string => `第 ${session} 课 还没有开始`,
  lateCount: (late: number): string => `补录 ${late}`,
  allPresent: '本课全部出勤',
  allPresentTitle: (session: number): string => `第 ${session} 课：未登记的学员全部登记为出勤`,
  allPresentBody: (count: number): string =>
    `将为 ${count} 名尚未登记的学员登记出勤，已登记的不变。可用 Ctrl+Z 撤销。`,
  allPresentDone: '本课没有未登记的学员。',
  confirm: '登记',
  undo: '撤销',
  redo: '重做',
  reasons: ['登记时看错', '补交请假条', '核对签到表后更正'] as const,
  reasonTitle: '改动以前的考勤',
  sessionHead: (
    number: number,
    category: string,
    periods: number,
    time: string,
    title: string,
    teacher: string,
    room: string,
    running: boolean,
  ): string =>
    [
      `第 ${number} 课${running ? '（正在上课）' : ''}`,
      `${category} ${periods} 学时`,
      time,
      title,
      teacher && `授课：${teacher}`,
      room && `教室：${room}`,
      '单击选整列，双击全部出勤',
    ]
      .filter(Boolean)
      .join('\n'),
  headLabel: (number: number, date: string, weekday: string, category: string, running: boolean): string =>
    `第 ${number} 课，${date} ${weekday}，${category}${running ? '，正在上课' : ''}`,
  blocked: BLOCKED,
  left: { left: (day: string): string => `${day}退出`, transferred: (day: string): string => `${day}转班` } as const,
  leftShort: { left: '退', transferred: '转' } as const,
  verdict: { met: '学时已够', open: '学时未满，还可以达到', lost: '学时已达不到要求' } as const,
  verdictSign: { met: '', open: '', lost: '✕' } as const,
  sumLabel: (name: string, title: string, periods: number, verdict: string): string =>
    `${name}，${title} ${periods} 学时${verdict && `，${verdict}`}`,
  emptyNoSessions: '还没有课程表',
  emptyNoSessionsNext: '先安排课次，再登记考勤。',
  emptyNoPeople: '还没有学员',
  emptyNoPeopleNext: '先导入名册，再登记考勤。',
  goTimetable: '去安排课程表',
  goRoster: '去导入名册',
  pasted: (cells: number, leftOut: number): string =>
    `已粘贴 ${cells} 格${leftOut > 0 ? `，另有 ${leftOut} 格超出表格或不能登记，没有粘贴` : ''}`,
  markedSome: (cells: number, leftOut: number): string =>
    `已登记 ${cells} 格，另有 ${leftOut} 格不能登记（还没开始、不在班或不在补课名单）`,
  pasteNothing: '剪贴板中没有可以登记的格。',
  pasteUnreadable: (
    cells: readonly { readonly text: string; readonly name: string; readonly session: number | null }[],
    all: number,
  ): string =>
    `整块没有粘贴，有 ${all} 格看不懂：${cells
      .map(({ text, name, session }) => {
        const points = Array.from(text);
        const short = points.length > 12 ? `${points.slice(0, 12).join('')}…` : text;
        const place = [name, session !== null && `第 ${session} 课`].filter(Boolean).join('，');
        return `“${short}”${place && `（${place}）`}`;
      })
      .join('、')}${all > cells.length ? ' 等' : ''}。`,
  pasteWritings: `怎么办：在 Excel 中改成 ${MARK_WRITINGS.join('、')} 之一，再复制粘贴。空格不改动原有的登记。`,
  cellLabel: (name: string, session: number, text: string, late: boolean, blocked: CellObstacle | null): string =>
    [name, `第 ${session} 课`, text || (blocked ? BLOCKED[blocked] : '未登记'), late && '补录']
      .filter(Boolean)
      .join('，'),
  import: '导入考勤表',
  today: '今天的课',
  find: '查找学员（Ctrl+F）',
  findLabel: '按姓名、拼音首字母或证件号末几位查找',
  found: (at: number, of: number): string => `${at}/${of}`,
  foundNone: '没有这位学员',
} as const;
