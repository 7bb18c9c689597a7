import { CONCLUSION, type Conclusion } from '../../../shared/regulation/conclusion';
import type { Finding, RuleId } from '../../../shared/regulation/finding';
import { postTitle } from '../../../shared/regulation/posts';
import { ruleTitle } from '../../../shared/regulation/rules';
import { findingsText as text } from '../../text/findings';
import type { Column } from '../../ui/table-model';
import { findingOf, type FindingRow } from './finding-rows';

/** What is worst first: what keeps a person out, then what must be confirmed. */
const CONCLUSION_RANKS: readonly Conclusion[] = ['failing', 'undecided', 'reminded', 'ready', 'gone'];
const SEVERITIES = ['error', 'warning', 'info', null] as const;
const OUTCOMES = ['notMet', 'cannotTell', 'met', 'notApplicable'] as const;

/** The outcome in words, with the severity where there is one: 不符合（不能上报）. */
export const wordsOf = ({ outcome, severity }: Finding): string =>
  severity === null ? text.outcomeWords[outcome] : `${text.outcomeWords[outcome]}（${text.severity[severity]}）`;

const rankOf = ({ outcome, severity }: Finding): number =>
  SEVERITIES.indexOf(severity) * OUTCOMES.length + OUTCOMES.indexOf(outcome);

/**
 * The columns of the matrix as values: in words for the clipboard, or ranked for sorting (a rule and the conclusion by
 * how bad they are, the worst first).
 */
export function matrixColumns(rules: readonly RuleId[], as: 'words' | 'rank'): readonly Column<FindingRow>[] {
  const { columns } = text;
  const column = (key: string, title: string, value: Column<FindingRow>['value']): Column<FindingRow> => ({
    key,
    title,
    width: 0,
    value,
  });
  return [
    column('order', columns.order, ({ enrolment }) => enrolment.order),
    column('name', columns.name, ({ person }) => person.name),
    column('post', columns.post, ({ enrolment }) => postTitle(enrolment.post)),
    column('public', columns.public, ({ judgement }) => judgement.hours.public),
    column('professional', columns.professional, ({ judgement }) => judgement.hours.professional),
    column('total', columns.total, ({ judgement }) => judgement.hours.total),
    ...rules.map((rule) =>
      column(rule, ruleTitle(rule), (row) => {
        const finding = findingOf(row, rule);
        if (!finding) return null;
        return as === 'words' ? wordsOf(finding) : rankOf(finding);
      }),
    ),
    column('conclusion', columns.conclusion, ({ conclusion }) =>
      as === 'words' ? CONCLUSION[conclusion] : CONCLUSION_RANKS.indexOf(conclusion),
    ),
  ];
}
