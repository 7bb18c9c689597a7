import type { DetailOf } from '../rules';
import type { Wording } from './wording';

export const postMatchesCertificateWording: Wording<DetailOf<'post-matches-certificate'>> = {
  requirement: () => '报名岗位与证书岗位一致。',
  details: {
    same: { verdict: (w) => `报名岗位与证书岗位都是${w.text('certified')}。` },
    'same-family': {
      verdict: (w) => `报名岗位${w.text('enrolled')}与证书岗位${w.text('certified')}同属一类；换证按七类岗位对应。`,
    },
    different: {
      verdict: (w) => `报名岗位是${w.text('enrolled')}，证书岗位是${w.text('certified')}，不一致。`,
      repair: () =>
        '核对证书原件：报名岗位填错的改报名，证书岗位录错的改证书；学员另有对应证书的，换用那本证书报名。',
    },
    'no-post': {
      verdict: () => '证书或报名没有写岗位，无法核对。',
      repair: () => '按证书原件补填岗位。',
    },
    'family-only': {
      verdict: (w) =>
        `报名岗位是${w.text('enrolled')}，证书岗位是${w.text('certified')}，只写到大类，无法核对是哪一个岗位。`,
      repair: () => '按证书原件把岗位补到具体专业，例如土建施工员。',
    },
  },
};

export const certificateScopeWording: Wording<DetailOf<'certificate-scope'>> = {
  requirement: (w) => `${w.parameter('certificate-from')}（含）以后核发的原合格证书。`,
  details: {
    'in-scope': { verdict: (w) => `合格证书发证日期 ${w.actual}，在换证范围内。` },
    'too-early': {
      verdict: (w) => `合格证书发证日期 ${w.actual}，早于${w.parameter('certificate-from')}，不在换证范围内。`,
      repair: () => '核对证书原件上的发证日期；确实较早的，不能换证。',
    },
    'not-old': {
      verdict: () => '登记的证书是电子培训合格证，不是待换发的原合格证书。',
      repair: () => '核对证书种类；持电子培训合格证的学员应参加年度继续教育。',
    },
    'no-issue-date': {
      verdict: () => '证书没有发证日期，无法判断是否在换证范围内。',
      repair: () => '按证书原件补填发证日期。',
    },
  },
};

export const certificateFoundWording: Wording<DetailOf<'certificate-found'>> = {
  requirement: () => '证书信息能在全国从业人员培训管理信息系统中查到。',
  details: {
    found: { verdict: (w) => `已登记：${w.has('on') ? `${w.day('on')}` : ''}在全国系统中查到该证书。` },
    'not-found': {
      verdict: (w) => `已登记：${w.has('on') ? `${w.day('on')}` : ''}在全国系统中没有查到该证书。`,
      repair: () => '请学员持证书到核发部门核实；系统补录后重新查询并登记。',
    },
    undeclared: {
      verdict: () => '还没有登记该证书在全国系统中能否查到。',
      repair: () => '在全国系统中查询证书，登记“查到”或“未查到”和查询日期。',
    },
  },
};

export const postInScopeWording: Wording<DetailOf<'post-in-scope'>> = {
  requirement: () => '岗位是施工员、质量员、标准员、机械员、材料员、劳务员、资料员之一。',
  details: {
    'in-scope': { verdict: (w) => `${w.text('post')}属于换证的七类岗位。` },
    'out-of-scope': {
      verdict: (w) => `${w.text('post')}不属于换证的七类岗位。`,
      repair: () => '核对岗位名称；确实不在范围内的，请移出本班。',
    },
    'no-post': {
      verdict: () => '报名没有写岗位。',
      repair: () => '补填报名岗位。',
    },
  },
};

const noBirthDate = { verdict: () => '没有出生日期，无法计算年龄。', repair: () => '补填出生日期，或更正证件号码。' };
const noApplicationDate = {
  verdict: () => '没有网上申请日期，无法判定。',
  repair: () => '在报名中补填网上申请日期。',
};

export const ageMinimumWording: Wording<DetailOf<'age-minimum'>> = {
  requirement: (w) => `网上申请之日年满 ${w.parameter('age-minimum')} 周岁。`,
  details: {
    'old-enough': { verdict: (w) => `申请之日（${w.day('on')}）${w.actual} 周岁。` },
    'too-young': {
      verdict: (w) => `申请之日（${w.day('on')}）${w.actual} 周岁，不满 ${w.required} 周岁。`,
      repair: () => '核对出生日期和申请日期；属实的，须满周岁后重新申请。',
    },
    'no-birth-date': noBirthDate,
    'no-application-date': noApplicationDate,
  },
};

export const ageMaximumWording: Wording<DetailOf<'age-maximum'>> = {
  requirement: () => '网上申请之日男性不超过 60 周岁、女性不超过 55 周岁。',
  details: {
    within: { verdict: (w) => `申请之日（${w.day('on')}）${w.actual} 周岁，没有超过 ${w.required} 周岁。` },
    'strict-reading': {
      verdict: (w) =>
        `申请之日（${w.day('on')}）${w.actual} 周岁：按周岁计算，到${w.day('nextBirthday')}前一日都符合；若从严算到${w.day('limitDay')}生日当日，则已超过。`,
      repair: (w) =>
        w.isConfirmed('age-reading')
          ? '口径已由本机构确认，核对出生日期和申请日期即可。'
          : '报审前向审核部门问清口径，并在设置中确认。',
    },
    'over-strict-reading': {
      verdict: (w) =>
        `申请之日（${w.day('on')}）已过${w.day('limitDay')}的 ${w.required} 岁生日，按本机构确认的从严口径不符合。`,
      repair: () => '核对出生日期和申请日期；属实的，不能换证。',
    },
    over: {
      verdict: (w) => `申请之日（${w.day('on')}）${w.actual} 周岁，超过 ${w.required} 周岁。`,
      repair: () => '核对出生日期、性别和申请日期；属实的，不能换证。',
    },
    'no-sex': {
      verdict: () => '没有性别，男女年龄上限不同，无法判定。',
      repair: () => '补填性别。',
    },
    'no-birth-date': noBirthDate,
    'no-application-date': noApplicationDate,
  },
};

