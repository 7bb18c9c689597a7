import type { RosterEntry } from '../commands/import-entries';
import {
  CERTIFICATE_NUMBER_PATTERN,
  ID_PATTERN,
  ISSUED_ON_PATTERN,
  NAME_PATTERN,
  ORIGIN_PATTERN,
  PHONE_PATTERN,
  POST_PATTERN,
} from './heading-patterns';
import type { FieldSpec } from './sheet-reader';
import { spellingList } from './spelling-list';

/** The columns of a roster. Spellings as normaliseHeading leaves them; what stands in brackets need not be listed. */
export const ROSTER_FIELDS = [
  { field: 'order', label: '序号', spellings: spellingList('序号 序 号 no no. 顺序号') },
  {
    field: 'name',
    label: '姓名',
    spellings: spellingList('姓名 学员姓名 人员姓名 名字 学员 参训人员 参培人员 参训人员姓名 持证人姓名 持证人'),
    vaguer: spellingList('学员名称 人员名称 持证人员 学员名单 人员'),
    pattern: NAME_PATTERN,
  },
  { field: 'sex', label: '性别', spellings: ['性别'] },
  {
    field: 'idKind',
    label: '证件类型',
    spellings: spellingList('证件类型 证件种类 证件类别 身份证件类型 有效证件类型'),
  },
  {
    field: 'idNumber',
    label: '证件号码',
    spellings: spellingList(
      '身份证号 身份证号码 身份证 身份证编号 证件号码 证件号 身份证件号码 身份证件号 ' +
        '居民身份证号 居民身份证号码 公民身份号码 公民身份证号码 身份号码 有效证件号码 有效证件号 ' +
        '公民身份证号 有效身份证件号码 有效身份证件号 身份证件编号',
    ),
    vaguer: spellingList('证件编号 id号 护照号 护照号码 通行证号码'),
    pattern: ID_PATTERN,
  },
  { field: 'birthDate', label: '出生日期', spellings: ['出生日期', '生日', '出生年月日'] },
  {
    field: 'phone',
    label: '手机号',
    spellings: spellingList(
      '手机号 手机号码 手机 联系电话 电话 电话号码 联系方式 移动电话 联系手机 本人电话 ' +
        '本人手机 联系电话号码 个人电话 联络电话',
    ),
    vaguer: ['联系人电话', '手机微信'],
    pattern: PHONE_PATTERN,
  },
  {
    field: 'employer',
    label: '工作单位',
    spellings: spellingList(
      '工作单位 单位 单位名称 所在单位 企业名称 所在企业 公司 公司名称 用人单位 受聘企业 ' +
        '聘用单位 聘用企业 工作单位名称 工作单位全称 单位全称 所属单位 所属企业',
    ),
    vaguer: spellingList(
      '聘用企业名称 现工作单位 受聘单位 受聘企业名称 报名单位 派出单位 选送单位 送培单位 推荐单位 ' +
        '申报单位 申报企业 申报企业名称 所在企业名称 所属企业名称 所在单位名称 所属单位名称 现所在单位 ' +
        '从业单位 就职单位 就业单位 任职单位 企业 现单位 所在公司 工作单位企业名称',
    ),
  },
  {
    field: 'employerCreditCode',
    label: '统一社会信用代码',
    spellings: spellingList(
      '统一社会信用代码 社会信用代码 信用代码 统一信用代码 单位信用代码 企业信用代码 ' +
        '单位统一社会信用代码 企业统一社会信用代码 工作单位统一社会信用代码',
    ),
  },
  {
    field: 'post',
    label: '岗位',
    spellings: spellingList(
      '岗位 岗位名称 岗位类别 岗位类型 证书岗位 证书岗位名称 工作岗位 培训岗位 专业岗位 ' +
        '专业岗位名称 申报岗位 报名岗位 从业岗位 职业岗位 继续教育岗位 岗位工种 持证岗位 ' +
        '报考岗位 换证岗位 从事岗位 现从事岗位 岗位证书名称 证书对应岗位 职业岗位名称 岗位专业',
    ),
    vaguer: spellingList(
      '工种 培训工种 证书类别 证书名称 专业类别 人员类别 培训类别 报名专业 报考专业 证书专业 专业 类别 培训专业 继续教育专业 继续教育类别',
    ),
    pattern: POST_PATTERN,
  },
  {
    field: 'certificateNumber',
    label: '证书编号',
    spellings: spellingList(
      '证书编号 证书号 证书号码 证号 合格证书编号 合格证编号 合格证书号 岗位证书编号 ' +
        '岗位证书号 岗位证书号码 培训合格证编号 培训合格证书编号 电子证书编号 电子培训合格证编号 ' +
        '原证书编号 旧证书编号 旧证编号 证书编码 原合格证书编号 原合格证编号 原证书号 原证号 ' +
        '合格证书号码 合格证号 培训证书编号 电子证书号 电子证书编码 岗位培训合格证编号 ' +
        '培训合格证书号 职业培训合格证编号',
    ),
    vaguer: ['资格证书编号', '证书流水号'],
    pattern: CERTIFICATE_NUMBER_PATTERN,
  },
  {
    field: 'issuedOn',
    label: '发证日期',
    spellings: spellingList(
      '发证日期 发证时间 取证日期 取证时间 颁证日期 签发日期 领证日期 领证时间 证书发证日期 ' +
        '证书发证时间 证书签发日期 证书日期 证书核发日期 核发日期 核发时间 颁发日期 颁发时间 ' +
        '证书颁发日期 原证书发证日期 原证发证日期 旧证发证日期 合格证发证日期 合格证书发证日期 ' +
        '获证日期 获证时间 证书取得时间 证书取得日期 取得证书日期 取得证书时间',
    ),
    vaguer: spellingList('首次发证日期 初次发证日期 首次取证日期 初次领证日期 批准日期'),
    pattern: ISSUED_ON_PATTERN,
  },
  {
    field: 'origin',
    label: '取证方式',
    spellings: spellingList(
      '取证方式 取证类型 证书来源 发证类型 证书取得方式 取得方式 新取证或换发 新取证/换发 ' +
        '取证类别 取证形式 发证方式 新证/换证 新取/换发 新证或换证',
    ),
    vaguer: ['证书性质'],
    pattern: ORIGIN_PATTERN,
  },
  {
    field: 'validUntil',
    label: '有效期至',
    spellings: spellingList(
      '有效期至 有效期 有效期限 有效期截止 有效期截止日期 证书有效期 证书有效期至 有效日期至 ' +
        '到期日期 到期时间 失效日期 截止日期 有效期止 证书有效期止 有效截止日期 有效期届满日期 ' +
        '有效期满日期 证书到期日 证书到期日期 证书到期时间 到期日 有效期限至 证书有效期限',
    ),
  },
  {
    field: 'appliedOn',
    label: '网上申请日期',
    spellings: spellingList(
      '网上申请日期 网上申请时间 网上申报日期 网上申报时间 申请日期 申请时间 申报日期 申报时间 ' +
        '网报日期 网上报名日期 网上报名时间 网上申请报名日期 网上申请报名时间 网上申请报名的日期 ' +
        '申请报名日期 申请报名时间 网报时间 换证申请日期 换证申请时间 网上提交日期',
    ),
    vaguer: ['报名日期', '报名时间', '提交日期'],
  },
  {
    field: 'foundInSystem',
    label: '全国系统可查',
    spellings: spellingList(
      '全国系统可查 全国系统查询 全国系统能否查询 全国系统是否可查 全国系统查询结果 系统可查 ' +
        '系统查询 系统查询结果 能否查询 是否可查 是否可查询 证书可查 管理信息系统可查 ' +
        '管理信息系统可查询 管理信息系统查询 系统可查询 系统能否查询 系统是否可查 系统中可查 ' +
        '住建部系统可查 住建部系统是否可查 能否在系统中查询 是否能查询到 能否查询到 能否查到 ' +
        '是否查到 信息系统查询 全国系统能否查到 全国系统可查询 证书可查询 证书是否可查 ' +
        '证书能否查询',
    ),
  },
  {
    field: 'healthy',
    label: '身体健康',
    spellings: spellingList('身体健康 健康状况 是否健康 健康情况 身体状况 是否身体健康 身体是否健康 健康'),
  },
  {
    field: 'employed',
    label: '在职',
    spellings: spellingList(
      '在职 是否在职 在职情况 在职状态 是否在企业工作 在职在岗 是否在职在岗 在职在岗情况 ' +
        '企业在岗 是否企业在岗 企业在岗情况',
    ),
  },
  {
    field: 'stillInPost',
    label: '在岗',
    spellings: spellingList('在岗 是否在岗 在岗情况 仍在岗 是否仍在岗 在岗状态 是否仍从事本岗位'),
  },
  { field: 'note', label: '备注', spellings: ['备注', '备注说明', '说明'] },
] as const satisfies readonly FieldSpec[];

const LABELS = new Map<string, string>(ROSTER_FIELDS.map(({ field, label }) => [field, label]));

/** The Chinese name of a roster field. */
export const rosterLabel = (field: keyof RosterEntry | (typeof ROSTER_FIELDS)[number]['field']): string =>
  LABELS.get(field) ?? field;
