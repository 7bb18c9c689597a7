import type { Day } from '../basics/day';
import type { ProblemText } from './problem';
import { say } from './say';

/** What can be said when hour certificates or packages are refused or noted. */
export const ISSUE_COMMAND_PROBLEMS = {
  'issue-empty': {
    level: 'error',
    title: '没有选择学员',
    sentence: () => '没有选择要出具学时证明的学员。',
    next: '至少选择一人。',
  },
  'issue-not-submittable': {
    level: 'error',
    title: '有人不符合要求',
    sentence: (v: { people: readonly string[] }) =>
      `${say(v.people)} 的核验还有不符合或无法判定的项目，不能出具学时证明。`,
    next: '在核验页查看原因并补救，或把他们从选择中去掉。',
  },
  'issue-judged-otherwise': {
    level: 'error',
    title: '核验结果与学员对不上',
    sentence: (v: { people: readonly string[] }) => `${say(v.people)} 没有对应的核验结果，或核验日期在今天之后。`,
    next: '重新打开核验页后再出具。',
  },
  'issue-left': {
    level: 'error',
    title: '已退出或转班',
    sentence: (v: { people: readonly string[] }) => `${say(v.people)} 已退出或转班，不能以本班名义出具学时证明。`,
    next: '把他们从选择中去掉。',
  },
  'issue-ce-year': {
    level: 'error',
    title: '年度与核验结果不符',
    sentence: (v: { people: readonly string[] }) => `${say(v.people)} 的证明年度不在核验得出的继续教育年度之内。`,
    next: '重新打开证明页，按列出的年度出具。',
  },
  'issue-already': {
    level: 'error',
    title: '已出具过证明',
    sentence: (v: { people: readonly string[]; numbers: readonly string[] }) =>
      `${say(v.people)} 已有本班同一年度的有效证明（${say(v.numbers)}）。`,
    next: '需要纸质件请用“重印”；内容有误请先撤销原证明。',
  },
  'issue-number': {
    level: 'error',
    title: '证明编号不连续',
    sentence: (v: { expected: string; number: string }) =>
      `证明编号应为 ${say(v.expected)}，给出的是 ${say(v.number)}；编号必须连续且不重复。`,
    next: '重新生成这一批证明。',
  },
  'issue-prefix': {
    level: 'error',
    title: '没有编号字头',
    sentence: () => '证明和报审材料包的编号以机构的字头开始，现在还没有填写。',
    next: '在设置的机构信息中填写编号字头。',
  },
  'issue-file': {
    level: 'error',
    title: '文件没有存好',
    sentence: (v: { number: string }) => `${say(v.number)} 的文件摘要不是 64 位十六进制数，文件可能没有保存成功。`,
    next: '重新生成文件。',
  },
  'issue-course-running': {
    level: 'warning',
    title: '培训班还没有结束',
    sentence: (v: { endsOn: Day }) => `培训班到 ${say(v.endsOn)} 才结束，现在出具的证明之后的学时不会写进去。`,
    next: '确认无误再打印；需要更多学时的请等结班。',
  },
  'hour-certificate-unknown': {
    level: 'error',
    title: '找不到这份证明',
    sentence: () => '这份学时证明不存在。',
    next: '刷新后重新选择。',
  },
  'hour-certificate-revoked': {
    level: 'error',
    title: '证明已撤销',
    sentence: (v: { number: string; on: Day; what: string }) =>
      `${say(v.number)} 已于 ${say(v.on)} 撤销，不能再${say(v.what)}。`,
    next: '需要新的证明请重新出具，会用新的编号。',
  },
  'revoke-sealed': {
    level: 'error',
    title: '证明已随材料包上报',
    sentence: (v: { number: string; packages: readonly string[] }) =>
      `${say(v.number)} 已列入报审材料包 ${say(v.packages)}，撤销后材料包与实际不符。`,
    next: '确认要撤销后继续，并生成材料包的新版本、告知审核部门。',
  },
  'revoke-sealed-noted': {
    level: 'warning',
    title: '材料包需要新版本',
    sentence: (v: { number: string; packages: readonly string[] }) =>
      `${say(v.number)} 已列入报审材料包 ${say(v.packages)}，撤销后它与实际不符。`,
    next: '生成材料包的新版本并告知审核部门。',
  },
  'seal-nobody': {
    level: 'error',
    title: '没有可上报的学员',
    sentence: () => '本班没有一名学员符合全部要求，不能生成报审材料包。',
    next: '在核验页查看每人的原因。',
  },
  'seal-people': {
    level: 'error',
    title: '上报名单与核验结果不符',
    sentence: (v: { people: readonly string[] }) =>
      `${say(v.people)} 与最新的核验结果不符（应上报的没有列入，或不应上报的列入了）。`,
    next: '重新打开报审页，按最新的核验结果生成。',
  },
  'seal-left-out': {
    level: 'error',
    title: '不予上报名单与核验结果不符',
    sentence: (v: { people: readonly string[] }) => `${say(v.people)} 的不予上报原因与最新的核验结果不符。`,
    next: '重新打开报审页，按最新的核验结果生成。',
  },
  'seal-warnings': {
    level: 'error',
    title: '还有提醒没有确认',
    sentence: (v: { people: readonly string[] }) => `${say(v.people)} 有提醒项目，上报前要逐人确认。`,
    next: '在报审页逐条查看并确认。',
  },
  'seal-confirmed-by': {
    level: 'error',
    title: '没有确认人姓名',
    sentence: () => '提醒的确认要留下确认人的姓名，现在是空的。',
    next: '填写确认人姓名。',
  },
  'seal-heads': {
    level: 'error',
    title: '没有留痕位置',
    sentence: () => '报审材料包要写明生成时的留痕位置，现在没有取到，无法证明内容的来历。',
    next: '重新生成；仍然如此请在留痕页校验。',
  },
  'seal-size': {
    level: 'error',
    title: '材料包文件不完整',
    sentence: () => '材料包的文件名、大小或摘要不正确，文件可能没有保存成功。',
    next: '重新生成材料包。',
  },
  'seal-number': {
    level: 'error',
    title: '材料包编号或版本不对',
    sentence: (v: { expected: string; given: string }) =>
      `材料包应为 ${say(v.expected)}，给出的是 ${say(v.given)}；编号不能重复，同一个班的新材料包是下一个版本。`,
    next: '重新生成材料包。',
  },
  'seal-previous': {
    level: 'error',
    title: '与上一版本没有衔接',
    sentence: (v: { version: number }) => `第 ${say(v.version)} 版要写明上一版的摘要，现在的不一致。`,
    next: '重新生成材料包。',
  },
  'institution-missing': {
    level: 'error',
    title: '没有机构信息',
    sentence: () => '证明和材料包要写明培训机构，现在还没有填写。',
    next: '在设置中填写机构名称和编号字头。',
  },
} satisfies Record<string, ProblemText>;
