import type { Day } from '../../../shared/basics/day';
import { explain } from '../../../shared/regulation/explain';
import { ruleTitle } from '../../../shared/regulation/rules';
import type { Finding } from '../../../shared/regulation/finding';
import { longDay } from '../../text/format';
import { homeText } from '../../text/home';

/**
 * What the start page says of a finding today: the rule's own sentence, except of a CE year that was running when its
 * course ended and was judged, and is over by now.
 */
export function riskSentence(finding: Finding, today: Day): string {
  const { year, to, missing } = finding.values ?? {};
  const over = finding.detail === 'running' && typeof to === 'string' && to < today;
  return over && typeof year === 'number' && typeof missing === 'number' && missing > 0
    ? homeText.yearOver(year, ruleTitle(finding.rule), missing, longDay(to as Day))
    : explain(finding).verdict;
}
