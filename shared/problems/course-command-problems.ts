import type { Day } from '../basics/day';
import type { ProblemText } from './problem';
import { say, sayLessons } from './say';

/** What can be said when a course, the institution, a parameter, a mapping or an undo is refused or noted. */
export const COURSE_COMMAND_PROBLEMS = {
  'nothing-changed': {
    level: 'info',
    title: '没有变化',
    sentence: () => '填写的内容与已保存的完全相同，没有需要保存的变化。',
    next: '无需再操作。',
  },
  'nothing-to-import': {
    level: 'info',
    title: '没有新内容',
    sentence: (v: { rows: number }) =>
      `这 ${say(v.rows)} 条记录没有带来新内容：与已保存的相同，或按选择保留了原来的值，因此没有写入。`,
    next: '如果本应有变化，请核对填写的内容，或选择的文件是不是最新的一份。',
  },
  'reason-missing': {
    level: 'error',
    title: '没有填写原因',
    sentence: (v: { what: string }) => `${say(v.what)}会改动已有记录，原因要写入留痕，现在是空的。`,
    next: '填写原因后再保存。',
  },
  'field-missing': {
    level: 'error',
    title: '必填项为空',
    sentence: (v: { field: string }) => `“${say(v.field)}”没有填写，缺少它的记录无法用于核验和打印。`,
    next: '填写后再保存。',
  },
  'source-missing': {
    level: 'error',
    title: '没有填写来源',
    sentence: (v: { what: string }) => `${say(v.what)}没有写明依据来自哪里，审核时无法查证。`,
    next: '填写来源，例如文件名称、平台和记录编号或凭证。',
  },
  'day-in-future': {
    level: 'error',
    title: '日期在今天之后',
    sentence: (v: { what: string; on: Day; today: Day }) =>
      `${say(v.what)}的日期 ${say(v.on)} 在今天（${say(v.today)}）之后，还没有发生的事不能记录。`,
    next: '核对日期；如果电脑的日期不对，请先校正。',
  },
  'course-dates-order': {
    level: 'error',
    title: '起止日期颠倒',
    sentence: (v: { startsOn: Day; endsOn: Day }) => `开班日期 ${say(v.startsOn)} 晚于结班日期 ${say(v.endsOn)}。`,
    next: '改正其中一个日期。',
  },
  'course-long': {
    level: 'warning',
    title: '培训班时间很长',
    sentence: (v: { startsOn: Day; endsOn: Day; days: number }) =>
      `从 ${say(v.startsOn)} 到 ${say(v.endsOn)} 共 ${say(v.days)} 天，超过一年。`,
    next: '核对起止年份；确实如此则不必理会。',
  },
  'ruleset-unknown': {
    level: 'error',
    title: '没有这套规则',
    sentence: (v: { ruleset: string }) => `本程序不认识规则“${say(v.ruleset)}”，无法用它核验培训班。`,
    next: '从列表中选择一套规则，或更新程序。',
  },
  'ruleset-purpose': {
    level: 'error',
    title: '规则与业务类型不符',
    sentence: (v: { ruleset: string; purpose: string }) =>
      `规则“${say(v.ruleset)}”不是用于${say(v.purpose)}的，核验结果会是错的。`,
    next: '选择与业务类型一致的规则。',
  },
  'ruleset-dates': {
    level: 'error',
    title: '规则不适用于这段时间',
    sentence: (v: { ruleset: string; from: Day; to: Day | null; startsOn: Day }) =>
      `规则“${say(v.ruleset)}”自 ${say(v.from)} 起${say(v.to) === '（空）' ? '' : `至 ${say(v.to)} `}有效，不包括开班日期 ${say(v.startsOn)}。`,
    next: '核对开班日期，或选择当时有效的规则。',
  },
  'course-not-empty': {
    level: 'error',
    title: '培训班里还有内容',
    sentence: (v: { title: string; people: number; sessions: number }) =>
      `“${say(v.title)}”还有学员 ${say(v.people)} 人、课次 ${say(v.sessions)} 个，删除会使它们没有着落。`,
    next: '建错的班，先在留痕中撤销名册和课程表的导入，逐个加入的移出名册，再删除。已开过课的班不必删除。',
  },
  'course-purpose-fixed': {
    level: 'error',
    title: '业务类型不能再改',
    sentence: (v: { people: number }) => `名册已有 ${say(v.people)} 人，他们的证书和申报信息是按原业务类型登记的。`,
    next: '新建一个培训班并把名册导入进去。',
  },
  'marks-outside-course': {
    level: 'error',
    title: '已有考勤会落到班期之外',
    sentence: (v: { startsOn: Day; endsOn: Day; sessions: readonly number[]; marks: number }) =>
      `改成 ${say(v.startsOn)} 至 ${say(v.endsOn)} 后，${sayLessons(v.sessions)}（共 ${say(v.marks)} 条考勤）不在班期内。`,
    next: '把起止日期改到包含这些课次，或先改正课次的日期。',
  },
  'attempts-outside-course': {
    level: 'error',
    title: '已有测试早于开班日期',
    sentence: (v: { startsOn: Day; people: readonly string[] }) =>
      `开班日期改成 ${say(v.startsOn)} 后，${say(v.people)} 的测试成绩早于开班。`,
    next: '核对开班日期，或先改正测试日期。',
  },
  'sessions-outside-course': {
    level: 'warning',
    title: '有课次不在班期内',
    sentence: (v: { sessions: readonly number[]; startsOn: Day; endsOn: Day }) =>
      `${sayLessons(v.sessions)}的日期不在 ${say(v.startsOn)} 至 ${say(v.endsOn)} 内，这些课次还没有考勤。`,
    next: '在课程表中改正这些课次的日期，或删除它们。',
  },
  'area-unknown': {
    level: 'error',
    title: '没有这个市州',
    sentence: (v: { area: string }) => `“${say(v.area)}”不在湖北省 17 个市州之中。`,
    next: '从列表中选择；审核单位的名称可以另行填写。',
  },
  'number-prefix-invalid': {
    level: 'error',
    title: '编号字头不合要求',
    sentence: (v: { prefix: string }) =>
      `编号字头“${say(v.prefix)}”要用于证明编号和文件名，只能是 1 至 8 个大写字母或数字。`,
    next: '改成例如 JC 这样的字头。',
  },
  'institution-credit-code': {
    level: 'warning',
    title: '统一社会信用代码校验不符',
    sentence: (v: { code: string }) => `本机构的统一社会信用代码“${say(v.code)}”末位校验不符，可能抄错了一位。`,
    next: '对照营业执照或办学许可证核对。',
  },
  'parameter-unknown': {
    level: 'error',
    title: '没有这个参数',
    sentence: (v: { ruleset: string; parameter: string }) =>
      `规则“${say(v.ruleset)}”中没有参数“${say(v.parameter)}”。`,
    next: '在设置的参数列表中选择。',
  },
  'parameter-fixed': {
    level: 'error',
    title: '文件已有规定',
    sentence: (v: { title: string }) => `“${say(v.title)}”由文件规定，不能由机构另行设定。`,
    next: '无需设置；文件有更新时请更新程序。',
  },
  'parameter-value': {
    level: 'error',
    title: '参数值超出范围',
    sentence: (v: { title: string; value: boolean | number | string; allowed: string }) =>
      `“${say(v.title)}”填的是 ${say(v.value)}，应为${say(v.allowed)}。`,
    next: '改成范围内的值。',
  },
  'mapping-empty': {
    level: 'error',
    title: '没有可记住的列对应',
    sentence: () => '没有任何一列与项目对应，下次读取同样的文件时用不上。',
    next: '至少对应一列后再继续。',
  },
  'undo-nothing': {
    level: 'info',
    title: '没有可撤销的内容',
    sentence: () => '这条留痕没有改动任何记录，或改动已经撤销过。',
    next: '无需再操作。',
  },
  'undo-touched-later': {
    level: 'error',
    title: '之后又改过，不能撤销',
    sentence: (v: { count: number; later: readonly string[] }) =>
      `有 ${say(v.count)} 条记录在这之后又被改动（${say(v.later)}），撤销会抹掉后来的内容。`,
    next: '先撤销后来的改动，或直接改正记录并写明原因。',
  },
  'undo-used-later': {
    level: 'error',
    title: '后来的记录还在用它，不能撤销',
    sentence: (v: { count: number; later: readonly string[] }) =>
      `撤销会去掉或改回 ${say(v.count)} 条记录，但后来登记的内容（${say(v.later)}）是按现在的样子登记的。`,
    next: '先撤销后来的登记，再撤销这一条。',
  },
  'undo-conflict': {
    level: 'error',
    title: '恢复后会重复，不能撤销',
    sentence: (v: { count: number; later: readonly string[] }) =>
      `撤销后恢复的 ${say(v.count)} 条记录与后来登记的内容重复（${say(v.later)}），例如课次号或名册序位已被占用。`,
    next: '先改正或撤销后来的登记。',
  },
  'undo-merge-circle': {
    level: 'error',
    title: '恢复后会互相并入，不能撤销',
    sentence: (v: { count: number; later: readonly string[] }) =>
      `撤销后恢复的 ${say(v.count)} 条学员记录与后来的合并（${say(v.later)}）会绕成一圈，分不出以哪一条为准。`,
    next: '先取消后来的合并，再撤销。',
  },
  'undo-base-gone': {
    level: 'error',
    title: '所依附的记录已不在，不能撤销',
    sentence: (v: { count: number; later: readonly string[] }) =>
      `撤销后恢复的 ${say(v.count)} 条记录要依附的内容后来已被删除（${say(v.later)}）。`,
    next: '先撤销后来的删除，再撤销这一条。',
  },
  'undo-issued': {
    level: 'error',
    title: '已出具文件，不能撤销',
    sentence: (v: { documents: readonly string[] }) =>
      `这些记录已经用在后来出具的文件里：${say(v.documents)}。撤销会使记录与已出具的文件不一致。`,
    next: '直接改正记录并写明原因；文件有误的，撤销证明或生成报审材料包的新版本。',
  },
  'undo-document': {
    level: 'error',
    title: '出具文件不能撤销',
    sentence: (v: { documents: readonly string[] }) =>
      `这条留痕出具了文件（${say(v.documents)}），编号和内容已经固定。`,
    next: '学时证明请用“撤销证明”并写明原因；报审材料包请生成新版本。',
  },
  'undo-unreadable': {
    level: 'error',
    title: '改动前的内容不可读',
    sentence: (v: { count: number }) =>
      `这条留痕中有 ${say(v.count)} 项内容已按规定删除或尚未解锁，无法恢复改动前的值。`,
    next: '解锁后再试；已删除的内容只能重新录入。',
  },
  'undo-import-partial': {
    level: 'error',
    title: '导入的留痕不完整',
    sentence: (v: { parts: number; found: number }) =>
      `这次导入分 ${say(v.parts)} 段写入，现在只找到 ${say(v.found)} 段，不能只撤销一部分。`,
    next: '在留痕中重新打开这次导入；仍然不全时请先校验留痕。',
  },
} satisfies Record<string, ProblemText>;