export const fitAndEmployedWording: Wording<DetailOf<'fit-and-employed'>> = {
  requirement: () => '身体健康，且是企业在岗人员。',
  details: {
    declared: { verdict: () => '已登记：身体健康，企业在岗。' },
    'not-healthy': {
      verdict: () => '已登记：身体状况不符合。',
      repair: () => '核对登记；属实的，不能换证。',
    },
    'not-employed': {
      verdict: () => '已登记：不是企业在岗人员。',
      repair: () => '核对劳动合同或社保记录；属实的，不能换证。',
    },
    undeclared: {
      verdict: (w) => `还没有登记：${w.list('missing').join('、')}。`,
      repair: (w) => `登记${w.list('missing').join('、')}的情况和依据，例如承诺书、劳动合同。`,
    },
  },
};

export const applicationWindowWording: Wording<DetailOf<'application-window'>> = {
  requirement: (w) => `网上申请日期在${w.parameter('exchange-from')}至${w.parameter('exchange-until')}之间。`,
  details: {
    inside: { verdict: (w) => `网上申请日期 ${w.actual}，在换证时间内。` },
    'too-early': {
      verdict: (w) => `网上申请日期 ${w.actual}，早于${w.parameter('exchange-from')}。`,
      repair: () => '核对申请日期；属实的，应在换证开始后重新申请。',
    },
    'too-late': {
      verdict: (w) => `网上申请日期 ${w.actual}，晚于${w.parameter('exchange-until')}，逾期不予换证。`,
      repair: () => '核对申请日期；属实的，不能换证。',
    },
    'no-application-date': noApplicationDate,
  },
};

export const exchangeDeadlineWording: Wording<DetailOf<'exchange-deadline'>> = {
  requirement: (w) => `培训和报审在${w.parameter('exchange-until')}（含）以前完成。`,
  details: {
    'in-time': { verdict: (w) => `本班结束于 ${w.actual}，没有超过${w.parameter('exchange-until')}。` },
    'course-late': {
      verdict: (w) => `本班结束于 ${w.actual}，晚于${w.parameter('exchange-until')}。`,
      repair: () => '核对开班日期；属实的，报审前须与审核部门商定。',
    },
    'sealed-late': {
      verdict: (w) => `报审材料的封存之日晚于${w.parameter('exchange-until')}。`,
      repair: () => '报审前须与审核部门商定是否受理。',
    },
  },
};

export const certificateValidityWording: Wording<DetailOf<'certificate-validity'>> = {
  requirement: () => '申请之日证书在有效期内；2020年4月5日至8月31日到期的延至2020年9月30日。',
  details: {
    valid: { verdict: (w) => `证书有效期至${w.day('until')}，申请之日（${w.day('on')}）有效。` },
    extended: {
      verdict: (w) =>
        `证书于${w.day('until')}到期，按规定延至${w.parameter('extension-deadline')}，申请之日（${w.day('on')}）视为有效。`,
    },
    'extension-over': {
      verdict: (w) =>
        `证书于${w.day('until')}到期，延期只到${w.parameter('extension-deadline')}，申请之日（${w.day('on')}）已过。`,
      repair: () => '核对有效期和申请日期；属实的，不能换证。',
    },
    expired: {
      verdict: (w) => `证书于${w.day('until')}到期，申请之日（${w.day('on')}）已失效，也不在延期范围内。`,
      repair: () => '核对证书原件上的有效期；属实的，不能换证。',
    },
    'no-validity': {
      verdict: () => '没有登记证书有效期，无法判定申请之日是否有效。',
      repair: () => '按证书原件补填有效期。',
    },
    'no-application-date': noApplicationDate,
  },
};

export const stillInPostWording: Wording<DetailOf<'still-in-post'>> = {
  requirement: () => '仍从事证书对应岗位的工作，否则须重新参加职业培训。',
  details: {
    'in-post': { verdict: () => '已登记：仍从事该岗位工作。' },
    'not-in-post': {
      verdict: () => '已登记：未从事该岗位工作。',
      repair: () => '核对登记；属实的，学员须重新参加职业培训。',
    },
    undeclared: {
      verdict: () => '还没有登记是否仍从事该岗位工作。',
      repair: () => '登记在岗情况和依据，例如单位证明、社保记录。',
    },
  },
};

export const notBarredWording: Wording<DetailOf<'not-barred'>> = {
  requirement: () => '不在主管部门发布的黑名单上。',
  details: {
    'not-listed': { verdict: () => '已导入的黑名单中没有此人。' },
    listed: {
      verdict: (w) =>
        `此人在黑名单中（来源：${w.text('source')}，${w.day('importedOn')}导入${w.has('reason') ? `，原因：${w.text('reason')}` : ''}）。`,
      repair: () => '核对证件号码；属实的，不得报审。名单有误的，请向发布部门核实后重新导入。',
    },
    'no-list': { verdict: () => '没有导入黑名单，本项未核对。' },
  },
};
