import type { DetailOf } from '../rules';
import type { Sentence, Wording } from './wording';

const notRequired = { verdict: () => '本机构已确认年度继续教育不要求测试。' };

export const testPassedWording: Wording<DetailOf<'test-passed'>> = {
  requirement: () => '测试合格；可补考，取最好一次成绩。',
  details: {
    passed: {
      verdict: (w) => `${w.day('on')}第 ${w.number('number')} 次测试 ${w.actual} 分，达到合格线 ${w.required} 分。`,
    },
    failed: {
      verdict: (w) => `共测试 ${w.number('attempts')} 次，最好成绩 ${w.actual} 分，低于合格线 ${w.required} 分。`,
      repair: (w) => `安排补考，须再提高 ${Number(w.required) - Number(w.actual)} 分。`,
    },
    absent: {
      verdict: (w) => `登记了 ${w.number('attempts')} 次测试，都是缺考。`,
      repair: (w) => `安排补考，达到 ${w.required} 分。`,
    },
    'no-attempt': {
      verdict: () => '还没有测试成绩。',
      repair: (w) => `登记测试成绩，合格线 ${w.required} 分。`,
    },
    'not-required': notRequired,
  },
};

export const testAfterHoursWording: Wording<DetailOf<'test-after-hours'>> = {
  requirement: () => '先完成规定学时，再参加测试。',
  details: {
    after: { verdict: (w) => `${w.day('complete')}学满规定学时，${w.day('on')}首次测试。` },
    before: {
      verdict: (w) => `首次测试在${w.day('on')}，而学满规定学时是在${w.day('complete')}。`,
      repair: () => '核对测试日期和考勤；属实的，报审前说明原因，或在学满后重新测试。',
    },
    'hours-incomplete': {
      verdict: (w) => `${w.day('on')}首次测试时，规定学时还没有学满。`,
      repair: () => '先补足学时；审核部门要求时，补足后重新测试。',
    },
    unrecorded: {
      verdict: (w) => `${w.day('on')}首次测试，但有课次没有可用的考勤，无法确定何时学满。`,
      repair: () => '先补登未登记的考勤，迟到、早退请写明分钟数。',
    },
    'no-timetable': {
      verdict: (w) => `${w.day('on')}首次测试，但本班还没有课程表，无法确定何时学满。`,
      repair: () => '录入或导入课程表，再登记考勤。',
    },
    'no-attempt': { verdict: () => '还没有测试成绩，先后无从比较。' },
    'not-required': notRequired,
  },
};

export const noOverlapWording: Wording<DetailOf<'no-overlap'>> = {
  requirement: () => '同一人不能同时在两处学习，线上与课堂之间也一样。',
  details: {
    apart: { verdict: () => '没有发现时间重叠的学习记录。' },
    overlapping: {
      verdict: (w) => `${w.has('on') ? `${w.day('on')}，` : ''}${w.text('first')}与${w.text('second')}时间重叠。`,
      repair: () => '核对两处的考勤或线上记录，更正其中一处。',
    },
    'no-attendance': { verdict: () => '还没有出勤记录，无从比较。' },
  },
};

export const withinCourseWording: Wording<DetailOf<'within-course'>> = {
  requirement: () => '考勤只登记在培训班起止日期之内、已经上过的课。',
  details: {
    inside: { verdict: () => '考勤都在培训班起止日期之内。' },
    'outside-course': {
      verdict: (w) =>
        `${w.list('sessions').join('、')}不在培训班起止日期（${w.day('startsOn')}至${w.day('endsOn')}）之内，却有考勤。`,
      repair: () => '更正课次日期，或更正培训班起止日期。',
    },
    future: {
      verdict: (w) => `${w.list('sessions').join('、')}在核验日（${w.day('on')}）还没有上，却有考勤。`,
      repair: () => '清除未上课次的考勤，或更正课次日期。',
    },
    'no-attendance': { verdict: () => '还没有考勤记录。' },
  },
};

export const dailyCapWording: Wording<DetailOf<'daily-cap'>> = {
  requirement: (w) => `一人一天计入的学时不超过 ${w.parameter('daily-cap')} 学时（参照外省做法）。`,
  details: {
    within: { verdict: (w) => `最多的一天（${w.day('on')}）${w.actual} 学时，没有超过 ${w.required} 学时。` },
    over: {
      verdict: (w) => `${w.day('on')}一天计入 ${w.actual} 学时，超过 ${w.required} 学时。`,
      repair: () => '核对当天的课程表、其他班和线上学时；属实的，报审前说明安排。',
    },
    unrecorded: {
      verdict: (w) =>
        `${w.day('on')}已计入 ${w.actual} 学时，另有 ${w.number('open')} 学时没有登记考勤，补登后可能超过 ${w.required} 学时。`,
      repair: () => '先补登未登记的考勤。',
    },
    'no-hours': { verdict: () => '还没有学时记录。' },
  },
};

/** Near an anniversary the convention decides: it is asked for once, then it stands in the settings. */
const askConvention: Sentence['repair'] = (w) =>
  w.isConfirmed('ce-convention')
    ? '起算口径已由本机构确认，核对发证日期和课次日期即可。'
    : '报审前向审核部门问清起算口径，并在设置中确认。';

