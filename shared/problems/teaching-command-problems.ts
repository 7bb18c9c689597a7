import type { Day } from '../basics/day';
import type { ProblemText } from './problem';
import { say } from './say';

/** What can be said when sessions, marks or test attempts are refused or noted. */
export const TEACHING_COMMAND_PROBLEMS = {
  'session-missing': {
    level: 'error',
    title: '找不到这一课',
    sentence: () => '这一课不在本班课程表中，可能已被删除。',
    next: '刷新课程表后重新选择。',
  },
  'session-number': {
    level: 'error',
    title: '课次号不正确',
    sentence: (v: { number: number }) => `课次号 ${say(v.number)} 应为 1 至 999 的整数。`,
    next: '改正课次号。',
  },
  'session-number-taken': {
    level: 'error',
    title: '课次号重复',
    sentence: (v: { number: number }) => `第 ${say(v.number)} 课在本班出现了不止一次，考勤表无法对应。`,
    next: '换一个没有用过的课次号。',
  },
  'session-time': {
    level: 'error',
    title: '上课时间不正确',
    sentence: (v: { number: number; start: string; end: string }) =>
      `第 ${say(v.number)} 课的开始时间（${say(v.start)}）应早于结束时间（${say(v.end)}），并在同一天内。`,
    next: '改正开始或结束时间。',
  },
  'session-periods': {
    level: 'error',
    title: '学时数不正确',
    sentence: (v: { number: number; periods: number }) =>
      `第 ${say(v.number)} 课的学时是 ${say(v.periods)}，应为 1 至 24 的整数。`,
    next: '改成整数学时。',
  },
  'session-outside-course': {
    level: 'error',
    title: '课次不在班期内',
    sentence: (v: { number: number; date: Day; startsOn: Day; endsOn: Day }) =>
      `第 ${say(v.number)} 课的日期 ${say(v.date)} 不在 ${say(v.startsOn)} 至 ${say(v.endsOn)} 内，其考勤不能计入本班。`,
    next: '改正课次日期，或在培训班概况中调整起止日期。',
  },
  'session-posts': {
    level: 'error',
    title: '课次的岗位不对',
    sentence: (v: { number: number; posts: readonly string[] }) =>
      `第 ${say(v.number)} 课写的岗位“${say(v.posts)}”不在本班规则的岗位目录中。`,
    next: '从岗位列表中选择，留空表示全部岗位。',
  },
  'session-posts-public': {
    level: 'error',
    title: '公共课不分岗位',
    sentence: (v: { number: number }) => `第 ${say(v.number)} 课是公共基础知识，对所有岗位都计入，不能只给部分岗位。`,
    next: '清空岗位，或把类别改为专业岗位知识。',
  },
  'session-short': {
    level: 'warning',
    title: '时间不够学时数',
    sentence: (v: { number: number; minutes: number; perPeriod: number; periods: number }) =>
      `第 ${say(v.number)} 课共 ${say(v.minutes)} 分钟，按每学时 ${say(v.perPeriod)} 分钟算不足 ${say(v.periods)} 学时。`,
    next: '核对起止时间和学时数。',
  },
  'session-clash-teacher': {
    level: 'warning',
    title: '教师时间冲突',
    sentence: (v: { date: Day; teacher: string; a: number; b: string }) =>
      `${say(v.date)} ${say(v.teacher)}同时在第 ${say(v.a)} 课和${say(v.b)}上课。`,
    next: '调整其中一课的时间或教师。',
  },
  'session-clash-room': {
    level: 'warning',
    title: '教室冲突',
    sentence: (v: { date: Day; room: string; a: number; b: string }) =>
      `${say(v.date)} ${say(v.room)}同时安排了第 ${say(v.a)} 课和${say(v.b)}。`,
    next: '调整其中一课的时间或教室。',
  },
  'session-clash-time': {
    level: 'warning',
    title: '上课时间重叠',
    sentence: (v: { date: Day; a: number; b: string }) =>
      `${say(v.date)} 第 ${say(v.a)} 课与${say(v.b)}时间重叠，同一名学员不能同时在两处上课。`,
    next: '调整其中一课的时间，或让两课分别面向不同岗位。',
  },
  'session-marked-future': {
    level: 'error',
    title: '已有考勤的课不能改到以后',
    sentence: (v: { number: number; marks: number; date: Day }) =>
      `第 ${say(v.number)} 课已有 ${say(v.marks)} 条考勤，改到 ${say(v.date)} 就成了还没上的课。`,
    next: '核对日期；考勤登记错了的，请先清除。',
  },
  'session-minutes-exceed': {
    level: 'error',
    title: '已登记的迟到早退超过课长',
    sentence: (v: { number: number; minutes: number; people: readonly string[] }) =>
      `第 ${say(v.number)} 课改成 ${say(v.minutes)} 分钟后，${say(v.people)} 已登记的迟到早退分钟数超过课长。`,
    next: '先改正这些考勤，或核对时间。',
  },
  'session-people-outside': {
    level: 'error',
    title: '有人已登记却不该上这一课',
    sentence: (v: { number: number; people: readonly string[] }) =>
      `第 ${say(v.number)} 课这样修改后，${say(v.people)} 的考勤不在其在读日期或补课名单内。`,
    next: '先清除这些考勤，或核对日期和名单。',
  },
  'session-has-marks': {
    level: 'error',
    title: '这一课已有考勤',
    sentence: (v: { number: number; marks: number; people: readonly string[] }) =>
      `第 ${say(v.number)} 课已有 ${say(v.marks)} 条考勤（${say(v.people)}），删除课次会连同考勤一起失去。`,
    next: '确认要连同考勤一起删除，或保留这一课。',
  },
  'session-has-make-up': {
    level: 'error',
    title: '有补课以这一课为准',
    sentence: (v: { makeUps: readonly number[]; number: number }) =>
      `第 ${say(v.makeUps)} 课是第 ${say(v.number)} 课的补课，原课删除后补课无从对应。`,
    next: '先删除补课。',
  },
  'copy-day-empty': {
    level: 'error',
    title: '这一天没有课',
    sentence: (v: { from: Day }) => `${say(v.from)} 没有可复制的课次（补课不复制）。`,
    next: '选择有课的一天。',
  },
  'copy-day-same': {
    level: 'error',
    title: '复制到了同一天',
    sentence: (v: { from: Day }) => `来源和目标都是 ${say(v.from)}。`,
    next: '选择另一天。',
  },
  'make-up-empty': {
    level: 'error',
    title: '没有补课学员',
    sentence: () => '补课只面向指定的学员，现在一个也没有选。',
    next: '选择要补课的学员。',
  },
  'make-up-of-make-up': {
    level: 'error',
    title: '不能为补课再补课',
    sentence: (v: { number: number }) => `第 ${say(v.number)} 课本身就是补课。`,
    next: '为原来的课次安排补课。',
  },
  'make-up-early': {
    level: 'error',
    title: '补课早于原课',
    sentence: (v: { date: Day; number: number; original: Day }) =>
      `补课（${say(v.date)}）早于第 ${say(v.number)} 课（${say(v.original)}），缺课还没有发生。`,
    next: '改正补课日期。',
  },
  'make-up-not-needed': {
    level: 'error',
    title: '有人不需要补课',
    sentence: (v: { people: readonly string[]; number: number }) =>
      `${say(v.people)} 在第 ${say(v.number)} 课是全勤，补课会把学时算两遍。`,
    next: '从补课名单中去掉他们。',
  },
  'make-up-fixed': {
    level: 'error',
    title: '补课的类别和学时随原课',
    sentence: (v: { number: number }) => `第 ${say(v.number)} 课是补课，类别、学时和岗位必须与原课一致。`,
    next: '修改原课，或删除后重新安排补课。',
  },
  'timetable-empty': {
    level: 'error',
    title: '没有可导入的课次',
    sentence: () => '课程表中没有任何一行可以导入。',
    next: '先改正预览中的问题，再导入。',
  },
  'marks-empty': {
    level: 'error',
    title: '没有选择考勤',
    sentence: () => '没有要登记的考勤。',
    next: '至少选择一格。',
  },
  'mark-future': {
    level: 'error',
    title: '课还没有上',
    sentence: (v: { number: number; date: Day; start: string; people: readonly string[] }) =>
      `第 ${say(v.number)} 课（${say(v.date)} ${say(v.start)}）还没有开始，只能在开课前 30 分钟内和之后登记（涉及 ${say(v.people)}）。`,
    next: '到时再登记；如果课次日期或电脑时间不对，请先改正。',
  },
  'mark-outside-enrolment': {
    level: 'error',
    title: '不在读，不能登记',
    sentence: (v: { people: readonly string[]; number: number; date: Day }) =>
      `${say(v.people)} 在第 ${say(v.number)} 课（${say(v.date)}）当天不在读，或已退出、转班。`,
    next: '核对在读日期；日期有误的，请先在名册中改正。',
  },
  'mark-not-invited': {
    level: 'error',
    title: '不在补课名单内',
    sentence: (v: { number: number; people: readonly string[] }) =>
      `第 ${say(v.number)} 课是补课，${say(v.people)} 不在名单内。`,
    next: '把他们加入补课名单，或登记在别的课次。',
  },
  'mark-minutes': {
    level: 'error',
    title: '迟到早退分钟数不正确',
    sentence: (v: { number: number; minutes: number; people: readonly string[] }) =>
      `第 ${say(v.number)} 课共 ${say(v.minutes)} 分钟，${say(v.people)} 的迟到、早退应为整数分钟，合计不超过课长。`,
    next: '改正分钟数；整课没来的登记为缺勤。',
  },
  'mark-twice': {
    level: 'error',
    title: '同一格登记了两次',
    sentence: (v: { number: number; people: readonly string[] }) =>
      `第 ${say(v.number)} 课对 ${say(v.people)} 一次给了两个考勤，不知道以哪个为准。`,
    next: '只保留一个。',
  },
  'mark-reason': {
    level: 'error',
    title: '改动以前的考勤要写原因',
    sentence: (v: { sessions: readonly number[]; people: readonly string[] }) =>
      `第 ${say(v.sessions)} 课是以前的课，${say(v.people)} 已有考勤，改动它要在留痕中写明原因。`,
    next: '填写原因后再保存。',
  },
  'marks-kept': {
    level: 'info',
    title: '保留了原有考勤',
    sentence: (v: { count: number }) => `${say(v.count)} 格已有不同的考勤，按选择保留了原来的。`,
    next: '要以文件为准的，请在预览中选择“采用文件中的值”。',
  },
  'marks-left-out': {
    level: 'warning',
    title: '有的格没有登记',
    sentence: (v: { count: number; sessions: readonly number[] }) =>
      `${say(v.count)} 格因为课还没有上、学员当天不在读或不在补课名单内而没有登记（第 ${say(v.sessions)} 课）。`,
    next: '核对课程表和名册；需要时到课后再导入一次。',
  },
  'attempt-missing': {
    level: 'error',
    title: '找不到这次测试',
    sentence: () => '要改的测试成绩不存在，可能已被删除。',
    next: '刷新后重新选择。',
  },
  'attempt-score': {
    level: 'error',
    title: '成绩不正确',
    sentence: (v: { name: string; score: number | string }) =>
      `${say(v.name)}的成绩 ${say(v.score)} 应在 0 至 100 之间，最多到半分；没来的登记为缺考。`,
    next: '改正成绩。',
  },
  'attempt-number': {
    level: 'error',
    title: '测试次数不正确',
    sentence: (v: { name: string; number: number }) =>
      `${say(v.name)}的第 ${say(v.number)} 次测试，次数应为 1 至 20 的整数。`,
    next: '改正次数。',
  },
  'attempt-number-taken': {
    level: 'error',
    title: '这一次测试已有成绩',
    sentence: (v: { name: string; number: number }) => `${say(v.name)}的第 ${say(v.number)} 次测试已经登记过。`,
    next: '补考请登记为下一次；原成绩有误的，请更正原成绩。',
  },
  'attempt-before-course': {
    level: 'error',
    title: '测试早于开班',
    sentence: (v: { name: string; on: Day; startsOn: Day }) =>
      `${say(v.name)}的测试日期 ${say(v.on)} 早于开班日期 ${say(v.startsOn)}。`,
    next: '核对测试日期。',
  },
  'attempt-order': {
    level: 'warning',
    title: '补考日期早于前一次',
    sentence: (v: { name: string; number: number; on: Day }) =>
      `${say(v.name)}的第 ${say(v.number)} 次测试（${say(v.on)}）早于前一次。`,
    next: '核对日期和次数。',
  },
  'pass-mark-unknown': {
    level: 'error',
    title: '没有合格分数线',
    sentence: (v: { ruleset: string; on: Day }) =>
      `规则“${say(v.ruleset)}”在 ${say(v.on)} 没有可用的合格分数线，成绩无法判定。`,
    next: '核对培训班使用的规则和测试日期。',
  },
  'scores-empty': {
    level: 'error',
    title: '没有可导入的成绩',
    sentence: () => '成绩表中没有任何一行可以导入。',
    next: '先改正预览中的问题，再导入。',
  },
  'scores-kept': {
    level: 'info',
    title: '保留了原有成绩',
    sentence: (v: { people: readonly string[] }) => `${say(v.people)} 的成绩与文件不同，按选择保留了原来的。`,
    next: '要以文件为准的，请在预览中选择“采用文件中的值”。',
  },
  'sessions-kept': {
    level: 'info',
    title: '保留了原有课次',
    sentence: (v: { sessions: readonly number[] }) => `第 ${say(v.sessions)} 课与文件不同，按选择保留了原来的。`,
    next: '要以文件为准的，请在预览中选择“采用文件中的值”。',
  },
} satisfies Record<string, ProblemText>;
