import { describe, expect, it } from 'vitest';
import { RULES } from '../../../shared/regulation/rules';
import type { Rule } from '../../../shared/regulation/rule';

/** The table of rules, column "notMet / cannotTell"; – = the rule can always tell. A pair in brackets: with exceptions, listed below. */
const TABLE = `
total-hours              both      error/error
professional-hours       both      error/error
test-passed              both      error/error
post-matches-certificate both      error/error
certificate-scope        exchange  error/error
certificate-found        exchange  error/warning
post-in-scope            exchange  error/error
age-minimum              exchange  error/error
age-maximum              exchange  error/error
fit-and-employed         exchange  error/warning
application-window       exchange  error/error
exchange-deadline        exchange  warning/–
certificate-validity     exchange  error/warning
ce-year                  annual    warning/warning
year-total-hours         annual    error/warning
year-professional-hours  annual    error/warning
two-year-total           annual    warning/warning
still-in-post            annual    warning/warning
no-carry-over            annual    warning/info
shared-public-hours      annual    info/info
not-barred               both      error/–
no-overlap               both      error/–
within-course            both      error/–
daily-cap                both      warning/info
test-after-hours         both      warning/info
`;
const rows = TABLE.trim()
  .split('\n')
  .map((line) => line.split(/\s+/) as [keyof typeof RULES, 'both' | 'exchange' | 'annual', string]);

describe('级别与领域说明的表一致', () => {
  it('表里有每一条规则', () => expect(rows.map(([id]) => id)).toEqual(Object.keys(RULES)));

  it.each(rows)('%s %s %s', (id, purpose, severities) => {
    const rule: Rule = RULES[id];
    const [notMet, cannotTell] = severities.split('/');
    expect(rule.severity).toEqual({ notMet, cannotTell: cannotTell === '–' ? null : cannotTell });
    expect(rule.purposes).toEqual(purpose === 'both' ? ['exchange', 'annual'] : [purpose]);
    if (cannotTell === '–')
      expect(Object.values(rule.meanings).some(({ outcome }) => outcome === 'cannotTell')).toBe(false);
  });

  it('只有这些情况的级别与表不同', () => {
    const exceptions = Object.values(RULES).flatMap((rule: Rule) =>
      Object.entries(rule.details).flatMap(([detail, meaning]) =>
        typeof meaning === 'string' ? [] : [`${rule.id} ${detail} ${meaning.join(' ')}`],
      ),
    );
    expect(exceptions).toEqual([
      'age-maximum strict-reading met warning',
      'ce-year near-anniversary met warning',
      'ce-year straddles met warning',
      'ce-year not-due-near-anniversary notApplicable warning',
      'year-total-hours short notMet error',
      'year-total-hours short-other-year notMet warning',
      'year-professional-hours short notMet error',
      'year-professional-hours short-other-year notMet warning',
      'no-carry-over made-up met info',
      'shared-public-hours by-default met info',
    ]);
  });
});
