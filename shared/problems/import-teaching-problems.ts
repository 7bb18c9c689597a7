import { assertNever } from '../basics/assert-never';
import type { Day } from '../basics/day';
import type { ProblemText } from './problem';
import { say } from './say';

/** Which two things clash. Without a reference to a column: two rows of a timetable. */
export type Clash =
  | { readonly why: 'date-and-number'; readonly column: string; readonly number: number; readonly date: Day }
  | { readonly why: 'several-on-day'; readonly column: string; readonly numbers: readonly number[] }
  | { readonly why: 'two-columns'; readonly column: string; readonly other: string; readonly number: number }
  | { readonly why: 'same-number'; readonly number: number; readonly row: number }
  | { readonly why: 'overlap'; readonly date: Day; readonly time: string; readonly other: string };

const clash = (v: Clash): string => {
  switch (v.why) {
    case 'date-and-number':
      return `表头“${say(v.column)}”中的日期和课次对不上：课程表中第 ${say(v.number)} 课在 ${say(v.date)}。这一列没有读入。`;
    case 'several-on-day':
      return `表头“${say(v.column)}”只写了日期，当天有第 ${say(v.numbers)} 课，不知道是哪一课。这一列没有读入。`;
    case 'two-columns':
      return `“${say(v.column)}”和“${say(v.other)}”两列都是第 ${say(v.number)} 课。后一列没有读入。`;
    case 'same-number':
      return `第 ${say(v.number)} 课已经在第 ${say(v.row)} 行出现，同一课次只能有一行。`;
    case 'overlap':
      return `${say(v.date)} ${say(v.time)} 与${say(v.other)}的时间重叠，同一批学员不能同时上两门课。`;
    default:
      return assertNever(v);
  }
};

type Ambiguous =
  | { readonly why: 'number-and-name'; readonly owner: string; readonly name: string }
  | { readonly why: 'several-posts'; readonly name: string; readonly posts: readonly string[] }
  | { readonly why: 'twice'; readonly name: string; readonly row: number }
  | { readonly why: 'same-name'; readonly count: number; readonly name: string };

const ambiguous = (v: Ambiguous): string => {
  switch (v.why) {
    case 'number-and-name':
      return `证件号码是${say(v.owner)}的，姓名写的却是“${say(v.name)}”，不知道说的是谁。`;
    case 'several-posts':
      return `${say(v.name)}在本班有 ${say(v.posts)} 几个岗位，这一行没有写明是哪一个。`;
    case 'twice':
      return `${say(v.name)}已经在第 ${say(v.row)} 行出现，同一人同一岗位只能有一行。`;
    case 'same-name':
      return `名册中有 ${say(v.count)} 位“${say(v.name)}”，没有可用的证件号码，不知道是哪一位。`;
    default:
      return assertNever(v);
  }
};

