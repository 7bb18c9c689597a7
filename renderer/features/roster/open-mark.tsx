import { explain } from '../../../shared/regulation/explain';
import { ruleTitle } from '../../../shared/regulation/rules';
import type { Finding } from '../../../shared/regulation/finding';
import { StateMark, type MarkState } from '../../ui/state-mark';
import styles from './roster.module.css';

function markOf({ outcome, severity }: Finding): MarkState {
  if (outcome === 'cannotTell') return 'cannotTell';
  return severity === 'error' ? 'notMet' : 'warning';
}

/** What is open of one person, in a cell: the first rule by name, and how many more. */
export function OpenMark({ findings }: { readonly findings: readonly Finding[] }) {
  const [first, ...others] = findings;
  if (!first) return <StateMark state="met" />;
  return (
    <span title={findings.map(({ rule }) => ruleTitle(rule)).join('、')}>
      <StateMark state={markOf(first)} /> {ruleTitle(first.rule)}
      {others.length > 0 && <span className="second"> +{others.length}</span>}
    </span>
  );
}

/** What is open of one person, in whole sentences. */
export function OpenList({
  findings,
  none,
  clause,
}: {
  readonly findings: readonly Finding[];
  readonly none: string;
  readonly clause: string;
}) {
  if (findings.length === 0) return <p className="second">{none}</p>;
  return (
    <ul className={styles['open']}>
      {findings.map((finding) => {
        const words = explain(finding);
        return (
          <li key={finding.rule}>
            <StateMark state={markOf(finding)} />
            <div>
              <b>{words.title}</b>
              <p>{words.verdict}</p>
              {words.repair && <p>{words.repair}</p>}
              <p className="second">
                {clause}
                {words.clause}
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
