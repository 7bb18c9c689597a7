import type { Day } from '../basics/day';
import type { ProblemText } from './problem';
import { say, sayLessons } from './say';

/** What the reading of an identity number found, in words. */
const WHY = {
  'id-length': '位数不对或含有不该有的字符',
  'id-birth-date': '其中的出生日期不存在或在今天之后',
  'id-checksum': '末位校验不符，可能抄错了一位',
  'id-precision-lost': '末几位已被电子表格改成 0',
};

/** What can be said when people, certificates, enrolments, declarations or the barred list are refused or noted. */
export const PEOPLE_COMMAND_PROBLEMS = {
  'person-unknown': {
    level: 'error',
    title: '找不到这名学员',
    sentence: () => '要改的学员记录不存在，可能已被撤销或合并。',
    next: '返回列表重新选择。',
  },
  'person-name-empty': {
    level: 'error',
    title: '姓名为空',
    sentence: () => '学员必须有姓名，空白姓名无法打印证明。',
    next: '填写与身份证件一致的姓名。',
  },
  'person-name-invalid': {
    level: 'error',
    title: '姓名中有不能使用的字符',
    sentence: (v: { name: string }) => `姓名“${say(v.name)}”中有数字、符号或看不见的字符，与身份证件不会一致。`,
    next: '按身份证件重新填写姓名。',
  },
  'person-number-empty': {
    level: 'error',
    title: '证件号码为空',
    sentence: (v: { name: string }) => `${say(v.name)}没有证件号码，无法与其他人区分。`,
    next: '填写证件号码。',
  },
  'person-number-invalid': {
    level: 'error',
    title: '证件号码不正确',
    sentence: (v: { name: string; why: keyof typeof WHY }) =>
      `${say(v.name)}的证件号码不符合编码规则：${WHY[v.why]}。`,
    next: '对照身份证件逐位核对。',
  },
  'person-number-derived': {
    level: 'warning',
    title: '与证件号码不一致',
    sentence: (v: { name: string; field: string; expected: string }) =>
      `${say(v.name)}的${say(v.field)}与证件号码所示（${say(v.expected)}）不一致。`,
    next: '号码写错时用“更正证件号码”；否则核对身份证件。',
  },
  'person-phone-invalid': {
    level: 'warning',
    title: '手机号不像手机号',
    sentence: (v: { name: string }) => `${say(v.name)}的手机号不是 11 位手机号码，可能联系不上。`,
    next: '核对手机号。',
  },
  'person-credit-code': {
    level: 'warning',
    title: '单位代码校验不符',
    sentence: (v: { name: string; code: string }) =>
      `${say(v.name)}的工作单位统一社会信用代码“${say(v.code)}”末位校验不符。`,
    next: '对照营业执照核对。',
  },
  'identity-collision': {
    level: 'error',
    title: '号码已属于另一名学员',
    sentence: (v: { other: string; otherId: string; name: string }) =>
      `这个证件号码已经登记在${say(v.other)}名下，${say(v.name)}不能再用同一个号码。`,
    next: '如果两条记录是同一个人，请合并；否则核对号码。',
  },
  'identity-same': {
    level: 'info',
    title: '号码没有变化',
    sentence: (v: { name: string }) => `${say(v.name)}的证件号码与已保存的相同。`,
    next: '无需再操作。',
  },
  'person-merged': {
    level: 'error',
    title: '这条记录已并入他人',
    sentence: (v: { name: string }) => `${say(v.name)}的这条记录已合并到另一条记录，不能单独修改。`,
    next: '打开合并后的学员进行修改，或先取消合并。',
  },
  'merge-same': {
    level: 'error',
    title: '选择了同一条记录',
    sentence: (v: { name: string }) => `两次选择的都是${say(v.name)}的同一条记录，没有可以合并的。`,
    next: '选择要并入的另一条记录。',
  },
  'merge-circle': {
    level: 'error',
    title: '两条记录已是同一人',
    sentence: (v: { name: string }) => `${say(v.name)}的这两条记录已经合并；再反过来合并，就分不出以哪一条为准。`,
    next: '要改为以另一条为准，先取消原来的合并。',
  },
  'merge-same-course': {
    level: 'error',
    title: '两条记录在同一班报了同一岗位',
    sentence: (v: { name: string; courses: readonly string[]; posts: readonly string[] }) =>
      `${say(v.name)}的两条记录都在“${say(v.courses)}”以${say(v.posts)}报名，合并后学时会算两遍。`,
    next: '留下记录正确的一条报名；把另一条的考勤和成绩清除后“移出名册”，再合并。',
  },
  'merge-numbers-differ': {
    level: 'warning',
    title: '两条记录的号码不同',
    sentence: (v: { name: string }) => `合并后以${say(v.name)}保留记录的证件号码为准，另一个号码仍可查到。`,
    next: '确认保留的号码是正确的。',
  },
  'not-merged': {
    level: 'error',
    title: '这条记录没有被合并',
    sentence: (v: { name: string }) => `${say(v.name)}的记录没有并入他人，无需取消合并。`,
    next: '返回列表重新选择。',
  },
  'unmerge-collision': {
    level: 'error',
    title: '取消合并后号码会重复',
    sentence: (v: { name: string }) => `${say(v.name)}的两条记录现在是同一个证件号码，分开后会成为两名同号学员。`,
    next: '先更正其中一条的证件号码，再取消合并。',
  },
  'certificate-unknown': {
    level: 'error',
    title: '找不到这本证书',
    sentence: () => '证书记录不存在，可能已被撤销。',
    next: '返回列表重新选择。',
  },
  'certificate-of-other': {
    level: 'error',
    title: '证书不是本人的',
    sentence: (v: { name: string }) => `所选证书不在${say(v.name)}名下，不能用它报名。`,
    next: '选择本人的证书，或登记一本新证书。',
  },
  'certificate-dates': {
    level: 'error',
    title: '证书日期颠倒',
    sentence: (v: { validUntil: Day; issuedOn: Day }) =>
      `证书有效期至 ${say(v.validUntil)}，早于发证日期 ${say(v.issuedOn)}。`,
    next: '对照证书核对两个日期。',
  },
  'certificate-in-use': {
    level: 'warning',
    title: '证书编号重复',
    sentence: (v: { number: string; others: readonly string[] }) =>
      `证书编号“${say(v.number)}”也登记在${say(v.others)}名下。`,
    next: '对照证书核对编号；确属不同证书则不必理会。',
  },
  'post-not-in-ruleset': {
    level: 'error',
    title: '岗位不在规则之内',
    sentence: (v: { name: string; post: string }) =>
      `${say(v.name)}的岗位“${say(v.post)}”不在本班规则的岗位目录中，无法核验。`,
    next: '从岗位列表中选择。',
  },
  'roster-empty': {
    level: 'error',
    title: '没有可导入的学员',
    sentence: () => '没有任何一行可以导入。',
    next: '先改正预览中的问题，再导入。',
  },
  'enrolled-twice': {
    level: 'error',
    title: '同一证书重复报名',
    sentence: (v: { name: string; post: string }) =>
      `${say(v.name)}已用同一证书（${say(v.post)}）在本班报名，一本证书在一个班只能报名一次。`,
    next: '核对是否重复录入；持有另一本证书的，请登记该证书后再报名。',
  },
  'enrolment-unknown': {
    level: 'error',
    title: '不在本班名册中',
    sentence: () => '要改的报名记录不在本班名册中，可能已被撤销。',
    next: '刷新名册后重新选择。',
  },
  'enrolment-has-records': {
    level: 'error',
    title: '已有记录，不能移出名册',
    sentence: (v: { name: string; marks: number; attempts: number; makeUps: number; issued: readonly string[] }) =>
      `${say(v.name)}在本班已有考勤 ${say(v.marks)} 条、测试 ${say(v.attempts)} 次、补课安排 ${say(v.makeUps)} 个、出具的文件 ${v.issued.length} 份，移出名册会使它们没有着落。`,
    next: '不再上课的办理退出；记录登错人的，先清除这些记录。',
  },
  'enrolment-not-active': {
    level: 'error',
    title: '已不在读',
    sentence: (v: { name: string; on: Day; how: string }) =>
      `${say(v.name)}已于 ${say(v.on)} ${say(v.how)}，不能再办理退出或转班。`,
    next: '如果退出办理有误，请在学员详情中“恢复在班”；转班有误的，请在留痕中撤销。',
  },
  'enrolment-not-left': {
    level: 'error',
    title: '没有退出',
    sentence: (v: { status: 'active' | 'transferred'; name: string }) =>
      v.status === 'transferred'
        ? `${say(v.name)}是转班，不是退出，不能恢复在班。`
        : `${say(v.name)}没有退出，仍在班。`,
    next: '转班有误的，请在留痕中撤销那次转班；仍在班的，不用办理。',
  },
  'enrolment-returns': {
    level: 'error',
    title: '此人曾在本班退出',
    sentence: (v: { name: string; on: Day }) =>
      `${say(v.name)}的报名已于 ${say(v.on)} 退出，同一证书不能在本班再报一次名。`,
    next: '回班学习的，请在名册上打开此人，点“恢复在班”。',
  },
  'enrolment-dates': {
    level: 'error',
    title: '在读日期不在班期内',
    sentence: (v: { name: string; what: string; on: Day; startsOn: Day; endsOn: Day }) =>
      `${say(v.name)}的${say(v.what)} ${say(v.on)} 不在 ${say(v.startsOn)} 至 ${say(v.endsOn)} 之内。`,
    next: '改成班期内的日期。',
  },
  'marks-outside-enrolment': {
    level: 'error',
    title: '已有考勤会落到在读期之外',
    sentence: (v: { name: string; sessions: readonly number[] }) =>
      `${say(v.name)}在${sayLessons(v.sessions)}已有考勤，这些课次不在新的在读日期内。`,
    next: '核对日期；考勤登记有误的，请先清除这些考勤。',
  },
  'transfer-same-course': {
    level: 'error',
    title: '转入的就是本班',
    sentence: (v: { course: string }) => `“${say(v.course)}”就是现在的培训班。`,
    next: '选择另一个培训班。',
  },
  'transfer-purpose': {
    level: 'error',
    title: '业务类型不同，不能转班',
    sentence: (v: { course: string }) => `“${say(v.course)}”与本班的业务类型不同，换证与年度继续教育的要求不一样。`,
    next: '在本班办理退出，再到该班另行报名。',
  },
  'declaration-empty': {
    level: 'error',
    title: '没有选择学员',
    sentence: () => '没有选择要声明的学员。',
    next: '至少选择一人。',
  },
  'barred-empty': {
    level: 'error',
    title: '名单是空的',
    sentence: () => '没有读到任何证件号码。空名单会被当作“没有人被限制”，因此没有导入。',
    next: '核对粘贴的内容或文件。',
  },
  'barred-unknown': {
    level: 'error',
    title: '找不到名单上的人',
    sentence: (v: { count: number }) => `要移出的 ${say(v.count)} 人已不在黑名单上，可能已被移出或撤销。`,
    next: '请在名单上重新选择。',
  },
  'barred-number-invalid': {
    level: 'error',
    title: '名单中的号码不正确',
    sentence: (v: { rows: readonly number[] }) =>
      `名单第 ${say(v.rows)} 行没有证件号码或号码含有不能使用的字符，无法与学员比对。`,
    next: '改正这些行后重新导入。',
  },
  'barred-number-doubtful': {
    level: 'warning',
    title: '名单中的号码可能抄错',
    sentence: (v: { rows: readonly number[] }) =>
      `名单第 ${say(v.rows)} 行的号码位数、出生日期或末位校验不对，可能比对不到任何学员。`,
    next: '对照原名单核对；确实如此的不必理会。',
  },
  'barred-duplicate': {
    level: 'warning',
    title: '名单中有重复号码',
    sentence: (v: { rows: readonly number[] }) => `名单第 ${say(v.rows)} 行的号码前面已经出现过，只记一次。`,
    next: '无需处理；想确认可与原名单核对。',
  },
} satisfies Record<string, ProblemText>;
