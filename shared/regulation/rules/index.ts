import type { RuleId } from '../finding';
import type { Rule } from '../rule';
import { ageMaximum } from './age-maximum';
import { ageMinimum } from './age-minimum';
import { applicationWindow } from './application-window';
import { ceYear } from './ce-year';
import { certificateFound } from './certificate-found';
import { certificateScope } from './certificate-scope';
import { certificateValidity } from './certificate-validity';
import { dailyCap } from './daily-cap';
import { exchangeDeadline } from './exchange-deadline';
import { fitAndEmployed } from './fit-and-employed';
import { noCarryOver } from './no-carry-over';
import { noOverlap } from './no-overlap';
import { notBarred } from './not-barred';
import { postInScope } from './post-in-scope';
import { postMatchesCertificate } from './post-matches-certificate';
import { professionalHours } from './professional-hours';
import { sharedPublicHours } from './shared-public-hours';
import { stillInPost } from './still-in-post';
import { testAfterHours } from './test-after-hours';
import { testPassed } from './test-passed';
import { totalHours } from './total-hours';
import { twoYearTotal } from './two-year-total';
import { withinCourse } from './within-course';
import { yearProfessionalHours } from './year-professional-hours';
import { yearTotalHours } from './year-total-hours';

/** Every rule by its id. */
export const RULES = {
  'total-hours': totalHours,
  'professional-hours': professionalHours,
  'test-passed': testPassed,
  'post-matches-certificate': postMatchesCertificate,
  'certificate-scope': certificateScope,
  'certificate-found': certificateFound,
  'post-in-scope': postInScope,
  'age-minimum': ageMinimum,
  'age-maximum': ageMaximum,
  'fit-and-employed': fitAndEmployed,
  'application-window': applicationWindow,
  'exchange-deadline': exchangeDeadline,
  'certificate-validity': certificateValidity,
  'ce-year': ceYear,
  'year-total-hours': yearTotalHours,
  'year-professional-hours': yearProfessionalHours,
  'two-year-total': twoYearTotal,
  'still-in-post': stillInPost,
  'no-carry-over': noCarryOver,
  'shared-public-hours': sharedPublicHours,
  'not-barred': notBarred,
  'no-overlap': noOverlap,
  'within-course': withinCourse,
  'daily-cap': dailyCap,
  'test-after-hours': testAfterHours,
} as const satisfies { readonly [Id in RuleId]: Rule<Id> };

/** The situations that a rule knows. */
export type DetailOf<Id extends RuleId> = Extract<keyof (typeof RULES)[Id]['details'], string>;

/** The rule's name on screen and in tables. */
export const ruleTitle = (id: RuleId): string => RULES[id].title;
