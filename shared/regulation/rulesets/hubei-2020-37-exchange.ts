import { day } from '../../basics/day';
import { POST_CODES, POST_FAMILIES } from '../posts';
import { RULES } from '../rules';
import type { Ruleset } from '../ruleset';

/** 换证: [37], from the day of the notice to the end of 2020. Posts may be named by family, as the notice does, or exactly. */
export const hubeiExchange: Ruleset = {
  id: 'hubei-2020-37-exchange',
  version: '1',
  title: '湖北省 2020 年换证继续教育（鄂建办〔2020〕37号）',
  province: '湖北省',
  purpose: 'exchange',
  from: day('2020-07-06'),
  to: day('2020-12-31'),
  posts: [...POST_CODES, ...POST_FAMILIES],
  parameters: [
    'totalPeriods',
    'professionalPeriods',
    'minutesPerPeriod',
    'tolerance',
    'passMark',
    'dailyCap',
    'ageMinimum',
    'ageMaximumMan',
    'ageMaximumWoman',
    'ageReading',
    'exchangeFrom',
    'exchangeUntil',
    'certificateFrom',
    'extensionFrom',
    'extensionUntil',
    'extensionDeadline',
  ],
  rules: [
    RULES['total-hours'],
    RULES['professional-hours'],
    RULES['test-passed'],
    RULES['post-matches-certificate'],
    RULES['certificate-scope'],
    RULES['certificate-found'],
    RULES['post-in-scope'],
    RULES['age-minimum'],
    RULES['age-maximum'],
    RULES['fit-and-employed'],
    RULES['application-window'],
    RULES['exchange-deadline'],
    RULES['certificate-validity'],
    RULES['not-barred'],
    RULES['no-overlap'],
    RULES['within-course'],
    RULES['daily-cap'],
    RULES['test-after-hours'],
  ],
};
