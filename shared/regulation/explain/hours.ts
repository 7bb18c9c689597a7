import type { DetailOf } from '../rules';
import type { Words, Wording } from './wording';

const lessonList = (numbers: readonly string[]): string => `第 ${numbers.join('、')} 课`;

/** What would mend a shortage of periods: lessons to make up, counted, and what is missing beyond them. */
function mend(words: Words, kind: '课' | '专业课'): string {
  const missing = words.number('missing');
  const stillOpen = words.number('open');
  const toGain = missing - stillOpen;
  const lessons = words.list('lessons');
  const gained = words.number('gained');
  const recordFirst = stillOpen > 0 ? `先补登未登记的考勤（最多再得 ${stillOpen} 学时），` : '';
  if (lessons.length === 0) return `${recordFirst}还差 ${toGain} 学时，课程表内已无缺课可补，请为本班增加${kind}。`;
  const makeUp = `还差 ${lessons.length} 节${kind}（${gained} 学时），可补${lessonList(lessons)}`;
  return gained >= toGain
    ? `${recordFirst}${makeUp}。`
    : `${recordFirst}${makeUp}；补完仍差 ${toGain - gained} 学时，请为本班增加${kind}。`;
}

const hoursWording = (
  name: string,
  kind: '课' | '专业课',
  requirement: Wording<string>['requirement'],
): Wording<DetailOf<'total-hours'>> => ({
  requirement,
  details: {
    enough: { verdict: (w) => `本班已得${name} ${w.actual} 学时，达到 ${w.required} 学时的要求。` },
    short: {
      verdict: (w) =>
        w.number('open') > 0
          ? `本班已得${name} ${w.actual} 学时，未登记的课次全部补上也达不到 ${w.required} 学时。`
          : `本班已得${name} ${w.actual} 学时，比要求的 ${w.required} 学时少 ${w.number('missing')} 学时。`,
      repair: (w) => mend(w, kind),
    },
    unrecorded: {
      verdict: (w) =>
        `本班已得${name} ${w.actual} 学时，还差 ${w.number('missing')} 学时；${lessonList(w.list('unrecorded'))}没有可用的考勤，暂时无法判定。`,
      repair: (w) => `补登${lessonList(w.list('unrecorded'))}的考勤，迟到、早退请写明分钟数。`,
    },
    'no-timetable': {
      verdict: () => '本班还没有课程表，无法计算学时。',
      repair: () => '录入或导入课程表，再登记考勤。',
    },
    'no-attendance': {
      verdict: () => '还没有任何考勤，无法计算学时。',
      repair: () => '登记或导入考勤。',
    },
    'no-attendance-plan-short': {
      verdict: (w) => `还没有任何考勤，无法计算学时；已排的课全部上满也只有 ${w.number('open')} 学时，达不到要求。`,
      repair: () => '先补排课程，再登记或导入考勤。',
    },
  },
});

export const totalHoursWording = hoursWording(
  '',
  '课',
  (w) => `本班继续教育不少于 ${w.parameter('total-periods')} 学时。`,
);
export const professionalHoursWording = hoursWording(
  '专业岗位知识',
  '专业课',
  (w) => `本班专业岗位知识不少于 ${w.parameter('professional-periods')} 学时。`,
);

