import type { Citation, Finding, RuleId } from './finding';
import {
  ceYearWording,
  dailyCapWording,
  noCarryOverWording,
  noOverlapWording,
  sharedPublicHoursWording,
  testAfterHoursWording,
  testPassedWording,
  withinCourseWording,
} from './explain/conduct';
import {
  ageMaximumWording,
  ageMinimumWording,
  applicationWindowWording,
  certificateFoundWording,
  certificateScopeWording,
  certificateValidityWording,
  exchangeDeadlineWording,
  fitAndEmployedWording,
  notBarredWording,
  postInScopeWording,
  postMatchesCertificateWording,
  stillInPostWording,
} from './explain/eligibility';
import {
  professionalHoursWording,
  totalHoursWording,
  twoYearTotalWording,
  yearProfessionalHoursWording,
  yearTotalHoursWording,
} from './explain/hours';
import { Words, type Sentence, type Wording } from './explain/wording';
import { ruleTitle, type DetailOf } from './rules';

/** A finding in words, all Chinese. repair null = there is nothing to mend. */
export interface Explanation {
  readonly title: string;
  readonly verdict: string;
  readonly requirement: string;
  readonly clause: string;
  readonly repair: string | null;
  /** One line for each parameter that nobody has confirmed yet: 未经文件确认. */
  readonly provisional: readonly string[];
}

/** Every situation of every rule has its sentence: a missing one is a compile error. */
const WORDINGS: { readonly [Id in RuleId]: Wording<DetailOf<Id>> } = {
  'total-hours': totalHoursWording,
  'professional-hours': professionalHoursWording,
  'test-passed': testPassedWording,
  'post-matches-certificate': postMatchesCertificateWording,
  'certificate-scope': certificateScopeWording,
  'certificate-found': certificateFoundWording,
  'post-in-scope': postInScopeWording,
  'age-minimum': ageMinimumWording,
  'age-maximum': ageMaximumWording,
  'fit-and-employed': fitAndEmployedWording,
  'application-window': applicationWindowWording,
  'exchange-deadline': exchangeDeadlineWording,
  'certificate-validity': certificateValidityWording,
  'ce-year': ceYearWording,
  'year-total-hours': yearTotalHoursWording,
  'year-professional-hours': yearProfessionalHoursWording,
  'two-year-total': twoYearTotalWording,
  'still-in-post': stillInPostWording,
  'no-carry-over': noCarryOverWording,
  'shared-public-hours': sharedPublicHoursWording,
  'not-barred': notBarredWording,
  'no-overlap': noOverlapWording,
  'within-course': withinCourseWording,
  'daily-cap': dailyCapWording,
  'test-after-hours': testAfterHoursWording,
};

/** A clause as an official would write it: '37:四(二)2' → 鄂建办〔2020〕37号 四（二）2. */
export function clauseText(cite: Citation): string {
  if (cite === '9') return '鄂建发展〔2021〕9号';
  if (cite === 'other') return '外省做法，供参考';
  if (cite === 'default') return '软件默认，未见文件规定';
  const [number, place] = cite.split(':');
  if (number !== '37' || !place) throw new Error(`unknown citation ${cite}`);
  return `鄂建办〔2020〕37号 ${place.replace('(', '（').replace(')', '）')}`;
}

const VALUE_WORDS: { readonly [value: string]: string } = {
  true: '是',
  false: '否',
  'completed-years': '按周岁',
  birthday: '到生日当日',
  anniversary: '周年日起算',
  'as-examples': '按官方示例',
};

/**
 * The sentences of a finding: verdict, what is required, the clause, 怎样补救 with exact numbers, and which values nobody confirmed.
 * Throws for a finding of another version of the program that knows other situations.
 */
export function explain(finding: Finding): Explanation {
  const wording = WORDINGS[finding.rule];
  const sentence = (wording.details as { readonly [detail: string]: Sentence | undefined })[finding.detail];
  if (!sentence) throw new Error(`${finding.rule} has no situation ${finding.detail}`);
  const words = new Words(finding);
  return {
    title: ruleTitle(finding.rule),
    verdict: sentence.verdict(words),
    requirement: wording.requirement(words),
    clause: finding.cites.map(clauseText).join('；'),
    repair: sentence.repair?.(words) ?? null,
    provisional: finding.parameters
      .filter(({ confirmed }) => !confirmed)
      .map(
        ({ title, value, unit }) =>
          `${title}：${VALUE_WORDS[String(value)] ?? value}${unit ? ` ${unit}` : ''}，未经文件确认`,
      ),
  };
}
