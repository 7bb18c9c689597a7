import type { Day } from '../basics/day';
import type { ProblemText } from './problem';
import { say } from './say';

/** What can be said when online or earlier hours, CE years or the choice between certificates are refused. */
export const HOURS_COMMAND_PROBLEMS = {
  'outside-hours-empty': {
    level: 'error',
    title: '没有要登记的学时',
    sentence: () => '没有填写任何一条线上或往年学时。',
    next: '至少填写一条。',
  },
  'outside-hours-when': {
    level: 'error',
    title: '日期和年度要二选一',
    sentence: (v: { row: number; given: string }) =>
      `第 ${say(v.row)} 条学时应填写学习日期或继续教育年度中的一个，现在${say(v.given)}。`,
    next: '线上学习填写日期；往年学时填写年度。',
  },
  'outside-hours-periods': {
    level: 'error',
    title: '学时数不正确',
    sentence: (v: { row: number; periods: number; min: number }) =>
      `第 ${say(v.row)} 条的学时是 ${say(v.periods)}，应为 ${say(v.min)} 至 200 的整数。`,
    next: '改成整数学时。',
  },
  'outside-hours-time': {
    level: 'error',
    title: '起止时间不正确',
    sentence: (v: { row: number }) => `第 ${say(v.row)} 条的起止时间要同时填写，开始早于结束，并且写明日期。`,
    next: '补全或清空起止时间。',
  },
  'outside-hours-year': {
    level: 'error',
    title: '继续教育年度不合理',
    sentence: (v: { row: number; ceYear: number; from: number; to: number }) =>
      `第 ${say(v.row)} 条的年度 ${say(v.ceYear)} 不在 ${say(v.from)} 至 ${say(v.to)} 之间。`,
    next: '核对年度。',
  },
  'outside-hours-before-certificate': {
    level: 'error',
    title: '早于发证日期',
    sentence: (v: { row: number; on: Day; issuedOn: Day }) =>
      `第 ${say(v.row)} 条的日期 ${say(v.on)} 早于证书发证日期 ${say(v.issuedOn)}，不会计入任何继续教育年度。`,
    next: '核对日期和证书。',
  },
  'outside-hours-unknown': {
    level: 'error',
    title: '找不到这条学时',
    sentence: (v: { count: number }) => `要删除的 ${say(v.count)} 条线上或往年学时不存在，可能已被撤销。`,
    next: '刷新后重新选择。',
  },
  'ce-year-target-unknown': {
    level: 'error',
    title: '找不到要归年度的学时',
    sentence: () => '所选课次或学时记录不存在，或不属于这本证书。',
    next: '刷新后重新选择。',
  },
  'ce-year-range': {
    level: 'error',
    title: '归入的年度不合理',
    sentence: (v: { on: Day; allowed: readonly number[]; ceYear: number }) =>
      `${say(v.on)} 的学时只能归入 ${say(v.allowed)} 年度，填的是 ${say(v.ceYear)}。`,
    next: '改成可选的年度。',
  },
  'ce-year-fixed': {
    level: 'error',
    title: '这条学时已写明年度',
    sentence: (v: { ceYear: number | null }) =>
      `这条往年学时登记时就写明属于 ${say(v.ceYear)} 年度，不能再归入其他年度。`,
    next: '年度写错的，请删除后重新登记。',
  },
  'professional-choice-single': {
    level: 'error',
    title: '只有一本证书，无需选择',
    sentence: (v: { name: string }) => `${say(v.name)}在本班只有一个报名，专业学时自然计入它。`,
    next: '无需再操作。',
  },
  'professional-choice-public': {
    level: 'error',
    title: '公共课不需要选择',
    sentence: (v: { session: number }) => `第 ${say(v.session)} 课是公共基础知识，对每本证书都计入。`,
    next: '只为专业岗位知识课次选择。',
  },
  'professional-choice-post': {
    level: 'error',
    title: '该课不针对这个岗位',
    sentence: (v: { session: number; name: string }) =>
      `第 ${say(v.session)} 课不是为${say(v.name)}的这个岗位开的，或此报名不参加这一课。`,
    next: '选择另一个报名。',
  },
} satisfies Record<string, ProblemText>;
