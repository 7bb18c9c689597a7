import { day } from '../../basics/day';
import { POST_CODES } from '../posts';
import { RULES } from '../rules';
import type { Ruleset } from '../ruleset';

/** 年度继续教育: [37] 四(三) with the CE years of [9]. */
export const hubeiAnnual: Ruleset = {
  id: 'hubei-annual',
  version: '1',
  title: '湖北省年度继续教育（鄂建办〔2020〕37号、鄂建发展〔2021〕9号）',
  province: '湖北省',
  purpose: 'annual',
  from: day('2020-07-06'),
  to: null,
  posts: POST_CODES,
  parameters: [
    'totalPeriods',
    'professionalPeriods',
    'twoYearPeriods',
    'windowYears',
    'minutesPerPeriod',
    'tolerance',
    'passMark',
    'annualTestRequired',
    'dailyCap',
    'ceConvention',
  ],
  rules: [
    RULES['total-hours'],
    RULES['professional-hours'],
    RULES['test-passed'],
    RULES['post-matches-certificate'],
    RULES['ce-year'],
    RULES['year-total-hours'],
    RULES['year-professional-hours'],
    RULES['two-year-total'],
    RULES['still-in-post'],
    RULES['no-carry-over'],
    RULES['shared-public-hours'],
    RULES['not-barred'],
    RULES['no-overlap'],
    RULES['within-course'],
    RULES['daily-cap'],
    RULES['test-after-hours'],
  ],
};
