import type { Day } from '../basics/day';
import type { ProblemText } from './problem';
import { say } from './say';

/** What can be said of a row of a roster. */
export const ROSTER_PROBLEMS = {
  'id-precision-lost': {
    level: 'error',
    title: '证件号码已被 Excel 破坏',
    sentence: (v: { value: string }) =>
      `号码“${say(v.value)}”被当作数字存过。Excel 的数字只保留前 15 位，最后几位已经变成 0，原来的号码无法从这个文件恢复。`,
    next: '在 Excel 中先把该列设为“文本”格式，再按证件重新输入这个号码（不是改格式就能恢复）；也可以直接在这里改。',
  },
  'id-checksum': {
    level: 'error',
    title: '证件号码末位校验不符',
    sentence: (v: { value: string }) => `号码“${say(v.value)}”的最后一位与前 17 位算出来的不一样，至少有一位抄错了。`,
    next: '对照证件逐位核对后改正。',
  },
  'id-length': {
    level: 'error',
    title: '证件号码位数或字符不对',
    sentence: (v: { length: number; value: string }) =>
      v.length === 0
        ? '没有证件号码，无法确定这是谁。'
        : `号码“${say(v.value)}”共 ${say(v.length)} 个字符；身份证、居住证和永久居留证应为 18 位，只有末位可以是 X。`,
    next: '对照证件补全或改正；护照等其他证件，请在“证件类型”一列写明。',
  },
  'id-birth-date': {
    level: 'error',
    title: '证件号码中的出生日期不存在',
    sentence: (v: { value: string; birth: string }) =>
      `号码“${say(v.value)}”第 7 至 14 位“${say(v.birth)}”不是真实的出生日期（1900 年至今）。`,
    next: '对照证件核对出生日期这八位后改正。',
  },
  'id-15-digits': {
    level: 'warning',
    title: '15 位旧身份证号',
    sentence: (v: { value: string; number: string }) =>
      `文件中是 15 位旧号“${say(v.value)}”，已按国家标准换算成 18 位“${say(v.number)}”。`,
    next: '对照二代身份证核对换算后的号码。',
  },
  'id-normalised': {
    level: 'info',
    title: '证件号码已归整',
    sentence: (v: { number: string }) =>
      `号码中的全角字符、空格、撇号或小写 x 已归整为“${say(v.number)}”，数字没有改动。`,
    next: '无需处理。',
  },
  'sex-mismatch': {
    level: 'warning',
    title: '性别与证件号码不一致',
    sentence: (v: { value: string; expected: string }) =>
      `性别一列写的是“${say(v.value)}”，证件号码第 17 位表示“${say(v.expected)}”。导入时以证件号码为准。`,
    next: '对照证件核对；号码无误的，改正文件中的性别即可。',
  },
  'name-missing': {
    level: 'error',
    title: '没有姓名',
    sentence: () => '姓名一格是空的，证明和报审材料上不能没有姓名。',
    next: '对照证件填写姓名。',
  },
  'name-invalid': {
    level: 'error',
    title: '姓名中有不该有的字符',
    sentence: (v: { characters: readonly string[]; value: string }) =>
      v.characters.length > 0
        ? `姓名“${say(v.value)}”中有 ${say(v.characters)}，姓名中不会有这样的字符（可能是生僻字没有存对，或混入了别的内容）。`
        : `姓名“${say(v.value)}”没有文字或超过 50 个字。`,
    next: '对照证件改正；生僻字请用支持 GB 18030-2022 的输入法重新输入。',
  },
  'name-normalised': {
    level: 'info',
    title: '姓名已归整',
    sentence: (v: { name: string }) => `姓名中的空格、换行、不可见字符或间隔号已归整为“${say(v.name)}”。`,
    next: '无需处理。',
  },
  'duplicate-in-file': {
    level: 'error',
    title: '文件中重复',
    sentence: (v: { row: number }) => `与第 ${say(v.row)} 行是同一人（证件号码相同）、同一岗位，只能导入一次。`,
    next: '两行内容相同的，不必处理；不同的，删去错误的一行或改正号码、岗位。',
  },
  'same-person-other-post': {
    level: 'info',
    title: '同一人的另一岗位',
    sentence: (v: { rows: readonly number[] }) =>
      `与第 ${say(v.rows)} 行是同一人，岗位不同，将按另一本证书分别登记学时。`,
    next: '无需处理；如果岗位写错了，请改正。',
  },
  'same-number-other-name': {
    level: 'warning',
    title: '号码相同，姓名不同',
    sentence: (v: { name: string; others: readonly string[] }) =>
      `${say(v.name)}与${say(v.others)}的证件号码相同而姓名不同，会当作同一个人登记。`,
    next: '对照身份证，改正写错的号码或姓名；不能确定的，先取消勾选这几行。',
  },
  'already-enrolled': {
    level: 'info',
    title: '已登记，内容相同',
    sentence: (v: { what: string }) => `${say(v.what)}已经登记，内容与文件相同，不会重复写入。`,
    next: '无需处理。',
  },
  'would-change': {
    level: 'warning',
    title: '与已登记的内容不同',
    sentence: (v: { count: number; changes: readonly string[] }) =>
      `文件与已登记的内容有 ${say(v.count)} 处不同：${say(v.changes)}。默认保留已登记的内容。`,
    next: '要以文件为准的，勾选“采用文件内容”并填写原因；文件中空着的项目不会清除已登记的内容。',
  },
  'post-unknown': {
    level: 'error',
    title: '岗位不在范围内',
    sentence: (v: { value: string }) =>
      v.value === ''
        ? '没有岗位，无法确定对应哪本证书。'
        : `岗位“${say(v.value)}”不在本班规则所列的岗位之中${v.value === '安全员' ? '（安全员另有规定，不在本通知范围）' : ''}。`,
    next: '对照证书改为规则中的岗位名称；“施工员”“质量员”要写明专业，例如“土建施工员”。',
  },
  'post-alias': {
    level: 'info',
    title: '岗位名称已对应',
    sentence: (v: { value: string; post: string }) =>
      `“${say(v.value)}”按“${say(v.post)}”登记，原写法保留在证书记录中。`,
    next: '核对无误即可。',
  },
  'phone-invalid': {
    level: 'warning',
    title: '电话号码不对',
    sentence: (v: { value: string }) => `“${say(v.value)}”不是 11 位手机号码，也不是带区号的固定电话。`,
    next: '核对后改正；暂时没有的可以以后补。',
  },
  'credit-code-invalid': {
    level: 'warning',
    title: '统一社会信用代码不符',
    sentence: (v: { value: string }) =>
      `代码“${say(v.value)}”不足 18 位、含有不用的字母或末位校验不符，可能抄错了一位。`,
    next: '对照营业执照核对；字母中没有 I、O、S、V、Z。',
  },
  'certificate-number-duplicate': {
    level: 'warning',
    title: '证书编号重复',
    sentence: (v: { value: string; others: readonly string[] }) =>
      `证书编号“${say(v.value)}”也用于${say(v.others)}，一本证书只属于一个人的一个岗位。`,
    next: '对照证书核对两处的编号。',
  },
  'date-unreadable': {
    level: 'error',
    title: '日期不能用',
    sentence: (v: { value: string; label: string; after?: Day; issuedOn?: Day }) => {
      if (v.value === '') return `没有填写${say(v.label)}。`;
      const date = `${say(v.label)}“${say(v.value)}”`;
      if (v.after !== undefined) return `${date}在 ${say(v.after)} 之后，还没有到。`;
      if (v.issuedOn !== undefined) return `${date}早于发证日期 ${say(v.issuedOn)}。`;
      return `${date}不是一个真实的日期。`;
    },
    next: '对照原件核对，写成 2020-09-01 这样；2020.9.1、2020/9/1、2020年9月1日 也可以。',
  },
  'date-missing': {
    level: 'warning',
    title: '没有日期',
    sentence: (v: { label: string; why: string }) => `没有${say(v.label)}，${say(v.why)}。`,
    next: '对照证书或申请表补上；也可以先导入，以后再补。',
  },
  'value-unreadable': {
    level: 'warning',
    title: '内容读不懂',
    sentence: (v: { label: string; value: string; allowed: readonly string[] }) =>
      `${say(v.label)}“${say(v.value)}”不是可以使用的写法（${say(v.allowed)}），这一格没有读入。`,
    next: '改成所列写法之一；也可以先导入，以后再补。',
  },
} as const satisfies { readonly [code: string]: ProblemText };