/** What can be said of a row of a timetable, an attendance sheet or a score sheet. */
export const TEACHING_SHEET_PROBLEMS = {
  'person-not-in-roster': {
    level: 'error',
    title: '名册中没有此人',
    sentence: (v: { name: string; value: string }) => `${say(v.name)}（${say(v.value)}）不在本班名册中。`,
    next: '核对号码和姓名；确实参加了的，先把他加入名册，再导入这个文件。',
  },
  'person-ambiguous': {
    level: 'error',
    title: '不能确定是谁',
    sentence: ambiguous,
    next: '补全或改正证件号码、姓名或岗位。',
  },
  'session-unknown': {
    level: 'error',
    title: '课程表中没有这一课',
    sentence: (v: { column: string }) => `表头“${say(v.column)}”对不上课程表中的任何一课，这一列没有读入。`,
    next: '先导入或补全课程表，或在“列对应”中为这一列指定课次。',
  },
  'session-clash': {
    level: 'error',
    title: '课次互相冲突',
    sentence: clash,
    next: '核对日期、课次和时间后改正；考勤表的列也可以在“列对应”中指定课次。',
  },
  'mark-unreadable': {
    level: 'error',
    title: '考勤符号读不懂',
    sentence: (v: { number: number; value: string }) =>
      `第 ${say(v.number)} 课写的是“${say(v.value)}”，看不懂是到课还是缺课。`,
    next: '可以写：√ 出勤、迟15、早50、迟6早6、缺、假；没有记录的留空。',
  },
  'minutes-over': {
    level: 'warning',
    title: '分钟数超过整节课',
    sentence: (v: { number: number; value: string; minutes: number }) =>
      `第 ${say(v.number)} 课写的是“${say(v.value)}”，超过整节课的 ${say(v.minutes)} 分钟，按整节课没有上计，得 0 学时。`,
    next: '对照原始考勤核对；写错了的，改正这一格。',
  },
  'minutes-missing': {
    level: 'warning',
    title: '没有写迟到或早退的分钟数',
    sentence: (v: { numbers: readonly number[] }) =>
      `第 ${say(v.numbers)} 课只写了迟到或早退，没有分钟数，这一课的学时暂时算不出来。`,
    next: '补上分钟数，例如“迟15”；也可以先导入，以后在考勤中补。',
  },
  'score-unreadable': {
    level: 'error',
    title: '成绩读不出来',
    sentence: (v: { value: string }) =>
      v.value === '' ? '成绩是空的；没有参加测试的应写“缺考”。' : `成绩“${say(v.value)}”既不是分数，也不是“缺考”。`,
    next: '填写 0 至 100 的分数（可以有 .5），或写“缺考”。',
  },
  'score-range': {
    level: 'error',
    title: '成绩超出范围',
    sentence: (v: { value: string }) => `成绩 ${say(v.value)} 不在 0 至 100 之间，或不是整分、半分。`,
    next: '核对后改正；满分不是 100 分的，先折算成百分制。',
  },
  'attempt-duplicate': {
    level: 'error',
    title: '同一次测试有两个成绩',
    sentence: (v: { name: string; number: number; row: number }) =>
      `${say(v.name)}的第 ${say(v.number)} 次测试已经在第 ${say(v.row)} 行出现。`,
    next: '补考应写“第几次”为 2、3……；重复的行删去一行。',
  },
  'attempt-number-unreadable': {
    level: 'error',
    title: '测试次数读不出来',
    sentence: (v: { value: string }) => `“第几次”一列写的是“${say(v.value)}”，应为 1、2、3……`,
    next: '改成数字；首次测试为 1，第一次补考为 2。',
  },
  'number-twice': {
    level: 'error',
    title: '号码重复',
    sentence: (v: { row: number }) => `这个证件号码已经在第 ${say(v.row)} 行出现。`,
    next: '两行说的是同一人的，删去一行；不是的，改正号码。',
  },
  'category-unknown': {
    level: 'error',
    title: '课程类别不明',
    sentence: (v: { value: string }) =>
      `类别“${say(v.value)}”既不是公共基础知识，也不是专业岗位知识，不知道学时算在哪一类。`,
    next: '改为“公共基础知识”或“专业岗位知识”。',
  },
  'time-unreadable': {
    level: 'error',
    title: '时间读不出来',
    sentence: (v: { label: string; value: string }) => `${say(v.label)}“${say(v.value)}”不是一个时刻。`,
    next: '改成 08:30 这样的写法；一列中写 08:30-10:00 也可以。',
  },
  'time-order': {
    level: 'error',
    title: '结束不晚于开始',
    sentence: (v: { start: string; end: string }) =>
      `这一课从 ${say(v.start)} 到 ${say(v.end)}，结束时间应晚于开始时间。`,
    next: '核对上午、下午和两个时间后改正。',
  },
  'periods-unreadable': {
    level: 'error',
    title: '学时数读不出来',
    sentence: (v: { value: string }) => `学时“${say(v.value)}”不是 1 至 24 的整数。`,
    next: '填写这一课的学时数，例如 2。',
  },
  'session-number-unreadable': {
    level: 'error',
    title: '课次读不出来',
    sentence: (v: { value: string }) =>
      v.value === '' ? '没有填写课次。' : `课次“${say(v.value)}”不是 1、2、3 这样的数。`,
    next: '填上数字；整列都没有课次的，可以不设这一列，按顺序编号。',
  },
  'periods-vs-minutes': {
    level: 'warning',
    title: '学时数与时长不相称',
    sentence: (v: { minutes: number; perPeriod: number; fits: number; periods: number }) =>
      `这一课 ${say(v.minutes)} 分钟，按每学时 ${say(v.perPeriod)} 分钟合 ${say(v.fits)} 学时，表中写的是 ${say(v.periods)} 学时。`,
    next: '核对时间和学时数；中间有课间休息的，确认无误即可。',
  },
} as const satisfies { readonly [code: string]: ProblemText };