const yearWording = (
  name: string,
  requirement: Wording<string>['requirement'],
): Wording<DetailOf<'year-total-hours'>> => ({
  requirement,
  details: {
    enough: { verdict: (w) => `${w.text('year')}年度${name} ${w.actual} 学时，达到 ${w.required} 学时的要求。` },
    running: {
      verdict: (w) =>
        `${w.text('year')}年度${name}已有 ${w.actual} 学时，还差 ${w.number('missing')} 学时；本年度到${w.day('to')}才结束，暂不判定。`,
      repair: (w) => {
        const lessons = name === '专业学时' ? '专业课' : '';
        const missing = w.number('missing');
        const still = w.number('open');
        if (still === 0) return `${w.day('to')}前再学 ${missing} 学时${lessons}。`;
        const recordFirst = `先补登未登记的考勤（最多再得 ${still} 学时）`;
        return still >= missing
          ? `${recordFirst}；仍不够的，${w.day('to')}前补足。`
          : `${recordFirst}，${w.day('to')}前至少再学 ${missing - still} 学时${lessons}。`;
      },
    },
    short: {
      verdict: (w) =>
        `${w.text('year')}年度已于${w.day('to')}结束，${name} ${w.actual} 学时，少 ${w.number('missing')} 学时。`,
      repair: (w) =>
        `如有其他培训或线上学习的${name}未登记，请补录并写明来源；确需用后一年度的课补 ${w.number('missing')} 学时，请在年度归属中写明理由。`,
    },
    'short-other-year': {
      verdict: (w) =>
        `${w.text('year')}年度已于${w.day('to')}结束，已登记的${name}只有 ${w.actual} 学时，少 ${w.number('missing')} 学时；该年度不在本次报审之内。`,
      repair: (w) => `核对${w.text('year')}年度的学时，有遗漏的请补录往年学时并写明来源。`,
    },
    unrecorded: {
      verdict: (w) =>
        `${w.text('year')}年度已于${w.day('to')}结束，${name}已有 ${w.actual} 学时，还差 ${w.number('missing')} 学时；另有课次没有可用的考勤，无法判定。`,
      repair: (w) => `先补登未登记的考勤（最多再得 ${w.number('open')} 学时），迟到、早退请写明分钟数。`,
    },
    'no-record': {
      verdict: (w) =>
        w.has('year')
          ? `${w.text('year')}年度没有任何学时记录，无法判定；没有记录不等于 0 学时。`
          : '没有任何可计入继续教育年度的学时记录，无法判定。',
      repair: () => '登记本班考勤，或补录往年、线上学时并写明来源。',
    },
    'no-issue-date': {
      verdict: () => '证书没有发证日期，无法推算继续教育年度。',
      repair: () => '在学员证书中补填发证日期。',
    },
    'no-origin': {
      verdict: (w) => `不知道证书是新取证还是换发，${w.text('year')}年度是否起计、从哪天起计都无法确定。`,
      repair: () => '在学员证书中补填取证方式。',
    },
    'not-due': { verdict: (w) => `证书自${w.day('firstDue')}（${w.text('year')}年度）起计继续教育，目前还不到。` },
  },
});

export const yearTotalHoursWording = yearWording(
  '总学时',
  (w) => `每个继续教育年度不少于 ${w.parameter('total-periods')} 学时，各班、线上和往年学时合并计算。`,
);
export const yearProfessionalHoursWording = yearWording(
  '专业学时',
  (w) =>
    `每个继续教育年度专业岗位知识不少于 ${w.parameter('professional-periods')} 学时，各班、线上和往年学时合并计算。`,
);

export const twoYearTotalWording: Wording<DetailOf<'two-year-total'>> = {
  requirement: (w) =>
    `相邻 ${w.parameter('window-years')} 个继续教育年度累计不少于 ${w.parameter('two-year-periods')} 学时，不足的证书作废，须重新参加职业培训。`,
  details: {
    enough: {
      verdict: (w) =>
        `各组相邻年度均已达到 ${w.required} 学时（最近一组 ${w.text('from')}–${w.text('to')}年度 ${w.number('sum')} 学时）。`,
    },
    running: {
      verdict: (w) =>
        `${w.text('from')}–${w.text('to')}年度累计 ${w.number('sum')} 学时，还差 ${w.number('missing')} 学时，到${w.day('until')}结束前都可以补。`,
      repair: (w) => `${w.day('until')}前再学 ${w.number('missing')} 学时。`,
    },
    short: {
      verdict: (w) =>
        `${w.text('from')}–${w.text('to')}年度已于${w.day('until')}结束，累计只有 ${w.number('sum')} 学时，少 ${w.number('missing')} 学时。`,
      repair: () => '核对这两个年度的学时，有遗漏的请补录；确实不足的，学员须重新参加职业培训。',
    },
    'no-record': {
      verdict: (w) => `${w.list('silent').join('、')}年度没有任何记录，两年累计无法判定；没有记录不等于 0 学时。`,
      repair: (w) => `补录 ${w.list('silent').join('、')} 年度的往年学时并写明来源；确实没有学的，登记为 0 学时。`,
    },
    unrecorded: {
      verdict: (w) =>
        `${w.text('from')}–${w.text('to')}年度已结束，累计 ${w.number('sum')} 学时，另有课次没有登记考勤，无法判定。`,
      repair: () => '先补登未登记的考勤。',
    },
    'no-issue-date': {
      verdict: () => '证书没有发证日期，无法推算继续教育年度。',
      repair: () => '在学员证书中补填发证日期。',
    },
    'no-origin': {
      verdict: () => '不知道证书是新取证还是换发，第一个继续教育年度无法确定。',
      repair: () => '在学员证书中补填取证方式。',
    },
    'not-due': { verdict: (w) => `证书自${w.day('firstDue')}起计继续教育，目前还不到。` },
  },
};