export const ceYearWording: Wording<DetailOf<'ce-year'>> = {
  requirement: () => '继续教育年度从发证日的周年日起算；新取证的从次年起，换发的从当年起。',
  details: {
    'one-year': {
      verdict: (w) => `本班学时计入 ${w.list('years').join('、')} 年度（${w.day('from')}至${w.day('to')}）。`,
    },
    'near-anniversary': {
      verdict: (w) =>
        `本班学时计入 ${w.list('years').join('、')} 年度（${w.day('from')}至${w.day('to')}），但有课次紧邻发证周年日，官方示例在此相差一日。`,
      repair: askConvention,
    },
    straddles: {
      verdict: (w) => `本班跨越发证周年日，学时分别计入：${w.list('split').join('，')}。`,
      repair: () => '核对两个年度的学时是否都够；确需计入另一年度的，请在年度归属中写明理由。',
    },
    'chosen-not-due': {
      verdict: (w) => `年度归属选了 ${w.list('chosen').join('、')} 年度，而证书从那一年还不起计。`,
      repair: () => '更正年度归属。',
    },
    'not-due': { verdict: (w) => `证书自${w.day('firstDue')}起计继续教育，本班学时不计入任何年度。` },
    'not-due-near-anniversary': {
      verdict: (w) =>
        `证书自${w.day('firstDue')}起计继续教育，本班学时不计入任何年度；但有课次紧邻发证周年日，官方示例在此相差一日。`,
      repair: askConvention,
    },
    'no-issue-date': {
      verdict: () => '证书没有发证日期，无法推算继续教育年度。',
      repair: () => '在学员证书中补填发证日期。',
    },
    'no-origin': {
      verdict: (w) =>
        `证书${w.has('issuedOn') ? `${w.day('issuedOn')}核发，` : ''}不知道是新取证还是换发：换发的当年就起计，新取证的次年才起计，本班学时计入哪个年度无法确定。`,
      repair: () => '在学员证书中补填取证方式。',
    },
    'no-timetable': {
      verdict: () => '本班还没有此人应上的课，无法确定年度。',
      repair: () => '录入或导入课程表。',
    },
  },
};

export const noCarryOverWording: Wording<DetailOf<'no-carry-over'>> = {
  requirement: () => '超出的学时不结转到以后年度；补上一年度的学时须写明理由。',
  details: {
    'by-date': { verdict: () => '学时都按学习日期计入年度，没有结转。' },
    'made-up': {
      verdict: (w) =>
        `有 ${w.number('count')} 项学时由 ${w.text('byDate')} 年度计入上一年度（${w.text('ceYear')}），理由：${w.text('reason')}。`,
    },
    'carried-forward': {
      verdict: (w) => `有 ${w.number('count')} 项学时被计入以后的年度（${w.text('ceYear')}），不得结转。`,
      repair: () => '撤销该年度归属，学时按学习日期计入。',
    },
    'too-far-back': {
      verdict: (w) =>
        `有 ${w.number('count')} 项学时由 ${w.text('byDate')} 年度计入 ${w.text('ceYear')} 年度，只能补上一年度。`,
      repair: (w) => `撤销该年度归属，或改为 ${w.number('byDate') - 1} 年度。`,
    },
    'no-reason': {
      verdict: (w) => `有 ${w.number('count')} 项学时计入上一年度，却没有写理由。`,
      repair: () => '补写理由。',
    },
    'date-unknown': {
      verdict: () => '有学时只写了年度、没有学习日期，又另选了年度，无法核对是否结转。',
      repair: () => '补填这项学时的学习日期。',
    },
    'no-issue-date': {
      verdict: () => '证书没有发证日期，无法推算继续教育年度。',
      repair: () => '在学员证书中补填发证日期。',
    },
    'no-origin': {
      verdict: () => '不知道证书是新取证还是换发，年度无法确定。',
      repair: () => '在学员证书中补填取证方式。',
    },
    'not-due': { verdict: () => '没有计入任何年度的学时，不涉及结转。' },
  },
};

const lessons = (numbers: readonly string[]): string => `第 ${numbers.join('、')} 课`;

export const sharedPublicHoursWording: Wording<DetailOf<'shared-public-hours'>> = {
  requirement: () => '一人多证的，公共基础知识学时各证都计，专业岗位知识学时只计一证。',
  details: {
    'one-certificate': { verdict: () => '本班只用一本证书报名。' },
    shared: {
      verdict: (w) =>
        `本班用 ${w.list('posts').length} 本证书报名（${w.list('posts').join('、')}），公共学时各证都计，专业学时各计各的。`,
    },
    'by-default': {
      verdict: (w) => `${lessons(w.list('sessions'))}可计入多本证书，没有指定，默认计入先报名的${w.text('first')}。`,
      repair: () => '如需计入另一本证书，请在多证归属中指定。',
    },
    'choice-impossible': {
      verdict: (w) => `${lessons(w.list('sessions'))}被指定给了不能计入的证书。`,
      repair: () => '更正多证归属。',
    },
    'marks-differ': {
      verdict: (w) => `同一人在${lessons(w.list('sessions'))}的两条考勤不一致，各证学时可能不同。`,
      repair: () => '核对签到表，把同一课次的考勤改为一致。',
    },
  },
};
